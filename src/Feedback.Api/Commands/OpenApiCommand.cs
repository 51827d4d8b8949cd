using System.CommandLine;

namespace Feedback.Api.Commands;

/// <summary><c>feedback openapi</c>: prints the OpenAPI document, or writes it to a file. Needs no store.</summary>
public static class OpenApiCommand
{
    public static Command Make()
    {
        var output = new Option<FileInfo?>("--output") { Description = "The file to write; without it the document is printed." };
        var command = new Command("openapi", "Prints the OpenAPI document.") { output };
        command.SetAction((parsed, cancellation) => Run(parsed.GetValue(output), cancellation));
        return command;
    }

    private static async Task<int> Run(FileInfo? output, CancellationToken cancellation)
    {
        var text = await OpenApiDocument.Text(cancellation);
        if (output is null) Console.Write(text);
        else await File.WriteAllTextAsync(output.FullName, text, cancellation);
        return CommandLine.Done;
    }
}
