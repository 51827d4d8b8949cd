using System.Text.Json;

namespace Feedback.Api.Data;

/// <summary>A row of a combination of dimension values.</summary>
internal sealed record NewCohortRow(int Survey, int IsTest, string Signature)
{
    public static NewCohortRow Of(CohortKey key) => new(key.Survey, key.IsTest ? 1 : 0, key.Signature);
}

/// <summary>A row of one dimension value of a cohort.</summary>
internal sealed record NewCohortValueRow(int Cohort, string Dimension, string Value)
{
    /// <summary>The rows of a cohort; a dimension without a value has none.</summary>
    public static IEnumerable<NewCohortValueRow> Of(int cohort, CohortKey key)
    {
        for (var i = 0; i < key.Values.Length; i++)
        {
            if (key.Values[i] is { } value) yield return new NewCohortValueRow(cohort, key.Dimensions[i], value);
        }
    }
}

/// <summary>Finds many cohorts at once and makes those that are missing, in a session that writes.</summary>
internal static class NewCohorts
{
    /// <summary>Takes the lock under which cohorts are made, until the session ends: so their ids rise in the order of commits.</summary>
    /// <exception cref="TimeoutException">Somebody else held the lock for too long.</exception>
    public static async Task Lock(Session session)
    {
        if (await session.Row<int>(Queries.LockCohorts) < 0) throw new TimeoutException("The lock on cohorts was not to be had.");
    }

    /// <summary>The ids by signature of every key. Under the lock; once the session is committed, <see cref="Cohorts"/> is told of them.</summary>
    public static async Task<Dictionary<string, int>> FindOrMake(Session session, IReadOnlyCollection<CohortKey> keys)
    {
        var ids = await Find(session, keys);
        var missing = keys.Where(k => !ids.ContainsKey(k.Signature)).DistinctBy(k => k.Signature).ToList();
        if (missing.Count > 0)
        {
            await session.RunRows(Queries.InsertCohort, [.. missing.Select(NewCohortRow.Of)]);
            foreach (var (signature, id) in await Find(session, missing)) ids[signature] = id;
            await session.RunRows(Queries.InsertCohortValue, [.. missing.SelectMany(k => NewCohortValueRow.Of(ids[k.Signature], k))]);
        }
        return ids;
    }

    /// <summary>The ids by signature of those keys that were seen before.</summary>
    public static async Task<Dictionary<string, int>> Find(Session session, IEnumerable<CohortKey> keys)
    {
        var signatures = JsonSerializer.Serialize(keys.Select(k => k.Signature));
        return (await session.Rows<FoundRow>(Queries.ReadCohorts, new { Signatures = signatures })).ToDictionary(r => r.Signature, r => r.Id, StringComparer.Ordinal);
    }

    private sealed class FoundRow
    {
        public string Signature { get; init; } = "";
        public int Id { get; init; }
    }
}
