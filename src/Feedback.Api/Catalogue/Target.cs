using Feedback.Api.Data;
using Feedback.Indicators;

namespace Feedback.Api.Catalogue;

/// <summary>What one figure shall be by a day: of one audience, one indicator, and the whole organisation or exactly one unit. Immutable.</summary>
public sealed record Target
{
    public required Audience Audience { get; init; }

    /// <summary>The indicator's slug.</summary>
    public required string Indicator { get; init; }

    /// <summary>
    /// What the indicator is worked out on, as its parameter <c>measure</c> has it, its default written out; <c>item:CODE</c> for
    /// the indicator <c>item</c>; null where it takes none.
    /// </summary>
    public string? Measure { get; init; }

    /// <summary>The unit's code; null for the whole. Units above and below it have targets of their own, or none.</summary>
    public string? Unit { get; init; }

    public required Direction Direction { get; init; }

    /// <summary>On the indicator's scale.</summary>
    public required double Value { get; init; }

    /// <summary>The day by which it shall be reached: judged on the last period that ends by it.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The figure the target is about; a figure has one target at the most.</summary>
    public (Audience Audience, string Indicator, string? Measure, string? Unit) Figure => (Audience, Indicator, Measure, Unit);
}

/// <summary>The list of targets in the store.</summary>
public static class Targets
{
    /// <summary>Puts a list in the place of the one there is. Works in the session's transaction; the caller commits unless nothing changed.</summary>
    /// <param name="session">Open for writing.</param>
    /// <param name="targets">No figure twice.</param>
    public static async Task<ListChange> Replace(Session session, IReadOnlyCollection<Target> targets)
    {
        await session.Run(Queries.RaiseStamp);
        var change = ListChange.Between(await Read(session), targets, t => t.Figure);
        if (change.ChangesNothing()) return change;
        await session.Run(Queries.RemoveTargets);
        await session.RunRows(Queries.InsertTarget, [.. targets.Select(TargetRow.Of)]);
        return change;
    }

    /// <summary>Every target, ordered by audience, indicator, measure and unit.</summary>
    internal static async Task<List<Target>> Read(Session session) =>
        [.. (await session.Rows<TargetRow>(Queries.ReadTargets)).Select(r => r.ToTarget())];
}

/// <summary>A target as the store has it: what is not there is empty, because it is part of the key.</summary>
internal sealed class TargetRow
{
    public string Audience { get; init; } = "";
    public string Indicator { get; init; } = "";
    public string Measure { get; init; } = "";
    public string Unit { get; init; } = "";
    public string Direction { get; init; } = "";
    public double Value { get; init; }
    public int UntilDay { get; init; }

    public static TargetRow Of(Target target) => new()
    {
        Audience = target.Audience.ToString().ToLowerInvariant(),
        Indicator = target.Indicator,
        Measure = target.Measure ?? "",
        Unit = target.Unit ?? "",
        Direction = target.Direction.ToString(),
        Value = target.Value,
        UntilDay = Days.Number(target.Until),
    };

    public Target ToTarget() => new()
    {
        Audience = Enum.Parse<Audience>(Audience, ignoreCase: true),
        Indicator = Indicator,
        Measure = Measure.Length == 0 ? null : Measure,
        Unit = Unit.Length == 0 ? null : Unit,
        Direction = Enum.Parse<Direction>(Direction),
        Value = Value,
        Until = Days.Date(UntilDay),
    };
}
