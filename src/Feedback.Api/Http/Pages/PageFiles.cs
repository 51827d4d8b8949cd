using System.Security.Cryptography;
using System.Text;

namespace Feedback.Api.Http.Pages;

/// <summary>The style and the script of pages: part of the program, served to everybody below a name that has the hash of the content in it, and so kept for ever.</summary>
public static class PageFiles
{
    private static readonly Dictionary<string, (byte[] Bytes, string Type)> ByName = new(StringComparer.Ordinal);

    /// <summary>The style by its name.</summary>
    public static string Style { get; } = Add("survey", "css", "text/css; charset=utf-8");

    /// <summary>The script by its name.</summary>
    public static string Script { get; } = Add("survey", "js", "text/javascript; charset=utf-8");

    /// <summary>Answers with a file, or that there is none.</summary>
    public static async Task Answer(HttpContext context, string name)
    {
        if (!ByName.TryGetValue(name, out var file))
        {
            await Problem.NotFound(ProblemCodes.NotFound, "There is no such file.").ExecuteAsync(context);
            return;
        }
        context.Response.ContentType = file.Type;
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        await context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted);
    }

    private static string Add(string name, string extension, string type)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream($"pages/{name}.{extension}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var bytes = Encoding.UTF8.GetBytes(reader.ReadToEnd());
        var file = $"{name}-{Convert.ToHexStringLower(SHA256.HashData(bytes))[..10]}.{extension}";
        ByName[file] = (bytes, type);
        return file;
    }
}
