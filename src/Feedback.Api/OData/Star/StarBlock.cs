using Feedback.Api.Catalogue;
using Feedback.Api.Figures;

namespace Feedback.Api.OData.Star;

/// <summary>A stretch of the star that is read at once: some units, dimensions and periods of one subject.</summary>
/// <param name="Survey">The survey.</param>
/// <param name="Subject">The indicator, or the item.</param>
/// <param name="Interval">How long the periods are.</param>
/// <param name="Periods">Those that are asked for, in order.</param>
/// <param name="Units">Null for the whole among them.</param>
/// <param name="Dimensions">Null for all values together among them.</param>
internal sealed record StarBlock(Survey Survey, string Subject, StarInterval Interval, IReadOnlyList<(StarPeriod Period, DateTimeOffset UpdatedAt)> Periods, IReadOnlyList<string?> Units, IReadOnlyList<string?> Dimensions)
{
    private Dictionary<DateOnly, (StarPeriod Period, DateTimeOffset UpdatedAt)> _byFrom = Periods.ToDictionary(p => p.Period.From);

    /// <summary>Rows that the filter excludes, and those not after this position, need not be worked out.</summary>
    public FeedFilter Filter { get; init; } = FeedFilter.None;

    public StarPosition? After { get; init; }

    /// <summary>Which units have rows in a period.</summary>
    public required Func<StarPeriod, string, bool> HasUnit { get; init; }

    /// <summary>From the first period to the last; between them there may be others.</summary>
    public DayRange Range => new(Periods[0].Period.From, Periods[^1].Period.To);

    /// <summary>The same of some of the periods.</summary>
    public StarBlock Of(IReadOnlyList<(StarPeriod Period, DateTimeOffset UpdatedAt)> periods) => this with { Periods = periods, _byFrom = periods.ToDictionary(p => p.Period.From) };

    public IEnumerable<string> NamedUnits => Units.OfType<string>();

    /// <summary>The cell; null where no row of it is asked for: another period, a unit its tree does not have, excluded by the filter, or before the position.</summary>
    /// <param name="from">The first day of the period.</param>
    /// <param name="unit">Null for the whole.</param>
    /// <param name="dimension">Null for all values together.</param>
    /// <param name="value">Null without a dimension.</param>
    /// <param name="updatedAt">Where it is not that of the period.</param>
    public StarCell? Find(DateOnly from, string? unit, string? dimension, string? value, DateTimeOffset? updatedAt = null)
    {
        if (!_byFrom.TryGetValue(from, out var found)) return null;
        if (updatedAt is { } at) found.UpdatedAt = at;
        if (unit is not null && !HasUnit(found.Period, unit)) return null;
        var cell = new StarCell(Survey, Subject, Interval, found.Period, unit, dimension, value, found.UpdatedAt);
        if (After is not null && cell.PositionAt(int.MaxValue).CompareTo(After) <= 0) return null;
        return Filter.Excludes(("survey", Survey.Key), ("interval", cell.IntervalName), ("unit", unit), ("dimension", dimension), ("value", value), ("from", from), ("to", found.Period.To), ("updatedAt", found.UpdatedAt)) ? null : cell;
    }
}
