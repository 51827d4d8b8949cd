using System.Text.Json;
using Feedback.Api.Data;

namespace Feedback.Api.Catalogue;

/// <summary>A change programme: something that is done in some units from a day on. Immutable.</summary>
public sealed record Initiative
{
    public required string Key { get; init; }
    public required string Title { get; init; }

    /// <summary>The day it begins.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Codes of the units it touches, in ordinal order; a unit stands for those below it too.</summary>
    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>In the order of their days.</summary>
    public required IReadOnlyList<WayPoint> WayPoints { get; init; }

    public bool Equals(Initiative? other) =>
        other is not null && (Key, Title, From) == (other.Key, other.Title, other.From) && Units.SequenceEqual(other.Units) && WayPoints.SequenceEqual(other.WayPoints);

    public override int GetHashCode() => HashCode.Combine(Key, Title, From);
}

/// <summary>What happened in a change programme on a day.</summary>
public sealed record WayPoint(DateOnly On, string Text);

/// <summary>The change programmes in the store.</summary>
public static class Initiatives
{
    /// <summary>Puts a programme in the place of the one with its key, or adds it. Works in the session's transaction; the caller commits if something changed.</summary>
    /// <returns>The programme as it was before; null for a new one.</returns>
    public static async Task<Initiative?> Put(Session session, Initiative initiative)
    {
        await session.Run(Queries.RaiseStamp);
        var before = (await Read(session)).Find(i => i.Key == initiative.Key);
        if (initiative.Equals(before)) return before;
        await Delete(session, initiative.Key);
        await session.Run(Queries.InsertInitiative, InitiativeRow.Of(initiative));
        await session.RunRows(Queries.InsertInitiativeUnit, [.. initiative.Units.Select(u => new InitiativeUnitRow { InitiativeKey = initiative.Key, Unit = u })]);
        return before;
    }

    /// <summary>Removes a programme in the session's transaction.</summary>
    /// <returns>Whether there was one.</returns>
    public static async Task<bool> Remove(Session session, string key)
    {
        await session.Run(Queries.RaiseStamp);
        return await Delete(session, key);
    }

    private static async Task<bool> Delete(Session session, string key)
    {
        await session.Run(Queries.RemoveInitiativeUnits, new { InitiativeKey = key });
        return await session.Run(Queries.RemoveInitiative, new { InitiativeKey = key }) > 0;
    }

    /// <summary>Every programme in the order of the keys.</summary>
    internal static async Task<List<Initiative>> Read(Session session)
    {
        var units = (await session.Rows<InitiativeUnitRow>(Queries.ReadInitiativeUnits)).ToLookup(u => u.InitiativeKey, u => u.Unit);
        return [.. (await session.Rows<InitiativeRow>(Queries.ReadInitiatives)).Select(r => r.ToInitiative(units[r.InitiativeKey]))];
    }
}

/// <summary>A change programme as the store has it; its units are in a table of their own.</summary>
internal sealed class InitiativeRow
{
    public string InitiativeKey { get; init; } = "";
    public string Title { get; init; } = "";
    public int StartDay { get; init; }
    public string WayPoints { get; init; } = "";

    public static InitiativeRow Of(Initiative initiative) => new()
    {
        InitiativeKey = initiative.Key,
        Title = initiative.Title,
        StartDay = Days.Number(initiative.From),
        WayPoints = JsonSerializer.Serialize(initiative.WayPoints),
    };

    public Initiative ToInitiative(IEnumerable<string> units) => new()
    {
        Key = InitiativeKey,
        Title = Title,
        From = Days.Date(StartDay),
        Units = [.. units],
        WayPoints = JsonSerializer.Deserialize<WayPoint[]>(WayPoints)!,
    };
}

/// <summary>A unit that a change programme touches, as the store has it.</summary>
internal sealed class InitiativeUnitRow
{
    public string InitiativeKey { get; init; } = "";
    public string Unit { get; init; } = "";
}
