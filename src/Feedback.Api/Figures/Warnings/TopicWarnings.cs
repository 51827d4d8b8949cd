using Feedback.Indicators;

namespace Feedback.Api.Figures.Warnings;

/// <summary>The alarms of a history, and the rows of its last period.</summary>
public sealed class TopicWarnings
{
    private static readonly EarlyWarning Indicator = new();

    private readonly TopicHistory _history;

    public TopicWarnings(TopicHistory history)
    {
        _history = history;
        var alarms = VolumeAlarms.Of([.. history.Streams.Select(s => s.Counts)], history.Terms.MinimumGroup);
        // A unit that was made of others for a while is one stream to those who ask when it gave an alarm.
        Alarms = history.Streams.Zip(alarms).GroupBy(s => s.First.Name, StringComparer.Ordinal).ToDictionary(
            same => same.Key, same => (IReadOnlyList<bool>)same.Select(s => s.Second).Aggregate((one, other) => [.. one.Zip(other, (a, b) => a || b)]), StringComparer.Ordinal);
    }

    public TopicHistory History => _history;

    /// <summary>Per stream, whether each period of the history has an alarm.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<bool>> Alarms { get; }

    /// <summary>
    /// Every unit with every topic in the last period, not gated yet. p is adjusted over all of them, so that what is picked from the rows changes none.
    /// </summary>
    public IReadOnlyList<(TopicStream Stream, Figure Figure)> Figures()
    {
        if (_history.Periods.Count == 0) return [];
        var last = _history.Periods.Count - 1;
        var known = _history.Streams.Where(s => s.Counts[last] is not null).ToDictionary(s => s.Name, StringComparer.Ordinal);
        List<TopicStream> streams = [.. _history.Units.SelectMany(unit => _history.Topics.Select(topic => new TopicStream(unit, topic, []))).Select(s => known.GetValueOrDefault(s.Name, s))];
        var figures = Indicator.Adjusted([.. streams.Select(s => new VolumeStream(s.Name, s.Counts.Count == 0 ? 0 : s.Counts[last]!.Value, [.. s.Counts.Take(last).OfType<long>()]))], _history.Terms);
        return [.. streams.Zip(figures, (stream, row) => (stream, row.Figure))];
    }

    /// <summary>The same as rows, gated.</summary>
    public IReadOnlyList<Warning> Rows() => [.. Figures().Select(f => new Warning(f.Stream.Name, f.Stream.Unit, f.Stream.Topic, null, _history.Audience,
        _history.Periods[^1], TimeSpans.EndOf(_history.Periods[^1], _history.Length), Anonymity.Release(f.Figure, Indicator, _history.Terms)) { Since = SinceOf(f.Stream.Name) })];

    /// <summary>The rows of a unit of which the last period knows nothing: they look like those of one that is withheld, and count in no family.</summary>
    public IEnumerable<Warning> RowsOfUnknown(string unit) => _history.Periods.Count == 0 || _history.Units.Contains(unit) ? []
        : _history.Topics.Select(topic => new Warning(new TopicStream(unit, topic, []).Name, unit, topic, null, _history.Audience,
            _history.Periods[^1], TimeSpans.EndOf(_history.Periods[^1], _history.Length), Anonymity.Release(Figure.Withheld, Indicator, _history.Terms)));

    /// <summary>Customers: the first day of the period in which the alarm of the last one began; null without one.</summary>
    private DateOnly? SinceOf(string stream)
    {
        if (_history.Audience == Audience.Employee || !Alarms.TryGetValue(stream, out var alarms) || !alarms[^1]) return null;
        var first = alarms.Count - 1;
        while (first > 0 && alarms[first - 1]) first--;
        return _history.Periods[first];
    }
}
