using System.Buffers;
using System.Text.RegularExpressions;

namespace Feedback.Indicators.Text;

/// <summary>Finds mail addresses, also those in which the signs are spelt out: anna (at) example (dot) org, anna punkt schmidt at example punkt org.</summary>
internal static partial class MailAddresses
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>Part of an address between two signs. All that follow are bounded, since they begin at every word.</summary>
    private const string Part = @"(?>[\p{L}\p{M}\p{N}_+-]{1,64})";

    private const string Start = @"(?<![\p{L}\p{M}\p{N}_.+-])";
    private const string DotWord = "(?:dot|punkt|point|punto|ponto|punt|kropka|tocka)";
    private const string InBrackets = @"[ \t]{0,2}[(\[{<][ \t]?" + DotWord + @"[ \t]?[)\]}>][ \t]{0,2}|[ \t]?[(\[{<][ \t]?\.[ \t]?[)\]}>][ \t]?";
    private const string Dot = @"(?:\.|" + InBrackets + @"|[ \t]" + DotWord + @"[ \t])";
    private const string AtWord = "(?:at|arobase|arroba|chiocciola|klammeraffe|apenstaartje|malpa)";
    private const string At = @"(?:[ \t]{0,2}[(\[{<][ \t]?(?:@|" + AtWord + @")[ \t]?[)\]}>][ \t]{0,2}|&#0*64;|&#x40;|&commat;|%40)";
    private const string Local = Start + Part + "(?:" + Dot + Part + "){0,4}";

    /// <summary>Domains that are no word in a sentence; behind a dot that is a word in French or Spanish only those that are none there.</summary>
    private const string Domain = @"(?:com|org|net|edu|gov|eu|info|io|biz|app|dev|de|ch|fr|es|nl|pl|pt|se|dk|fi|ie|uk|ca|br|mx|au|cz|co)(?![\p{L}\p{N}_-])";

    /// <summary>What begins every sign of <see cref="At"/>, and every word of <see cref="AtWord"/> with a sign between blanks.</summary>
    private static readonly SearchValues<char> SignsBefore = SearchValues.Create("([{<&%");

    private static readonly SearchValues<string> WordsBefore =
        SearchValues.Create([" at", "\tat", "@", " arobase", "\tarobase", " arroba", "\tarroba", " chiocciola", "\tchiocciola", " klammeraffe", "\tklammeraffe", " apenstaartje", "\tapenstaartje", " malpa", "\tmalpa"], StringComparison.OrdinalIgnoreCase);

    public static void Mark(Canvas canvas)
    {
        if (canvas.Text.Contains('@'))
        {
            Handles.MarkWithServer(canvas);
            Mark(canvas, MailPattern());
        }
        // Nearly no text has any of these, and to look for them costs much less than the expressions.
        if (canvas.Text.AsSpan().ContainsAny(SignsBefore))
            Mark(canvas, SignsPattern());
        if (canvas.Text.AsSpan().ContainsAny(WordsBefore) && DotPattern().IsMatch(canvas.Text))
            Mark(canvas, WordsPattern());
    }

    private static void Mark(Canvas canvas, Regex pattern)
    {
        var text = canvas.Text;
        foreach (var match in pattern.EnumerateMatches(text))
        {
            // A quote or a dash that stands before the address stays.
            var address = text.AsSpan(match.Index, match.Length);
            canvas.Mark(match.Index + match.Length - address.TrimStart("._%+'-").Length, match.Index + match.Length, "[email]");
        }
    }

    [GeneratedRegex(
        @"(?<![\p{L}\p{M}\p{N}._%+'-])(?>[._%+'-]*[\p{L}\p{N}_][\p{L}\p{M}\p{N}._%+'-]*)" +
        @"@(?:(?>[\p{L}\p{M}\p{N}-]+)\.)*\p{L}(?>[\p{L}\p{M}\p{N}-]+)", Options)]
    private static partial Regex MailPattern();

    /// <summary>A dot within a word, or as a word.</summary>
    [GeneratedRegex(@"\.[\p{L}\p{N}]|[ \t(\[{<]" + DotWord + @"[ \t)\]}>]", Options)]
    private static partial Regex DotPattern();

    /// <summary>The at in brackets or as an entity, and at least one dot behind it.</summary>
    [GeneratedRegex(Local + At + Part + "(?:" + Dot + Part + "){0,3}" + Dot + @"(?>\p{L}{2,24})(?![\p{L}\p{N}_-])", Options)]
    private static partial Regex SignsPattern();

    /// <summary>The at as a word or between blanks: with a dot spelt out behind it, with a dot or a digit before it, or in capitals.</summary>
    [GeneratedRegex(
        Local + @"[ \t]" + AtWord + @"[ \t]" + Part + "(?:" + Dot + Part + "){0,3}(?:(?:" + InBrackets + @"|[ \t](?:dot|punkt|punt|kropka|tocka)[ \t])" + Domain +
        @"|[ \t](?:(?:point|punto|ponto)[ \t](?:com|org|net|edu|fr|es|eu|pt|br|mx|ch|ca|be|info)|punkt[ \t]at|punto[ \t]it|punt[ \t]be)(?![\p{L}\p{N}_-]))" +
        "|" + Start + "(?:" + Part + "(?:" + Dot + Part + @"){1,4}|(?>\p{L}{1,64})[0-9_]" + Part + @"?)(?:[ \t]" + AtWord + @"[ \t]|[ \t]@)" + Part + @"(?:\." + Part + @"){0,3}\." + Domain +
        "|" + Local + @"(?:[ \t](?-i:AT)[ \t]|@[ \t])" + Part + @"(?:\." + Part + @"){0,3}\." + Domain +
        "|" + Local + @"[ \t]@[ \t]" + Part + @"(?:\." + Part + @"){0,3}\.(?>\p{L}{2,24})(?![\p{L}\p{N}_-])" +
        "|" + Start + Part + @"(?:" + Dot + Part + @"){1,4}[ \t]" + AtWord + @"[ \t]" + Part + "(?:" + Dot + Part + @"){0,3}[ \t]" + DotWord + @"[ \t](?>\p{L}{2,3})(?![\p{L}\p{N}_-])", Options)]
    private static partial Regex WordsPattern();
}
