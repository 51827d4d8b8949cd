using System.Text.RegularExpressions;

namespace Feedback.Indicators.Text;

/// <summary>Finds names on networks, with their server or without.</summary>
internal static partial class Handles
{
    public static void Mark(Canvas canvas)
    {
        var text = canvas.Text;
        if (!text.Contains('@'))
            return;
        foreach (var match in HandlePattern().EnumerateMatches(text))
            canvas.Mark(match.Index, match.Index + match.Length, "[handle]");
    }

    /// <summary>Those with a server look like mail addresses and go first.</summary>
    public static void MarkWithServer(Canvas canvas)
    {
        var text = canvas.Text;
        foreach (var match in ServerPattern().EnumerateMatches(text))
            canvas.Mark(match.Index, match.Index + match.Length, "[handle]");
    }

    /// <summary>Not an at that stands for "at" or for a price.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{M}\p{N}_])(?>@[\p{L}_](?:[.-]?[\p{L}\p{M}\p{N}_])*)+", RegexOptions.CultureInvariant)]
    private static partial Regex HandlePattern();

    [GeneratedRegex(@"@[\p{L}\p{N}_](?>[\p{L}\p{N}._-]*)@(?>[\p{L}\p{N}-]+)(?:\.(?>[\p{L}\p{N}-]+))+", RegexOptions.CultureInvariant)]
    private static partial Regex ServerPattern();
}
