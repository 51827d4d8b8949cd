using Feedback.Api.Catalogue;

namespace Feedback.Api.Figures.Warnings;

/// <summary>Mentions by unit, topic and period while they are being counted.</summary>
/// <param name="variables">What they are counted under.</param>
/// <param name="topics">The numbers of the topics, in the order of the streams.</param>
/// <param name="periods">How many periods there are.</param>
internal sealed class MentionTable(IReadOnlyList<int> variables, IReadOnlyList<int> topics, int periods)
{
    private readonly Dictionary<int, int> _places = topics.Select((number, place) => (number, place)).ToDictionary(t => t.number, t => t.place);

    /// <summary>By unit ("" for everybody) and what it is made of, which is told of released trees alone: a count for each topic and period.</summary>
    private readonly Dictionary<(string Unit, string Under), long?[][]> _counts = [];

    /// <summary>Customers: a cell counts for its unit, for those above it and for everybody.</summary>
    public void AddLive(int period, CubeRow row, UnitTree tree)
    {
        foreach (var cell in row.Cells)
        {
            var mentions = Mentions(cell.Group);
            Add(Of("", ""), period, mentions);
            foreach (var unit in tree.Upward(cell.Name ?? "").Where(u => !u.IsRetired)) Add(Of(unit.Code, ""), period, mentions);
        }
    }

    /// <summary>Employees: a cell is its unit with everything below it; where the people who wrote were not released, nothing is known.</summary>
    public void AddReleased(int period, CubeRow row)
    {
        AddKnown(Of("", ""), period, row.Total);
        foreach (var cell in row.Cells.Where(c => c.Name is not null)) AddKnown(Of(cell.Name!, cell.Under ?? ""), period, cell.Group);
    }

    /// <summary>Customers: every period is known of every unit, be it that nobody wrote.</summary>
    public void Fill(IEnumerable<string?> units)
    {
        foreach (var unit in units) Of(unit ?? "", "");
        foreach (var counts in _counts.Values.SelectMany(c => c))
        {
            for (var period = 0; period < periods; period++) counts[period] ??= 0;
        }
    }

    /// <summary>Every unit with every topic, everybody first.</summary>
    public IEnumerable<TopicStream> Streams(IReadOnlyList<string> codes) => _counts.OrderBy(c => c.Key.Unit, StringComparer.Ordinal)
        .SelectMany(c => codes.Select((code, place) => new TopicStream(c.Key.Unit.Length == 0 ? null : c.Key.Unit, code, c.Value[place])));

    private long?[][] Of(string unit, string under)
    {
        if (_counts.TryGetValue((unit, under), out var found)) return found;
        return _counts[(unit, under)] = [.. topics.Select(_ => new long?[periods])];
    }

    private void AddKnown(long?[][] counts, int period, CountedGroup group)
    {
        var mentions = Mentions(group);
        if (!mentions.Exists(m => m.Topic == TopicValue.Commented)) return;
        foreach (var own in counts) own[period] ??= 0;
        Add(counts, period, mentions);
    }

    private void Add(long?[][] counts, int period, List<(int Topic, long N)> mentions)
    {
        foreach (var (topic, n) in mentions)
        {
            if (_places.TryGetValue(topic, out var place)) counts[place][period] = (counts[place][period] ?? 0) + n;
        }
    }

    private List<(int Topic, long N)> Mentions(CountedGroup group) => [.. variables.SelectMany(group.Of).Select(c => (TopicValue.TopicOf(c.Value), c.Sum.N))];
}
