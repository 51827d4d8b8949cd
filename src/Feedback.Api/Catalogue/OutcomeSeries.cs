using Feedback.Api.Data;

namespace Feedback.Api.Catalogue;

/// <summary>Numbers of the company's own under one name: retention, a revenue index. All on one grid of periods. Immutable.</summary>
public sealed class OutcomeSeries
{
    public required string Name { get; init; }

    /// <summary>In the order of units, then periods; never empty.</summary>
    public required IReadOnlyList<OutcomeValue> Values { get; init; }

    /// <summary><c>month</c>, <c>quarter</c> or <c>year</c>.</summary>
    public string Grid => GridOf(Values[0].Period);

    /// <summary>The grid that a period's number belongs to: yyyy, yyyyq or yyyymm.</summary>
    public static string GridOf(int period) => period switch { < 10_000 => "year", < 100_000 => "quarter", _ => "month" };
}

/// <summary>One number of the company's own.</summary>
public sealed record OutcomeValue
{
    /// <summary>The unit's code. The number is the unit's as it stands: nothing is added up.</summary>
    public string Unit { get; init; } = "";

    /// <summary>yyyymm, yyyyq or yyyy.</summary>
    public int Period { get; init; }

    public double Value { get; init; }
}

/// <summary>The company's own numbers in the store.</summary>
public static class Outcomes
{
    /// <summary>Puts the values of a name in the place of those there are; without values the name is gone. Works in the session's transaction; the caller commits unless nothing changed.</summary>
    /// <param name="session">Open for writing.</param>
    /// <param name="name">The outcome's name.</param>
    /// <param name="values">On one grid; no unit twice in a period.</param>
    public static async Task<ListChange> Replace(Session session, string name, IReadOnlyCollection<OutcomeValue> values)
    {
        await session.Run(Queries.RaiseStamp);
        var before = (await Read(session)).Find(o => o.Name == name)?.Values ?? [];
        var change = ListChange.Between(before, values, v => (v.Unit, v.Period));
        if (change.ChangesNothing()) return change;
        await session.Run(Queries.RemoveOutcome, new { Name = name });
        await session.RunRows(Queries.InsertOutcome, [.. values.Select(v => OutcomeRow.Of(name, v))]);
        return change;
    }

    /// <summary>The names there are, in no order.</summary>
    public static Task<List<string>> Names(Session session) => session.Rows<string>(Queries.ReadOutcomeNames);

    /// <summary>Every outcome in the order of the names.</summary>
    internal static async Task<List<OutcomeSeries>> Read(Session session) =>
        [.. (await session.Rows<OutcomeRow>(Queries.ReadOutcomes)).GroupBy(r => r.Name, StringComparer.Ordinal)
            .Select(g => new OutcomeSeries { Name = g.Key, Values = [.. g.Select(r => r.ToValue())] })];
}

/// <summary>A number of the company's own as the store has it.</summary>
internal sealed class OutcomeRow
{
    public string Name { get; init; } = "";
    public string Unit { get; init; } = "";
    public int Period { get; init; }
    public double Value { get; init; }

    public static OutcomeRow Of(string name, OutcomeValue value) => new() { Name = name, Unit = value.Unit, Period = value.Period, Value = value.Value };

    public OutcomeValue ToValue() => new() { Unit = Unit, Period = Period, Value = Value };
}
