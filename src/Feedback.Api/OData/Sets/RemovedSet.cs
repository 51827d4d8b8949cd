using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Figures;
using Feedback.Api.OData.Star;
using Feedback.Indicators;

namespace Feedback.Api.OData.Sets;

/// <summary>
/// Keys of <c>Figures</c> that are not there: of customers, in periods that were ever answered, of units that are or were, and values that
/// were ever seen. Whoever keeps a copy removes them from it: what was erased, what fell below k, and what a new tree has no more. Most of them
/// never were in the feed, which tells nobody anything. Employees' figures are never taken back.
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

    protected override IEnumerable<StarSubject> SubjectsOf(FeedScope scope, Survey survey) => survey.Audience == Audience.Customer ? IndicatorSubject.Of(scope, survey) : [];

    protected override IEnumerable<string> UnitsOf(IReadOnlyList<StarPeriod> periods) => periods.SelectMany(p => p.Units.All.Select(u => u.Code));

    protected override bool HasUnit(StarPeriod period, string unit) => true;

    protected override Task<IReadOnlyList<StarPeriod>> PeriodsOf(FeedScope scope, Survey survey, StarInterval interval, Updates updates)
    {
        var length = StarPeriod.IntervalOf(interval);
        return Task.FromResult<IReadOnlyList<StarPeriod>>(length == Interval.None ? [] : [.. updates.Days(survey).Select(day => TimeSpans.BucketOf(Days.Date(day), length)).Distinct().Order()
            .Select(from => new StarPeriod(from, TimeSpans.EndOf(from, length), scope.Read.Units))]);
    }

    protected override async Task<IEnumerable<RemovedFigure>> ReadBlock(FeedScope scope, StarSubject subject, StarBlock block)
    {
        var (indicator, units) = ((IndicatorSubject)subject, scope.Read.Units);
        var responses = await StarResponses.Read(scope.Read, block with { Units = [null, .. block.NamedUnits.Where(units.IsLive)], Dimensions = [null, .. block.Dimensions.OfType<string>()] });
        var values = block.Dimensions.ToDictionary(d => d ?? "", d => ValuesOf(scope, block.Survey, d));
        return from unit in block.Units
               where unit is null || indicator.TakesUnits
               from dimension in block.Dimensions
               where dimension is null || indicator.TakesDimensions
               from period in block.Periods
               from value in values[dimension ?? ""]
               where !IsServed(period.Period.From, unit, dimension, value)
               let cell = block.Find(period.Period.From, unit, dimension, value)
               where cell is not null
               select new RemovedFigure { Cell = cell };

        bool IsServed(DateOnly from, string? unit, string? dimension, string? value) =>
            responses.IsAnswered(from) && (unit is null || units.IsLive(unit)) && (dimension is null || responses.IsMany(from, unit, dimension, value!));
    }

    private static IReadOnlyList<string?> ValuesOf(FeedScope scope, Survey survey, string? dimension) => dimension is null ? [null]
        : [.. scope.Read.Cohorts.Of(survey.Id).Where(c => !c.IsTest).Select(c => c.Values.GetValueOrDefault(dimension)).OfType<string>().Distinct(StringComparer.Ordinal)];
}

/// <summary>The key of a figure that is not there.</summary>
internal sealed record RemovedFigure : StarRow;
