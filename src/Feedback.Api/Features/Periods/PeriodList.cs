using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Api.Releases;
using Feedback.Indicators;

namespace Feedback.Api.Features.Periods;

/// <summary>The periods of employee surveys; which those are, <see cref="KnownPeriods"/> says.</summary>
internal sealed class PeriodList(ReadPeriodsScope scope)
{
    public async Task<IReadOnlyList<PeriodView>> Read()
    {
        var people = await PeriodClosing.PeopleIn(scope.Session);
        var named = new List<(string Name, Survey Survey, int Number)>();
        foreach (var survey in scope.Catalogue.Of(Audience.Employee))
        {
            named.AddRange(KnownPeriods.NumbersOf(survey, people.GetValueOrDefault(survey.Id, []), scope.MinimumGroup, scope.PublishedOn(survey), scope.Today).Select(n => (PeriodGrid.TextOf(survey, n), survey, n)));
        }
        var views = new List<PeriodView>();
        foreach (var same in named.GroupBy(n => n.Name, StringComparer.Ordinal))
        {
            // Unprompted feedback is released with the others and makes no period of its own.
            if (same.All(n => n.Survey.IsBuiltIn && !n.Survey.Periods.ContainsKey(n.Number))) continue;
            views.Add(await ViewOf(same.Key, [.. same.Select(n => (n.Survey, n.Number)).OrderBy(n => n.Survey.Key, StringComparer.Ordinal)]));
        }
        return [.. views.OrderBy(v => v.From).ThenBy(v => v.To).ThenBy(v => v.Period, StringComparer.Ordinal)];
    }

    private async Task<PeriodView> ViewOf(string name, IReadOnlyList<(Survey Survey, int Number)> parts)
    {
        var releases = new List<PeriodRelease>();
        foreach (var (survey, number) in parts) releases.Add(await ReleaseOf(survey, number));
        var (first, today) = (parts[0], scope.Today);
        var (from, to) = PeriodGrid.DaysOf(first.Survey, first.Number, scope.PublishedOn(first.Survey), today);
        var isOpenWave = first.Survey.Grid == PeriodGrid.Wave && releases[0].State == "open";
        return new PeriodView(name, first.Survey.Grid, from, isOpenWave ? null : to, StateOf(releases), [.. parts.Where(p => !p.Survey.IsBuiltIn).Select(p => p.Survey.Key)],
            parts.Select(p => p.Survey.Periods.GetValueOrDefault(p.Number)?.ReleaseTime).Max(), [.. releases.Where((_, i) => !parts[i].Survey.IsBuiltIn)]);
    }

    private async Task<PeriodRelease> ReleaseOf(Survey survey, int number)
    {
        if (survey.Periods.GetValueOrDefault(number) is not { } period) return new PeriodRelease(survey.Key, "open", null, null, null, null, null);
        var (cells, released) = period.IsReleased ? await CellsOf(survey, period) : (null, null);
        return new PeriodRelease(survey.Key, period.State.ToString().ToLowerInvariant(), period.MergedInto is { } into ? PeriodGrid.TextOf(survey, into) : null,
            cells, released, period.Hash, period.State == PeriodState.Closed ? scope.Runner.ProgressOf(survey.Id, number) ?? new ReleaseProgress(0, 0, 0) : null);
    }

    /// <summary>Cells that can be named follow from lists that everybody can read; how many of the others are empty, small or refused nobody can tell from the two numbers.</summary>
    private async Task<(long? Cells, long? Released)> CellsOf(Survey survey, SurveyPeriod period)
    {
        var frozen = await scope.Frozen.Period(scope.Session, period);
        long[] lists = [.. survey.Dimensions.Where(d => d != ResponseRules.Unit).Select(d => (long)frozen.Listed(d).Count)];
        var values = 1 + lists.Sum() + lists.SelectMany((a, i) => lists[(i + 1)..].Select(b => a * b)).Sum();
        return ((frozen.Units.Count + 1) * values, (await scope.Frozen.Base(scope.Session, period, ReleaseBase.Responses))?.Count ?? 0);
    }

    private static string StateOf(IReadOnlyList<PeriodRelease> releases)
    {
        if (releases.Any(r => r.State == "closed")) return "closed";
        if (releases.Any(r => r.State == "released")) return "released";
        return releases.Any(r => r.State == "open") ? "open" : "closed";
    }
}

/// <summary>What a list of periods stands on.</summary>
internal sealed record ReadPeriodsScope(Session Session, CatalogueSnapshot Catalogue, FrozenReleases Frozen, ReleaseRunner Runner, OrganisationClock Clock, int MinimumGroup)
{
    public DateOnly Today { get; } = Days.Date(Clock.DayOf(Clock.Now));

    public DateOnly PublishedOn(Survey survey) => Days.Date(Clock.DayOf(survey.Versions[0].PublishedAt));
}
