using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Indicators;

/// <summary>Which cohorts a request reads, and the row each belongs to: filters and breakdown, worked out on the few cohorts there are.</summary>
public sealed class Groups
{
    private readonly Dictionary<string, int> _parts = new(StringComparer.Ordinal);
    private readonly List<string?[]> _values = [];
    private readonly List<(int Cohort, int Part)> _cohorts = [];

    public Groups(IndicatorRequest request, Cohorts cohorts, UnitTree units)
    {
        string[] dimensions = [.. request.CohortDimensions];
        var filters = request.Where.Select(w => (w.Dimension, Allowed: w.Dimension == ResponseRules.Unit ? units.WithDescendants(w.Value) : new HashSet<string>(StringComparer.Ordinal) { w.Value })).ToArray();
        foreach (var cohort in request.Surveys.SelectMany(s => cohorts.Of(s.Id)))
        {
            if (cohort.IsTest && !request.IncludesTest) continue;
            if (!Array.TrueForAll(filters, f => cohort.Values.TryGetValue(f.Dimension, out var value) && f.Allowed.Contains(value))) continue;
            _cohorts.Add((cohort.Id, PartOf(cohort, dimensions)));
        }
        if (dimensions.Length == 0 && _values.Count == 0) _values.Add([]);
    }

    /// <summary>Cohort to part.</summary>
    public IReadOnlyList<(int Cohort, int Part)> Cohorts => _cohorts;

    /// <summary>The dimension values of each part, in the order of the breakdown; null where the responses lack the dimension.</summary>
    public IReadOnlyList<string?[]> Values => _values;

    private int PartOf(Cohort cohort, string[] dimensions)
    {
        var values = Array.ConvertAll(dimensions, d => cohort.Values.GetValueOrDefault(d));
        var text = string.Join('\u001f', values.Select(v => v ?? "\u001e"));
        if (_parts.TryGetValue(text, out var part)) return part;
        _values.Add(values);
        return _parts[text] = _values.Count - 1;
    }
}
