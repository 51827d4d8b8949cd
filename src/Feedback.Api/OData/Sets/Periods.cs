using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Api.Releases;
using Feedback.Indicators;

namespace Feedback.Api.OData.Sets;

/// <summary>A period of customers, or of one survey of employees.</summary>
/// <param name="Key">Stable for the same period.</param>
/// <param name="Audience">Whose.</param>
/// <param name="Survey">Employees: the survey's key.</param>
/// <param name="Period"><c>2026-11</c>, <c>2026-Q4</c>, <c>2026</c>, or <c>SURVEY-wave-1</c>.</param>
/// <param name="Grid"><c>month</c>, <c>quarter</c>, <c>year</c> or <c>wave</c>.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day after; null for a wave that is open.</param>
/// <param name="State">Customers: <c>open</c> until it has passed, then <c>closed</c>. Employees: <c>open</c>, <c>closed</c>, <c>merged</c> or <c>released</c>.</param>
/// <param name="MergedInto">Employees: the period in which its answers count.</param>
/// <param name="ReleasedAt">Employees: when its figures came out.</param>
public sealed record PeriodRow(
    string Key, Audience Audience, string? Survey, string Period, string Grid, DateOnly From, DateOnly? To, string State, string? MergedInto, DateTimeOffset? ReleasedAt);

/// <summary>The months, quarters and years in which customers answered, and the periods of each survey of employees.</summary>
public sealed class Periods : ListedSet<PeriodRow>
{
    private static readonly string[] Grids = [PeriodGrid.Month, PeriodGrid.Quarter, PeriodGrid.Year];

    public override string Name => "Periods";

    public override string TypeName => "Period";

    public override IReadOnlyList<FeedColumn<PeriodRow>> Columns { get; } =
    [
        FeedColumn<PeriodRow>.Text("key", p => p.Key, isNullable: false),
        FeedColumn<PeriodRow>.Text("audience", p => Texts.Of(p.Audience), isNullable: false),
        FeedColumn<PeriodRow>.Text("survey", p => p.Survey),
        FeedColumn<PeriodRow>.Text("period", p => p.Period, isNullable: false),
        FeedColumn<PeriodRow>.Text("grid", p => p.Grid, isNullable: false),
        FeedColumn<PeriodRow>.Day("from", p => p.From, isNullable: false),
        FeedColumn<PeriodRow>.Day("to", p => p.To),
        FeedColumn<PeriodRow>.Text("state", p => p.State, isNullable: false),
        FeedColumn<PeriodRow>.Text("mergedInto", p => p.MergedInto),
        FeedColumn<PeriodRow>.Instant("releasedAt", p => p.ReleasedAt),
    ];

    protected override async ValueTask<List<PeriodRow>> Rows(FeedScope scope) => [.. await OfCustomers(scope), .. await OfEmployees(scope)];

    /// <summary>The periods of employees that the caller may see.</summary>
    internal static async Task<List<PeriodRow>> OfEmployees(FeedScope scope)
    {
        if (!scope.Caller.MayTouch(Audience.Employee)) return [];
        var people = await PeriodClosing.PeopleIn(scope.Read.Session);
        var rows = new List<PeriodRow>();
        foreach (var survey in scope.Read.Catalogue.Of(Audience.Employee).Where(s => !s.IsBuiltIn))
        {
            var published = Days.Date(scope.Clock.DayOf(survey.Versions[0].PublishedAt));
            var numbers = KnownPeriods.NumbersOf(survey, people.GetValueOrDefault(survey.Id, []), scope.Read.MinimumGroup, published, scope.Read.Today);
            rows.AddRange(numbers.Select(number => RowOf(survey, number, published, scope.Read.Today)));
        }
        return rows;
    }

    private static PeriodRow RowOf(Survey survey, int number, DateOnly published, DateOnly today)
    {
        var (name, closed) = (PeriodGrid.TextOf(survey, number), survey.Periods.GetValueOrDefault(number));
        var (from, to) = PeriodGrid.DaysOf(survey, number, published, today);
        return new PeriodRow($"employee/{survey.Key}/{name}", Audience.Employee, survey.Key, name, survey.Grid, from, closed is null && survey.Grid == PeriodGrid.Wave ? null : to,
            closed?.State.ToString().ToLowerInvariant() ?? "open", closed?.MergedInto is { } into ? PeriodGrid.TextOf(survey, into) : null, closed?.ReleaseTime);
    }

    private static async Task<IEnumerable<PeriodRow>> OfCustomers(FeedScope scope)
    {
        var days = await AnsweredDays.OfCustomers(scope);
        return Grids.SelectMany(grid => days.Select(day => PeriodGrid.NumberOf(grid, Days.Number(day))).Distinct().Select(number => RowOf(grid, number, scope.Read.Today)));
    }

    private static PeriodRow RowOf(string grid, int number, DateOnly today)
    {
        var (name, (from, to)) = (CalendarPeriods.Text(number), CalendarPeriods.Of(number));
        return new PeriodRow("customer/" + name, Audience.Customer, null, name, grid, from, to, today < to ? "open" : "closed", null, null);
    }
}
