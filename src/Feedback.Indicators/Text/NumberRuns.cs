using System.Text;
using System.Text.RegularExpressions;

namespace Feedback.Indicators.Text;

/// <summary>Finds groups of digits that stand together in a text, and says which are cards, which are dates, and which are numbers to call.</summary>
internal static partial class NumberRuns
{
    /// <summary>How far before a number the word may stand that says it is one to call.</summary>
    private const int CueDistance = 24;

    /// <summary>Marks cards and telephone numbers.</summary>
    public static string Redact(string text) => RunPattern().Replace(text, match => Redact(text, match.Index, new NumberRun(match.Value)));

    private static string Redact(string text, int index, NumberRun run)
    {
        var count = run.Groups.Count;
        if (run.Count(0, count) < PhoneNumber.Shortest)
            return run.Text;
        var redacted = new StringBuilder();
        var (first, copied) = (0, 0);
        for (var i = 0; i < count;)
        {
            var (card, date) = (run.CardAt(i), run.DateAt(i));
            if (card + date == 0)
            {
                i++;
                continue;
            }
            MarkPhones(first, i);
            if (card > 0)
                Mark(run.Groups[i].Start, run.Groups[i + card - 1].End, "[card]");
            first = i += card > 0 ? card : date;
        }
        MarkPhones(first, count);
        return redacted.Append(run.Text, copied, run.Text.Length - copied).ToString();

        // What lies between cards and dates may be numbers to call.
        void MarkPhones(int start, int end)
        {
            foreach (var (from, to) in PhoneNumber.Parts(run, start, end))
            {
                var at = from == 0 ? 0 : run.Groups[from].Start;
                var number = run.Text[at..run.Groups[to - 1].End];
                if (!PhoneNumber.Is(run, from, to, number, IsAnnounced(text, index + at)))
                    continue;
                // A bracket that ends behind the number stays.
                var opens = number[0] == '(' && !number.Contains(')') ? 1 : 0;
                Mark(at + opens, run.Groups[to - 1].End, "[phone]");
            }
        }

        void Mark(int start, int end, string mark)
        {
            redacted.Append(run.Text, copied, start - copied).Append(mark);
            copied = end;
        }
    }

    private static bool IsAnnounced(string text, int at) => CuePattern().IsMatch(text.AsSpan(Math.Max(0, at - CueDistance)..at));

    /// <summary>Digits, with what may stand between and before them in a number.</summary>
    [GeneratedRegex(
        @"\(?(?:\+[ \u00a0\u2009\u202f]?)?\(?\d" +
        @"(?>(?:(?:[ \t\u00a0\u2009\u202f]{0,2}[-/‐‑–][ \t\u00a0\u2009\u202f]{0,2}|\.|[ \t\u00a0\u2009\u202f]{1,2}|[ \u00a0\u2009\u202f]?\(|\)[ \u00a0\u2009\u202f]?[-/]?[ \u00a0\u2009\u202f]?)?\d)*)",
        RegexOptions.CultureInvariant)]
    private static partial Regex RunPattern();

    /// <summary>A word that says that a number to call follows; asked of a few characters only.</summary>
    [GeneratedRegex(
        @"\b(?:tel|tél|tlf|telefon|telefonnummer|telephone|téléphone|teléfono|phone|mobile?|mobil(?:nummer)?|móvil|portable|handy(?:nummer)?|natel|cell|whatsapp|sms|fax|durchwahl|extension|ext)" +
        @"\b\P{Nd}{0,12}\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CuePattern();
}
