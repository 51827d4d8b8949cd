using Feedback.Api.Catalogue;
using Feedback.Api.Features.Imports.Formats;
using Feedback.Api.Http;
using Microsoft.Net.Http.Headers;

namespace Feedback.Api.Features.Imports;

/// <summary>What a request to import asks for.</summary>
/// <param name="Format">How the body is written.</param>
/// <param name="Survey">The survey that is answered.</param>
/// <param name="IsDryRun">Whether nothing is stored.</param>
/// <param name="Part">The file's name among those that may hold equal rows; null for none.</param>
/// <param name="Delimiter">Between cells, where the media type says so.</param>
internal sealed record ImportRequest(ImportFormat Format, Survey Survey, bool IsDryRun, string? Part, char? Delimiter)
{
    private static readonly string[] Charsets = ["utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii"];

    public static Problem? Read(HttpContext context, Caller caller, string formatName, out ImportRequest asked)
    {
        asked = null!;
        if (ImportFormats.Find(formatName) is not { } format) return ImportAddress.UnknownFormat;
        var query = context.Request.Query;
        if (query["survey"] is not [{ Length: > 0 } key]) return Problem.Invalid(ProblemCodes.InvalidParameter, "survey", "It is the key of the survey that is answered.");
        if (ImportAddress.Find(caller, key, formatName, out var survey, out var found) is { } unknown) return unknown;
        if (query.TryGetValue("dryRun", out var dryRun) && dryRun is not ["true" or "false"]) return Problem.Invalid(ProblemCodes.InvalidParameter, "dryRun", "It is true or false.");
        if (query.TryGetValue("part", out var part) && (part is not [{ } sent] || !Names.IsName(sent))) return Problem.Invalid(ProblemCodes.InvalidParameter, "part", "It is a name: a letter or digit, then letters, digits, points, dashes.");
        if (caller.Key.Origins.Count > 0 && found.Signature is null) return new Problem(403, ProblemCodes.ForbiddenOrigin, "The key lists origins, so it stands in pages that everybody can read; files are imported with a key that does not.");
        if (survey.IsClosed) return Problem.Conflict(ProblemCodes.SurveyClosed, "The survey is closed.");
        if (MediaType(context.Request) is not { } type || !format.MediaTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
            return Body.UnsupportedMediaType(string.Join(", ", format.MediaTypes));
        asked = new ImportRequest(format, survey, dryRun is ["true"], part is [{ } name] ? name : null, type.Equals("text/tab-separated-values", StringComparison.OrdinalIgnoreCase) ? '\t' : null);
        return null;
    }

    /// <summary>Without its parameters; null where the charset is none that a file is read in. Which of them it is, the file itself says.</summary>
    private static string? MediaType(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) && (!parsed.Charset.HasValue || Charsets.Contains(parsed.Charset.Value!.Trim('"'), StringComparer.OrdinalIgnoreCase))
            ? parsed.MediaType.Value : null;
}
