namespace Feedback.Api.Features.Imports.Matching;

/// <summary>Names of columns as they are shown to people.</summary>
internal static class ImportNames
{
    private const int LongestShown = 100;

    /// <summary>On one line, and cut where it is long.</summary>
    public static string Shown(string name)
    {
        var line = string.Concat(name.Take(LongestShown).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c));
        return name.Length > LongestShown ? line + "..." : line;
    }
}
