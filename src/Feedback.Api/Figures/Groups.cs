using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Figures;

/// <summary>Which cohorts a question reads, and the part each belongs to: filters and cuts, worked out on the few cohorts there are.</summary>
public sealed class Groups
{
    private readonly Dictionary<string, int> _parts = new(StringComparer.Ordinal);
    private readonly List<string?[]> _values = [];
    private readonly List<(int Cohort, int Part)> _cohorts = [];

    public Groups(CubeQuery query, Cohorts cohorts, UnitTree units)
    {
        Axis[] axes = [.. query.Rows, .. query.Cells];
        var filters = query.Where.Select(w => (w.Dimension, Allowed: w.Dimension == ResponseRules.Unit ? units.WithDescendants(w.Value) : new HashSet<string>(StringComparer.Ordinal) { w.Value })).ToArray();
        foreach (var cohort in query.Surveys.SelectMany(s => cohorts.Of(s.Id)))
        {
            if (cohort.IsTest && !query.IncludesTest) continue;
            if (!Array.TrueForAll(filters, f => cohort.Values.TryGetValue(f.Dimension, out var value) && f.Allowed.Contains(value))) continue;
            if (PartOf(cohort, axes) is { } part) _cohorts.Add((cohort.Id, part));
        }
    }

    /// <summary>Cohort to part.</summary>
    public IReadOnlyList<(int Cohort, int Part)> Cohorts => _cohorts;

    /// <summary>The values of each part, rows' first, then cells'; null where the responses lack the dimension.</summary>
    public IReadOnlyList<string?[]> Values => _values;

    private int? PartOf(Cohort cohort, Axis[] axes)
    {
        var values = Array.ConvertAll(axes, a => a.ValueOf(cohort.Values));
        for (var i = 0; i < axes.Length; i++)
        {
            if (values[i] is null && axes[i].LeavesOutOthers) return null;
        }
        var text = string.Join('\u001f', values.Select(v => v ?? "\u001e"));
        if (_parts.TryGetValue(text, out var part)) return part;
        _values.Add(values);
        return _parts[text] = _values.Count - 1;
    }
}
