using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Readings;

/// <summary>
/// Did it move where something was done? Units that an initiative touches against the other units of the same level, equally
/// many whole periods before and after it began (INDICATORS, 3.26).
/// </summary>
internal static class InitiativeRows
{
    public static async Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request, Reading inner)
    {
        var initiative = scope.Catalogue.Initiatives.Single(i => i.Key == request.Comparison!.Initiative);
        var of = request.Comparison!.Of with { IsCompared = true };
        var terms = new Terms(of.Audience, of.MinimumGroup(scope.MinimumGroup));
        var (before, after) = await Sides(scope, of, inner, initiative.From);
        var figure = before is null || after is null ? Figure.Withheld : InitiativeEffect.Of(await Units(scope, of, inner, initiative, before, after), terms);
        return [new Draft(before?.From, after?.To, [], null, Change.Adjusted([figure])[0], terms)];
    }

    /// <summary>
    /// Touched units, one inside another counted as the outer one; and the live units on their levels that overlap none of them
    /// nor each other.
    /// </summary>
    public static (IReadOnlyList<string> Touched, IReadOnlyList<string> Others) Compared(UnitTree tree, IReadOnlyList<string> named)
    {
        List<string> touched = [.. tree.Outermost(named).Order(StringComparer.Ordinal)];
        var levels = touched.Select(tree.LevelOf).ToHashSet();
        var holding = touched.Concat(touched.SelectMany(tree.Above)).ToHashSet(StringComparer.Ordinal);
        var inside = touched.ToHashSet(StringComparer.Ordinal);
        var others = tree.All.Where(u => !u.IsRetired && levels.Contains(tree.LevelOf(u.Code))).Select(u => u.Code)
            .Where(u => !holding.Contains(u) && !tree.Above(u).Any(inside.Contains));
        return (touched, [.. tree.Outermost(others).Order(StringComparer.Ordinal)]);
    }

    private static async Task<IReadOnlyList<InitiativeUnit>> Units(ReadScope scope, IndicatorRequest of, Reading inner, Initiative initiative, DayRange before, DayRange after)
    {
        var (touched, others) = Compared(scope.Units, initiative.Units);
        var isTouched = touched.ToHashSet(StringComparer.Ordinal);
        var byUnit = of with { By = [ResponseRules.Unit], UnitAxis = Axis.UnitsIn(scope.Units, [.. touched, .. others]) };
        var (earlier, later) = (await Side(before), await Side(after));
        return [.. earlier.Keys.Intersect(later.Keys).Where(u => earlier[u].Under == later[u].Under).Order(StringComparer.Ordinal).Select(u => new InitiativeUnit(u, isTouched.Contains(u), earlier[u].Sample!, later[u].Sample!))];

        // A unit whose own figure is not told has no part in one either.
        async Task<Dictionary<string, Draft>> Side(DayRange range) => (await inner.Read(scope, byUnit with { Range = range }))
            .Where(r => r.By[0] is not null && Anonymity.Release(r.Figure, inner.Indicator, r.Terms).Value is { Status: Status.Released, Bound: null }).ToDictionary(r => r.By[0]!, StringComparer.Ordinal);
    }

    /// <summary>Whole periods wholly before and wholly after the day: those nearest to it, as many as the shorter side has; nulls where a side has none.</summary>
    private static async Task<(DayRange? Before, DayRange? After)> Sides(ReadScope scope, IndicatorRequest of, Reading inner, DateOnly from)
    {
        var counted = await Cube.Read(scope, new CubeQuery
        {
            Surveys = of.Surveys,
            Variables = [.. of.Surveys.SelectMany(s => s.Variables).Where(v => inner.IsAnswered(v, of))],
            Interval = TimeSpans.GridOf(of.Surveys, of.Audience),
            Where = of.Where,
            IncludesTest = of.IncludesTest,
        });
        CubeRow[] before = [.. counted.Rows.Where(p => p.To <= from)];
        CubeRow[] after = [.. counted.Rows.Where(p => p.From >= from && p.To <= scope.Today)];
        var length = Math.Min(before.Length, after.Length);
        return length == 0 ? (null, null) : (new(before[^length].From, before[^1].To), new(after[0].From, after[length - 1].To));
    }
}
