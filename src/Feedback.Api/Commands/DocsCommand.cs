using System.CommandLine;
using Feedback.Api.Figures;

namespace Feedback.Api.Commands;

/// <summary><c>feedback docs</c>: prints the page of indicators, or writes it to a file. Needs no store.</summary>
public static class DocsCommand
{
    public static Command Make()
    {
        var output = new Option<FileInfo?>("--output") { Description = "The file to write; without it the page is printed." };
        var command = new Command("docs", "Prints the page of indicators.") { output };
        command.SetAction((parsed, cancellation) => Run(parsed.GetValue(output), cancellation));
        return command;
    }

    private static async Task<int> Run(FileInfo? output, CancellationToken cancellation)
    {
        if (output is null) Console.Write(IndicatorPage.Text());
        else await File.WriteAllTextAsync(output.FullName, IndicatorPage.Text(), cancellation);
        return CommandLine.Done;
    }
}
