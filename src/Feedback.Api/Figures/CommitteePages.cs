using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>What a committee looks at: for the whole and for every unit what moved, and what is off target.</summary>
public static class CommitteePages
{
    /// <summary>A figure that moved against the period before, by more than chance and by at least 3 points.</summary>
    /// <param name="Unit">The unit with all below it; null for the whole.</param>
    /// <param name="Audience">Whose answers.</param>
    /// <param name="Indicator">The slug.</param>
    /// <param name="Figure">The change, as <c>change</c> has it; p adjusted over everything on all pages.</param>
    public sealed record Move(string? Unit, Audience Audience, string Indicator, Released<Figure> Figure);

    /// <summary>A figure whose whole interval lies on the wrong side of its target.</summary>
    /// <param name="Unit">The unit with all below it; null for the whole.</param>
    /// <param name="Target">What is wanted.</param>
    /// <param name="Figure">What there is.</param>
    public sealed record Miss(string? Unit, Catalogue.Target Target, Released<Figure> Figure);

    /// <summary>
    /// Everything that was compared, in one family of comparisons: each indicator of means, shares and net figures that needs
    /// no parameter, for the whole and every unit.
    /// </summary>
    public static async Task<IReadOnlyList<Move>> Compared(ReadScope scope, IReadOnlyList<Audience> audiences, DayRange before, DayRange period)
    {
        var change = ReadingCatalogue.All.Single(r => r.Indicator is Change);
        var found = new List<(Audience Audience, string Slug, Draft Draft)>();
        foreach (var audience in audiences)
        {
            foreach (var reading in ReadingCatalogue.All.Where(r => r.Indicator is CountedIndicator && r.Parameters.Count == 0 && r.Indicator.Audiences.Contains(audience)))
            {
                foreach (var cut in Cuts(scope, Request(scope, reading, audience)))
                {
                    if (!reading.HasSamples(cut)) continue;
                    var comparison = new Comparison(cut, new(before, null), new(period, null), null);
                    var rows = await change.Read(scope, cut with { Indicator = change.Indicator, Comparison = comparison });
                    found.AddRange(rows.Where(r => r.By.Count == 0 || r.By[0] is not null).Select(r => (audience, reading.Indicator.Slug, r)));
                }
            }
        }
        var adjusted = Change.Adjusted([.. found.Select(f => f.Draft.Figure)]);
        return [.. found.Zip(adjusted, (f, figure) => new Move(Unit(f.Draft.By), f.Audience, f.Slug, Anonymity.Release(figure, f.Draft.Terms)))
            .Where(m => m.Figure.Value.Status == Status.Released)];
    }

    /// <summary>The figures of a period that are off target.</summary>
    public static async Task<IReadOnlyList<Miss>> Missed(ReadScope scope, IReadOnlyList<Audience> audiences, DayRange period)
    {
        var missed = new List<Miss>();
        foreach (var about in scope.Catalogue.Targets.Where(t => audiences.Contains(t.Audience)).GroupBy(t => (t.Audience, t.Indicator, t.Measure)))
        {
            if (ReadingCatalogue.Find(about.Key.Indicator) is not { } reading) continue;
            if (reading.ComparesAudiences && audiences.Count < 2) continue;
            if (TargetQuestion.Ask(reading, about.Key.Audience, about.Key.Measure, scope.Catalogue, out var request) is not null) continue;
            var dated = request! with { Range = period };
            foreach (var target in about)
            {
                var asked = target.Unit is null ? dated : dated with { Where = [(ResponseRules.Unit, target.Unit)] };
                missed.AddRange((await IndicatorTable.Read(scope, reading, asked)).Where(r => r.Reached == Reached.No).Select(r => new Miss(target.Unit, target, r.Figure)));
            }
        }
        return missed;
    }

    private static IndicatorRequest Request(ReadScope scope, Reading reading, Audience audience)
    {
        var request = new IndicatorRequest
        {
            Indicator = reading.Indicator,
            Audience = audience,
            Surveys = [.. scope.Catalogue.Of(audience).OrderBy(s => s.Key, StringComparer.Ordinal)],
            NamesSurveys = false,
        };
        return request with { Surveys = reading.Asking(request.Surveys, request) };
    }

    /// <summary>The whole, and every level of the tree.</summary>
    private static IEnumerable<IndicatorRequest> Cuts(ReadScope scope, IndicatorRequest request)
    {
        yield return request;
        var deepest = scope.Units.All.Where(u => !u.IsRetired).Select(u => scope.Units.LevelOf(u.Code)).DefaultIfEmpty().Max();
        for (var level = 1; level <= deepest; level++) yield return request with { By = [ResponseRules.Unit], UnitAxis = Axis.Units(scope.Units, level) };
    }

    private static string? Unit(IReadOnlyList<string?> by) => by.Count == 0 ? null : by[0];
}
