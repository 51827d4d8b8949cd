using System.Buffers;
using System.Text.RegularExpressions;

namespace Feedback.Indicators.Text;

/// <summary>Finds addresses of the web.</summary>
internal static partial class WebAddresses
{
    private static readonly SearchValues<string> WholeBefore = SearchValues.Create(["://", "www."], StringComparison.OrdinalIgnoreCase);

    /// <summary>Those with a scheme and those that begin with www, with whatever stands in them.</summary>
    public static void MarkWhole(Canvas canvas)
    {
        if (canvas.Text.AsSpan().ContainsAny(WholeBefore))
            Mark(canvas, WholePattern());
    }

    /// <summary>Hosts with a path, and hosts under a domain that is no word.</summary>
    public static void MarkHosts(Canvas canvas)
    {
        if (canvas.Text.Contains('.'))
            Mark(canvas, HostPattern());
    }

    private static void Mark(Canvas canvas, Regex pattern)
    {
        var text = canvas.Text;
        foreach (var match in pattern.EnumerateMatches(text))
        {
            var address = text.AsSpan(match.Index, match.Length);
            // What stands behind the address but belongs to the sentence.
            var sentence = address.Contains('(') ? ".,;:!?'\"»”" : ".,;:!?'\"»”)";
            canvas.Mark(match.Index, match.Index + address.TrimEnd(sentence).Length, "[url]");
        }
    }

    [GeneratedRegex(
        @"(?<![a-z0-9+-])[a-z](?>[a-z0-9+-]*)://[^\s<>""\uffff]+" +
        @"|(?<![\p{L}\p{N}_])www\.[^\s<>""\uffff]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WholePattern();

    /// <summary>Domains of countries in small letters only and behind three letters: where the blank behind a full stop is missing, a sentence begins.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}-]|[\p{L}\p{N}-]\.)(?:(?>[\p{L}\p{N}-]+)\.)+" +
        @"(?:(?>\p{L}{2,})/[^\s<>""\uffff]+|(?:com|org|edu|gov|eu)\b|(?<=[\p{L}\p{N}-]{3}\.)(?-i:de|ch|fr|nl|pl|dk|cz|uk|io|net)(?![\p{L}\p{N}-]))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HostPattern();
}
