using System.Net;
using System.Text.RegularExpressions;

namespace Feedback.Indicators.Text;

/// <summary>Finds addresses of machines, of both versions.</summary>
internal static partial class MachineAddresses
{
    public static void Mark(Canvas canvas)
    {
        if (!canvas.Text.AsSpan().ContainsAnyInRange('0', '9'))
            return;
        var text = canvas.Text;
        foreach (var match in ColonsPattern().EnumerateMatches(text))
            canvas.Mark(match.Index, match.Index + Colons(text.AsSpan(match.Index, match.Length)), "[ip]");
        text = canvas.Text;
        foreach (var match in DotsPattern().EnumerateMatches(text))
            canvas.Mark(match.Index, match.Index + match.Length, "[ip]");
    }

    /// <summary>How long the address of version 6 is; words and times that are held together by colons are none.</summary>
    private static int Colons(ReadOnlySpan<char> text)
    {
        var address = text.TrimEnd('.');
        if (address is [.., not ':', ':'])
            address = address[..^1];
        return address.ContainsAnyInRange('0', '9') && IPAddress.TryParse(address, out _) ? address.Length : 0;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}_])(?>[0-9a-f]*):(?>[0-9a-f:.]+)(?![\p{L}\p{N}_])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ColonsPattern();

    /// <summary>Four of the groups of a telephone number written with dots are none.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}_]|[0-9]\.)(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(?:\.(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}(?![\p{L}\p{N}_]|\.[0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex DotsPattern();
}
