namespace Feedback.Indicators;

/// <summary>
/// Options of a choice question: share of the people who answered it, in percent, with Wilson's interval (Wilson 1927).
/// Single choice: options below k are folded into <c>other</c>, smallest first, until it holds nobody or at least k people
/// from at least two options; if that cannot be reached its row is withheld. An <c>other</c> that holds nobody has no row beside others.
/// Multiple choice: options below k are withheld, because one person may stand in several; of employees also those that would
/// follow from the rest.
/// </summary>
internal static class ChoiceItem
{
    private const string Other = "other";

    public static IEnumerable<NamedFigure> Rows(ChoiceCounts choice, Terms terms)
    {
        var untold = choice.Multiple ? Untold(choice, terms) : [];
        return Shown(choice, terms).Select(row => new NamedFigure("option", row.Option.Option, untold.Contains(row.Option.Option) ? Indicators.Figure.Withheld : Figure(choice, row.Option, terms))
        {
            Sample = terms.Weighted ? null : new Sample.Share(row.Option.N, choice.Answered),
            MadeOf = row.MadeOf,
        });
    }

    /// <summary>How many chose each option shown; null where fewer than k answered.</summary>
    public static IReadOnlyList<AnswerShare>? Shares(ChoiceCounts choice, Terms terms)
    {
        var all = new Tally(choice.Answered, choice.Weight, choice.SquaredWeight);
        if (all.Support(terms.Weighted) < terms.MinimumGroup)
            return null;
        return [.. Shown(choice, terms).Select(row => new AnswerShare(null, row.Option.Option, row.Option.N,
            100 * new Tally(row.Option.N, row.Option.Weight, row.Option.SquaredWeight).Amount(terms.Weighted) / all.Amount(terms.Weighted)))];
    }

    /// <summary>The options that have a row, and which of them <c>other</c> is made of. Where nobody answered, or nothing is told, that is <c>other</c> alone: a group has a row whatever its status.</summary>
    private static IEnumerable<(OptionCount Option, string? MadeOf)> Shown(ChoiceCounts choice, Terms terms)
    {
        var shown = choice.Multiple ? [.. choice.Options.Select(option => (option, (string?)null))] : Fold(choice, terms.MinimumGroup);
        return shown.Count > 0 ? shown : [(new OptionCount(Other, 0, 0, 0), null)];
    }

    private static Figure Figure(ChoiceCounts choice, OptionCount option, Terms terms)
    {
        var all = new Tally(choice.Answered, choice.Weight, choice.SquaredWeight);
        var chosen = new Tally(option.N, option.Weight, option.SquaredWeight);
        if (option.N < terms.MinimumGroup || all.Support(terms.Weighted) < terms.MinimumGroup)
            return Indicators.Figure.Withheld;
        var effective = all.Effective(terms.Weighted);
        var share = chosen.Amount(terms.Weighted) / all.Amount(terms.Weighted);
        var parts = new ComponentSet().AddIndicative(all.N);
        Indicator.AddEffective(parts, effective, terms);
        return Indicators.Figure.Of(Intervals.Share(share, effective, terms.Headcount), all.N, effective, parts);
    }

    /// <summary>
    /// The options of a multiple choice that are withheld though k people chose them. Whoever is in none of the told ones chose
    /// untold ones only, and everybody chose something: employees' smallest told options are withheld too until that is nobody
    /// for sure, or at least k people.
    /// </summary>
    private static HashSet<string> Untold(ChoiceCounts choice, Terms terms)
    {
        var added = new HashSet<string>(StringComparer.Ordinal);
        if (terms.Audience == Audience.Customer)
            return added;
        var k = terms.MinimumGroup;
        if (choice.Options.All(option => option.N >= k))
            return added;
        var told = new Queue<OptionCount>(choice.Options.Where(option => option.N >= k)
            .OrderBy(option => option.N).ThenBy(option => option.Option, StringComparer.Ordinal));
        while (told.Count > 0 && choice.Answered - told.Sum(option => option.N) is var left && left > 0 && left < k)
            added.Add(told.Dequeue().Option);
        return added;
    }

    /// <summary>The options shown, and which of them <c>other</c> is made of where there is folding.</summary>
    private static List<(OptionCount Option, string? MadeOf)> Fold(ChoiceCounts choice, int k)
    {
        if (choice.Options.All(option => option.N == 0 || option.N >= k))
            return [.. choice.Options.Where(option => option.N > 0).Select(option => (option, (string?)null))];

        var smallestFirst = new Queue<OptionCount>(choice.Options
            .OrderBy(option => option.Option != Other)
            .ThenBy(option => option.N)
            .ThenBy(option => option.Option, StringComparer.Ordinal));
        var folded = new List<OptionCount>();
        while (smallestFirst.TryPeek(out var next) && (next.N < k || next.Option == Other || !Covers(folded, k)))
            folded.Add(smallestFirst.Dequeue());
        var other = Tally.Sum(folded.Select(option => new Tally(option.N, option.Weight, option.SquaredWeight)));
        var shown = choice.Options.Where(smallestFirst.Contains).Select(option => (option, (string?)null)).ToList();
        // A cover of one option alone would be that option under another name.
        shown.Add(Covers(folded, k)
            ? (new(Other, other.N, other.Weight, other.SquaredWeight), string.Join(',', folded.Select(option => option.Option).Order(StringComparer.Ordinal)))
            : (new(Other, 0, 0, 0), null));
        return shown;
    }

    private static bool Covers(List<OptionCount> folded, int k) =>
        folded.Sum(option => option.N) >= k && folded.Count(option => option.N > 0) >= 2;
}
