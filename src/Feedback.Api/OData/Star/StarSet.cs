using Feedback.Api.Catalogue;
using Feedback.Api.Figures;

namespace Feedback.Api.OData.Star;

/// <summary>A row of the star: its cell, and its place among the cell's rows.</summary>
internal abstract record StarRow
{
    public required StarCell Cell { get; init; }

    public int Place { get; init; }
}

/// <summary>
/// A set of the star: surveys, what they are asked, month, quarter and year, the whole and each unit, and for each of these every single
/// value of a dimension. Read block by block, so that any number of rows takes the memory of one block.
/// </summary>
internal abstract class StarSet<TRow> : FeedSet<TRow> where TRow : StarRow
{
    private static readonly StarInterval[] Intervals = [StarInterval.Month, StarInterval.Quarter, StarInterval.Year, StarInterval.Wave];

    public override string PositionOf(TRow row) => row.Cell.PositionAt(row.Place).ToText();

    public override bool IsPosition(string text) => StarPosition.TryParse(text) is not null;

    /// <summary>What there is to ask of a survey.</summary>
    protected abstract IEnumerable<StarSubject> SubjectsOf(FeedScope scope, Survey survey);

    /// <summary>The column of the subject's name.</summary>
    protected abstract string SubjectColumn { get; }

    /// <summary>The rows of a block in their order, worked out as they are asked for: a page may end before the block does.</summary>
    protected abstract IAsyncEnumerable<TRow> ReadBlock(FeedScope scope, StarSubject subject, StarBlock block);

    /// <summary>The units that have rows beside the whole.</summary>
    protected virtual IEnumerable<string> UnitsOf(IReadOnlyList<StarPeriod> periods) => periods.SelectMany(p => p.Units.Live);

    /// <summary>Whether a unit has rows in a period.</summary>
    protected virtual bool HasUnit(StarPeriod period, string unit) => period.Units.IsLive(unit);

    /// <summary>The times that rows of a period may have changed at.</summary>
    /// <param name="period">When the period's figures did.</param>
    /// <param name="updates">When anything did.</param>
    protected virtual IEnumerable<DateTimeOffset> TimesOf(DateTimeOffset period, Updates updates) => [period];

    /// <summary>The periods that have rows.</summary>
    protected virtual Task<IReadOnlyList<StarPeriod>> PeriodsOf(FeedScope scope, Survey survey, StarInterval interval, Updates updates) => StarPeriod.Read(scope.Read, survey, interval);

    public override async IAsyncEnumerable<TRow> Read(FeedScope scope, FeedFilter filter, string? after)
    {
        var (position, updates) = (after is null ? null : StarPosition.Parse(after), await Updates.Read(scope.Read, scope.AsOf));
        foreach (var survey in scope.Read.Catalogue.Surveys.Where(s => scope.Caller.MayTouch(s.Audience)))
        {
            if (string.CompareOrdinal(survey.Key, position?.Survey) < 0 || filter.Excludes(("survey", survey.Key), ("audience", AudienceOf(survey)))) continue;
            var calendar = new Dictionary<StarInterval, IReadOnlyList<StarPeriod>>();
            foreach (var subject in SubjectsOf(scope, survey).OrderBy(s => s.Name, StringComparer.Ordinal))
            {
                foreach (var interval in Intervals)
                {
                    if (IsBefore(survey, subject, interval, position) || filter.Excludes(("survey", survey.Key), ("audience", AudienceOf(survey)), (SubjectColumn, subject.Name), ("interval", StarCell.NameOf(interval)))) continue;
                    if (!calendar.TryGetValue(interval, out var periods)) calendar[interval] = periods = await PeriodsOf(scope, survey, interval, updates);
                    var own = position is not null && (position.Survey, position.Subject, position.Interval) == (survey.Key, subject.Name, interval) ? position : null;
                    foreach (var block in BlocksOf(scope, survey, subject, interval, periods, updates, filter, own))
                    {
                        await foreach (var row in ReadBlock(scope, subject, block))
                        {
                            if (own is null || row.Cell.PositionAt(row.Place).CompareTo(own) > 0) yield return row;
                        }
                        scope.Read.Aborted.ThrowIfCancellationRequested();
                    }
                }
            }
        }
    }

    internal static string AudienceOf(Survey survey) => survey.Audience == Feedback.Indicators.Audience.Customer ? "customer" : "employee";

    private static bool IsBefore(Survey survey, StarSubject subject, StarInterval interval, StarPosition? position) => position is not null && position.Survey == survey.Key
        && (string.CompareOrdinal(subject.Name, position.Subject) is < 0 || (subject.Name == position.Subject && interval < position.Interval));

    /// <summary>The blocks after a position, in order.</summary>
    private IEnumerable<StarBlock> BlocksOf(FeedScope scope, Survey survey, StarSubject subject, StarInterval interval, IReadOnlyList<StarPeriod> all, Updates updates, FeedFilter filter, StarPosition? after)
    {
        (string, object?)[] known = [("survey", survey.Key), ("audience", AudienceOf(survey)), (SubjectColumn, subject.Name), ("interval", StarCell.NameOf(interval))];
        var periods = all.Select(p => (Period: p, UpdatedAt: updates.Of(subject.Surveys(survey), subject.SpansPeriods ? p.Range with { From = null } : p.Range)))
            .Where(p => TimesOf(p.UpdatedAt, updates).Any(at => !filter.Excludes([.. known, ("from", p.Period.From), ("to", p.Period.To), ("updatedAt", at)]))).ToList();
        if (periods.Count == 0) yield break;
        var dimensions = survey.Dimensions.Where(d => d != Ingest.ResponseRules.Unit).Order(StringComparer.Ordinal).Prepend<string?>(null).Where(d => !filter.Excludes([.. known, ("dimension", d)])).ToList();
        var units = UnitsOf(all).Distinct().Order(StringComparer.Ordinal).Prepend<string?>(null)
            .Where(u => string.CompareOrdinal(u, after?.Unit) >= 0 && !filter.Excludes([.. known, ("unit", u)])).ToList();
        var values = dimensions.ToDictionary(d => d ?? "", d => d is null ? 1 : ValuesOf(scope, survey, d, all));
        var whole = new StarBlock(survey, subject.Name, interval, periods, units, dimensions) { Filter = filter, After = after, HasUnit = HasUnit };
        foreach (var block in StarBlocks.Of(whole, values, unit => subject.RowsOfCell(unit is null ? scope.Read.Units.Live.Count : scope.Read.Units.WithDescendants(unit).Count))) yield return block;
    }

    /// <summary>How many values a dimension has in a survey, about.</summary>
    private static int ValuesOf(FeedScope scope, Survey survey, string dimension, IReadOnlyList<StarPeriod> periods) => survey.Audience == Feedback.Indicators.Audience.Employee
        ? Math.Max(1, periods.Max(p => p.Listed(dimension).Count()))
        : Math.Max(1, scope.Read.Cohorts.Of(survey.Id).Select(c => c.Values.GetValueOrDefault(dimension)).OfType<string>().Distinct().Count());
}

/// <summary>What is asked of a survey: an indicator, or an item.</summary>
/// <param name="Name">Its name in the subject's column.</param>
internal abstract record StarSubject(string Name)
{
    /// <summary>How many rows a cell has, about, or what is read for one counts as.</summary>
    /// <param name="units">How many units the cell's unit, or the whole, holds.</param>
    public virtual int RowsOfCell(int units) => 1;

    /// <summary>Whether figures of a period rest on earlier ones as well.</summary>
    public virtual bool SpansPeriods => false;

    /// <summary>The surveys whose answers the figures rest on.</summary>
    public virtual IEnumerable<Survey> Surveys(Survey survey) => [survey];
}
