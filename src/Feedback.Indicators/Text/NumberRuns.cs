using System.Text.RegularExpressions;

namespace Feedback.Indicators.Text;

/// <summary>Finds groups of digits that stand together in a text, and says which are cards, which are numbers of people, which are dates, and which are numbers to call.</summary>
internal static partial class NumberRuns
{
    /// <summary>How far before a number the word may stand that says what it is.</summary>
    private const int CueDistance = 24, IdCueDistance = 64;

    /// <summary>Fewer digits are no number of a person even where a word says so.</summary>
    private const int ShortestId = 4, LongestId = 18;

    /// <summary>Marks cards, numbers of people in registers and telephone numbers.</summary>
    public static void Mark(Canvas canvas)
    {
        var text = canvas.Text;
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
            return;
        foreach (var match in RunPattern().EnumerateMatches(text))
            Mark(canvas, text, match.Index, new NumberRun(text.Substring(match.Index, match.Length)));
    }

    private static void Mark(Canvas canvas, string text, int index, NumberRun run)
    {
        var count = run.Groups.Count;
        if (run.Count(0, count) < ShortestId || IsCode(text, index))
            return;
        var first = 0;
        for (var i = 0; i < count;)
        {
            var at = index + run.Groups[i].Start;
            var id = RegisterForms.At(run, i, () => IsAnnouncedId(text, at), () => IsThing(text, at));
            var card = run.CardAt(i);
            // The longer one: four and six digits of a card may be a number of their own.
            (id, card) = card > id ? (0, card) : id > 0 ? (id, 0) : (0, card);
            // The number of an article (EAN) has as many digits as the shortest cards, and is told from them by the word before.
            if (card == 1 && run.Groups[i].Length == NumberRun.ShortestCard && IsThing(text, at))
                card = 0;
            var date = id + card > 0 ? 0 : run.DateAt(i);
            if (id + card + date == 0)
            {
                i++;
                continue;
            }
            MarkParts(canvas, text, index, run, first, i);
            if (date == 0)
                canvas.Mark(at, index + run.Groups[i + id + card - 1].End, id > 0 ? "[id]" : "[card]");
            first = i += id + card + date;
        }
        MarkParts(canvas, text, index, run, first, count);
    }

    /// <summary>What lies between cards, dates and the like may be numbers to call.</summary>
    private static void MarkParts(Canvas canvas, string text, int index, NumberRun run, int first, int end)
    {
        foreach (var (from, to) in PhoneNumber.Parts(run, first, end))
        {
            var at = from == 0 ? 0 : run.Groups[from].Start;
            var number = run.Text[at..run.Groups[to - 1].End];
            // A bracket that ends behind the number stays.
            var opens = number[0] == '(' && !number.Contains(')') ? 1 : 0;
            var (starts, ends) = (index + at + opens, index + run.Groups[to - 1].End);
            var isCalled = IsAnnounced(text, index + at);
            if (!isCalled && MayBeId(run, from, to, number) && IsAnnouncedId(text, index + at))
                canvas.Mark(starts, ends, "[id]");
            else if (PhoneNumber.Is(run, from, to, number, isCalled, IsThing(text, index + at)))
                canvas.Mark(starts, ends, "[phone]");
        }
    }

    /// <summary>Whether groups are the number of a person if a word says so: neither a year nor with the country of a telephone.</summary>
    private static bool MayBeId(NumberRun run, int from, int to, string number) =>
        run.Count(from, to) is >= ShortestId and <= LongestId && !number.Contains('+') && !(to == from + 1 && NumberRun.IsYear(run.Groups[from]));

    /// <summary>Digits right behind a letter belong to the code of a thing (INC0012345), but for a word that announces them.</summary>
    private static bool IsCode(string text, int at) => at > 0 && (char.IsLetter(text[at - 1]) || text[at - 1] == '_') && !IsAnnounced(text, at) && !IsAnnouncedId(text, at);

    private static bool IsAnnounced(string text, int at) => CuePattern().IsMatch(text.AsSpan(Math.Max(0, at - CueDistance)..at));

    private static bool IsAnnouncedId(string text, int at) => IdCues.Announce(text.AsSpan(Math.Max(0, at - IdCueDistance)..at));

    private static bool IsThing(string text, int at) => IdCues.NameThing(text.AsSpan(Math.Max(0, at - IdCueDistance)..at));

    /// <summary>Digits, with what may stand between and before them in a number.</summary>
    [GeneratedRegex(
        @"\(?(?:\+ ?)?\(?[0-9]" +
        @"(?>(?:(?:[ \t]{0,2}[-/–][ \t]{0,2}|\.|[ \t]{1,2}| ?\(|\) ?[-/]?[ ]?)?[0-9])*)",
        RegexOptions.CultureInvariant)]
    private static partial Regex RunPattern();

    /// <summary>A word that says that a number to call follows; asked of a few characters only.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}_])(?:tel|tlf|telefon|telefonnummer|telephone|telefono|phone|phone number|mobile?|mobil(?:nummer)?|movil|portable|handy(?:nummer)?|natel|cell|whatsapp|signal|sms|fax|durchwahl|extension|ext" +
        @"|call|call me|text me|reach me|ring me|rufnummer|ruf(?:en|t)?(?: mich| uns| sie)?|anrufen|anruf|erreichbar(?: (?:unter|auf|bin|ist))?(?=[ :])|appele[zr](?:-moi)?|joindre|joignable|llam[ae](?:d?me)?|llamar|chiamat?e?mi|bel(?:len)?|gsm)" +
        @"(?![\p{L}_])[^\p{Nd}\uffff]{0,12}\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CuePattern();
}
