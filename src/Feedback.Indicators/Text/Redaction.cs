using System.Net;
using System.Text.RegularExpressions;

namespace Feedback.Indicators.Text;

/// <summary>
/// Takes what leads to a person or an account out of a text and leaves a mark of its kind in its place: <c>[email]</c>,
/// <c>[url]</c>, <c>[handle]</c>, <c>[ip]</c>, <c>[iban]</c>, <c>[card]</c>, <c>[phone]</c>. Where it is not clear whether a number is
/// one to call, long ones go. Names, postal addresses, birthdays and the numbers of people in registers (national ids, staff
/// numbers) stay.
/// </summary>
/// <remarks>
/// The order matters: what one step has marked no later one looks into, except that an address of the web swallows the
/// mark of a mail address inside it. The time is linear in the length: every expression begins only where the characters it
/// runs over begin, and gives back none of them. <see cref="RegexOptions.NonBacktracking"/> would promise the same and is not used: it
/// skips matches, depending on what it has seen before (dotnet/runtime, pull request 130176).
/// </remarks>
public static partial class Redaction
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>The same text without them.</summary>
    public static string Of(string text)
    {
        text = ServerPattern().Replace(text, "[handle]");
        text = MailPattern().Replace(text, Mail);
        text = WebPattern().Replace(text, Web);
        text = HandlePattern().Replace(text, "[handle]");
        text = ColonsPattern().Replace(text, Machine);
        text = AccountNumbers.RedactIbans(text);
        text = DotsPattern().Replace(text, "[ip]");
        return NumberRuns.Redact(text);
    }

    /// <summary>The mark, and the quote or dash that stands before the address.</summary>
    private static string Mail(Match match) => string.Concat(match.ValueSpan[..(match.Length - match.ValueSpan.TrimStart("._%+'-").Length)], "[email]");

    /// <summary>The mark, and what stands behind the address but belongs to the sentence.</summary>
    private static string Web(Match match)
    {
        var address = match.ValueSpan;
        var sentence = address.Contains('(') ? ".,;:!?'\"»”’" : ".,;:!?'\"»”’)";
        return string.Concat("[url]", address[address.TrimEnd(sentence).Length..]);
    }

    /// <summary>The mark of an address of version 6, and what stands behind it; words and times that are held together by colons stay.</summary>
    private static string Machine(Match match)
    {
        var address = match.ValueSpan.TrimEnd('.');
        if (address is [.., not ':', ':'])
            address = address[..^1];
        return address.ContainsAnyInRange('0', '9') && IPAddress.TryParse(address, out _) ? string.Concat("[ip]", match.ValueSpan[address.Length..]) : match.Value;
    }

    /// <summary>A name on a network with its server.</summary>
    [GeneratedRegex(@"@[\p{L}\p{N}_](?>[\p{L}\p{N}._-]*)@(?>[\p{L}\p{N}-]+)(?:\.(?>[\p{L}\p{N}-]+))+", Options)]
    private static partial Regex ServerPattern();

    /// <summary>A mail address, also one in which the signs are spelt out in brackets: anna (at) example (dot) org.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}._%+'-])(?>[._%+'-]*[\p{L}\p{N}_][\p{L}\p{N}._%+'-]*)" +
        @"(?:@(?:(?>[\p{L}\p{N}-]+)\.)*\p{L}(?>[\p{L}\p{N}-]+)" +
        @"| ?[(\[{] ?(?:at|@) ?[)\]}] ?(?:(?>[\p{L}\p{N}-]+)(?:\.| ?[(\[{] ?(?:dot|\.) ?[)\]}] ?))+(?>\p{L}{2,}))", Options)]
    private static partial Regex MailPattern();

    /// <summary>With a scheme, with www, a host with a path, or a host under a domain that is no word.</summary>
    [GeneratedRegex(
        @"(?<![a-z0-9+-])[a-z](?>[a-z0-9+-]*)://[^\s<>""]+" +
        @"|(?<![\p{L}\p{N}_])www\.[^\s<>""]+" +
        @"|(?<![\p{L}\p{N}-]|[\p{L}\p{N}-]\.)(?:(?>[\p{L}\p{N}-]+)\.)+(?:(?>\p{L}{2,})/[^\s<>""]+|(?:com|org|edu|gov|eu)\b)", Options)]
    private static partial Regex WebPattern();

    /// <summary>A name on a network; not an at that stands for "at" or for a price.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}_])@[\p{L}_](?>(?:[.-]?[\p{L}\p{N}_])*)", Options)]
    private static partial Regex HandlePattern();

    /// <summary>What may be an address of version 6.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}_])(?>[0-9a-f]*):(?>[0-9a-f:.]+)(?![\p{L}\p{N}_])", Options)]
    private static partial Regex ColonsPattern();

    /// <summary>An address of version 4; four of the groups of a telephone number written with dots are none.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}_]|[0-9]\.)(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(?:\.(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}(?![\p{L}\p{N}_]|\.[0-9])", Options)]
    private static partial Regex DotsPattern();
}
