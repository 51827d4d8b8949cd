using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Figures;
using Feedback.Api.OData.Star;
using Feedback.Indicators;

namespace Feedback.Api.OData.Sets;

/// <summary>
/// Keys of <c>Figures</c> that are not there. Whoever keeps a copy removes them from it, and what <c>ItemCounts</c> has in the same cell: what
/// was erased, what fell below k, what a new tree has no more. Most of them never were in the feed, so that a key here tells nothing. Of
/// employees only a tree takes rows away: quarters and years are read under the tree of the last release in them.
/// </summary>
internal sealed class RemovedSet : StarSet<RemovedFigure>
{
    public override string Name => "Removed";

    public override string TypeName => "RemovedFigure";

    public override IReadOnlyList<FeedColumn<RemovedFigure>> Columns { get; } =
    [
        FeedColumn<RemovedFigure>.Text("key", row => row.Cell.KeyOf("Figures"), isNullable: false),
        FeedColumn<RemovedFigure>.Text("indicator", row => row.Cell.Subject, isNullable: false),
        .. StarColumns.Of<RemovedFigure>(),
        FeedColumn<RemovedFigure>.Instant("updatedAt", row => row.Cell.UpdatedAt, isNullable: false),
    ];

    protected override string SubjectColumn => "indicator";

    protected override IEnumerable<StarSubject> SubjectsOf(FeedScope scope, Survey survey) => IndicatorSubject.Of(scope, survey);

    protected override IEnumerable<string> UnitsOf(IReadOnlyList<StarPeriod> periods) =>
        periods.SelectMany(p => p.Releases.Count > 0 ? p.Gone : p.Units.All.Select(u => u.Code));

    protected override bool HasUnit(StarPeriod period, string unit) => period.Releases.Count == 0 || period.Gone.Contains(unit);

    protected override IEnumerable<DateTimeOffset> TimesOf(DateTimeOffset period, Updates updates) => [period, updates.Tree];

    /// <summary>Of customers every one that was ever answered.</summary>
    protected override Task<IReadOnlyList<StarPeriod>> PeriodsOf(FeedScope scope, Survey survey, StarInterval interval, Updates updates)
    {
        var length = StarPeriod.IntervalOf(interval);
        if (survey.Audience == Audience.Employee) return base.PeriodsOf(scope, survey, interval, updates);
        return Task.FromResult<IReadOnlyList<StarPeriod>>(length == Interval.None ? [] : [.. updates.Days(survey).Select(day => TimeSpans.BucketOf(Days.Date(day), length)).Distinct().Order()
            .Select(from => new StarPeriod(from, TimeSpans.EndOf(from, length), scope.Read.Units))]);
    }

    protected override async IAsyncEnumerable<RemovedFigure> ReadBlock(FeedScope scope, StarSubject subject, StarBlock block)
    {
        var indicator = (IndicatorSubject)subject;
        var asked = block with { Units = indicator.TakesUnits ? block.Units : [.. block.Units.Where(u => u is null)], Dimensions = indicator.TakesDimensions ? block.Dimensions : [.. block.Dimensions.Where(d => d is null)] };
        var cells = block.Survey.Audience == Audience.Employee ? Gone(asked) : await RemovedCells.Read(scope, asked);
        foreach (var cell in StarCell.InOrder(cells, c => c)) yield return new RemovedFigure { Cell = cell };
    }

    private static IEnumerable<StarCell> Gone(StarBlock block) =>
        from unit in block.NamedUnits
        from period in block.Periods
        from dimension in block.Dimensions
        from value in dimension is null ? [null] : period.Period.Listed(dimension).Select(v => (string?)v)
        let cell = block.Find(period.Period.From, unit, dimension, value)
        where cell is not null
        select cell;
}

/// <summary>The key of a figure that is not there.</summary>
internal sealed record RemovedFigure : StarRow;
