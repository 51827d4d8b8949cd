using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Feedback.Api.Data;

/// <summary>A combination of dimension values of one survey. <paramref name="Dimensions"/> and <paramref name="Values"/> run in parallel; a missing value is null.</summary>
public sealed record CohortKey(int Survey, bool IsTest, string[] Dimensions, string?[] Values)
{
    private string? _text;

    /// <summary>The same text for the same combination, whatever the order in which its dimensions were registered.</summary>
    public string Text => _text ??= MakeText();

    /// <summary>SHA-256 of the text, hexadecimal: how both engines find a cohort, whatever their collation thinks of blanks.</summary>
    public string Signature => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    private string MakeText()
    {
        var text = new StringBuilder(64).Append(Survey).Append(IsTest ? '!' : '.');
        for (var i = 0; i < Values.Length; i++)
        {
            if (Values[i] is not { } value) continue;
            text.Append('\u001e').Append(Dimensions[i]).Append('\u001f').Append(value);
        }
        return text.ToString();
    }
}

/// <summary>A cohort that is in the store.</summary>
public sealed class Cohort
{
    public required int Id { get; init; }
    public required int Survey { get; init; }
    public required bool IsTest { get; init; }
    public required IReadOnlyDictionary<string, string> Values { get; init; }
}

/// <summary>
/// Every committed cohort, by survey. Ids rise in the order of commits (they are made one at a time), so reading on from the
/// highest id known misses none.
/// </summary>
public sealed class Cohorts
{
    private readonly ConcurrentDictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, ConcurrentDictionary<int, Cohort>> _bySurvey = new();
    private readonly ConcurrentDictionary<(int Survey, string Dimension), ConcurrentDictionary<string, byte>> _values = new();
    private readonly Lock _catchUp = new();
    private int _last;

    /// <summary>The id of a committed cohort, or null.</summary>
    public int? Find(CohortKey key) => _ids.TryGetValue(key.Text, out var id) ? id : null;

    /// <summary>All cohorts of a survey that were committed when the caller's session began, and perhaps later ones.</summary>
    public IReadOnlyCollection<Cohort> Of(int survey) => _bySurvey.TryGetValue(survey, out var cohorts) ? (IReadOnlyCollection<Cohort>)cohorts.Values : [];

    /// <summary>One of a survey's committed cohorts.</summary>
    public Cohort Of(int survey, int id) => _bySurvey[survey][id];

    /// <summary>
    /// Makes room for the values of a combination that is not known yet, so that many that arrive together do not learn more than
    /// one by one they may. A response that is then refused leaves its values reserved until the next start.
    /// </summary>
    /// <returns>The first dimension that has learned as many values as it may, or null.</returns>
    public string? Reserve(CohortKey key, int maximumValues, Func<string, bool> learns)
    {
        for (var i = 0; i < key.Values.Length; i++)
        {
            if (key.Values[i] is not { } value || !learns(key.Dimensions[i])) continue;
            var known = _values.GetOrAdd((key.Survey, key.Dimensions[i]), _ => new(StringComparer.Ordinal));
            if (known.ContainsKey(value)) continue;
            lock (known)
            {
                if (known.Count >= maximumValues) return key.Dimensions[i];
                known.TryAdd(value, 0);
            }
        }
        return null;
    }

    /// <summary>Remembers a cohort whose transaction was committed.</summary>
    public void Add(int id, CohortKey key)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < key.Values.Length; i++)
        {
            if (key.Values[i] is { } value) values[key.Dimensions[i]] = value;
        }
        Remember(new Cohort { Id = id, Survey = key.Survey, IsTest = key.IsTest, Values = values }, key.Text);
    }

    /// <summary>Reads the cohorts that were committed since the last call.</summary>
    public async Task CatchUp(Session session)
    {
        int since;
        lock (_catchUp) since = _last;
        var rows = await session.Rows<CohortRow>(Queries.ReadCohortsSince, new { Id = since });
        if (rows.Count == 0) return;
        var values = (await session.Rows<CohortValueRow>(Queries.ReadCohortValuesSince, new { Id = since })).ToLookup(v => v.Cohort);
        foreach (var row in rows)
        {
            var own = values[row.Id].ToArray();
            var key = new CohortKey(row.Survey, row.IsTest != 0, [.. own.Select(v => v.Dimension)], [.. own.Select(v => v.Value)]);
            Add(row.Id, Sorted(key));
        }
        lock (_catchUp) _last = Math.Max(_last, rows[^1].Id);
    }

    /// <summary>The key with its dimensions in ordinal order, which is the canonical one.</summary>
    public static CohortKey Sorted(CohortKey key)
    {
        var dimensions = (string[])key.Dimensions.Clone();
        var values = (string?[])key.Values.Clone();
        Array.Sort(dimensions, values, StringComparer.Ordinal);
        return new CohortKey(key.Survey, key.IsTest, dimensions, values);
    }

    private void Remember(Cohort cohort, string text)
    {
        _bySurvey.GetOrAdd(cohort.Survey, _ => new()).TryAdd(cohort.Id, cohort);
        foreach (var (dimension, value) in cohort.Values)
            _values.GetOrAdd((cohort.Survey, dimension), _ => new(StringComparer.Ordinal)).TryAdd(value, 0);
        _ids.TryAdd(text, cohort.Id);
    }

    private sealed class CohortRow
    {
        public int Id { get; init; }
        public int Survey { get; init; }
        public int IsTest { get; init; }
    }

    private sealed class CohortValueRow
    {
        public int Cohort { get; init; }
        public string Dimension { get; init; } = "";
        public string Value { get; init; } = "";
    }
}
