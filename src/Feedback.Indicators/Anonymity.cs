namespace Feedback.Indicators;

/// <summary>
/// The gate between figures and readers: at least k people behind every figure (k effective people if weighted) and behind
/// every component, else the number is null. About employees less is told of small cells, and everything rounded
/// (<see cref="EmployeeGate"/>). Which cells there are at all is the business of releases.
/// </summary>
public static class Anonymity
{
    /// <summary>Whether a count is one of a few people: neither nobody, which may be told, nor k.</summary>
    public static bool IsFew(long people, int minimumGroup) => people > 0 && people < minimumGroup;

    /// <summary>
    /// The figure of an indicator as it may be shown: withheld below k, components null where their own base is below k (below
    /// 3k about employees). A released figure stays as it is when it is released again.
    /// </summary>
    public static Released<Figure> Release(Figure figure, Indicator indicator, Terms terms) => new(Shown(figure, indicator, terms));

    /// <summary>Rows of an indicator as they may be shown, each for itself.</summary>
    public static Released<IReadOnlyList<NamedFigure>> Release(IReadOnlyList<NamedFigure> rows, Indicator indicator, Terms terms) =>
        new([.. rows.Select(row => row with { Figure = Shown(row.Figure, indicator, terms) })]);

    /// <summary>
    /// The mean of a cell as it is served, which is what cells are compared by: of employees to 0.1. Null below k, and for a small
    /// cell of employees whose mean is not told, because it lies near an end of the scale or the answers have another figure.
    /// </summary>
    public static Moments? Served(Moments cell, Terms terms) => EmployeeGate.Served(cell, terms);

    /// <summary>
    /// How the answers to an item are spread, as it may be shown: answers that fewer than k people gave without number and share.
    /// Of employees nothing at any n, because that would be the answers themselves.
    /// </summary>
    public static Released<IReadOnlyList<AnswerShare>>? Release(IReadOnlyList<AnswerShare>? shares, Terms terms) =>
        shares is null || terms.Audience == Audience.Employee ? null
        : new([.. shares.Select(share => share.N >= terms.MinimumGroup ? share : share with { N = null, Share = null })]);

    internal static IReadOnlyList<NamedFigure> Gate(IEnumerable<NamedFigure> rows, Terms terms) =>
        [.. rows.Select(row => row with { Figure = Gate(row.Figure, terms) })];

    internal static Figure Gate(Figure figure, Terms terms)
    {
        if (figure.Status == Status.Withheld || figure.N is not { } n || (n < terms.MinimumGroup && !figure.CountsCells))
            return Figure.Withheld;
        if (terms.Weighted && !(figure.Effective >= terms.MinimumGroup))
            return Figure.Withheld;
        if (figure.Status == Status.Undefined && terms.Audience == Audience.Employee)
            return Figure.Withheld;
        if (figure.Status == Status.Insufficient)
            return Figure.Insufficient(n) with { CountsCells = figure.CountsCells, OnlyComponent = figure.OnlyComponent };

        // A component of other people than the figure's stands for a cell of theirs: of employees it has to be a large one.
        var least = terms.Audience == Audience.Employee ? terms.LargeGroup : terms.MinimumGroup;
        var gated = !figure.Bases.Values.Any(people => people < least) ? figure.Components : figure.Components.ToDictionary(
            part => part.Key,
            part => figure.Bases.TryGetValue(part.Key, out var people) && people < least ? null : part.Value);
        var shown = figure.Status == Status.Undefined
            ? figure with { Estimate = null, Low = null, High = null, Components = gated }
            : figure with { Components = gated };
        EnsureNumbers(shown);
        return shown;
    }

    private static Figure Shown(Figure figure, Indicator indicator, Terms terms)
    {
        var shown = Masked(Gate(figure, terms));
        return terms.Audience == Audience.Employee ? EmployeeGate.Serve(shown, indicator, terms) : shown;
    }

    /// <summary>Where only one component is for readers' eyes, every number beside it is null, n too.</summary>
    private static Figure Masked(Figure figure)
    {
        if (figure.OnlyComponent is not { } only)
            return figure;
        return figure with
        {
            Estimate = null,
            Low = null,
            High = null,
            N = null,
            Components = figure.Components.Where(part => part.Key == only).ToDictionary(part => part.Key, part => part.Value),
        };
    }

    /// <summary>A NaN is a bug of a formula, and must never look like a figure.</summary>
    private static void EnsureNumbers(Figure figure)
    {
        if (figure.Status == Status.Released && (figure.Estimate is null || figure.Low is null || figure.High is null))
            throw new InvalidOperationException("A released figure lacks its estimate or its limits.");
        if (new[] { figure.Estimate, figure.Low, figure.High }.Any(number => number is { } x && !double.IsFinite(x)))
            throw new InvalidOperationException("A figure is not a finite number.");
        foreach (var (name, value) in figure.Components)
        {
            if (value is double x && !double.IsFinite(x))
                throw new InvalidOperationException($"The component {name} is not a finite number.");
        }
    }
}
