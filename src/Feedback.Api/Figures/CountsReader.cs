using System.Text;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>
/// Reads counts for all rows of a result at once: whole months from memory where they are held, what else was folded by day, month
/// and year, and what was appended since, all as one snapshot has it, so that the sum is exact at every moment. Nothing is divided here.
/// </summary>
public static class CountsReader
{
    /// <summary>Rows by the first day of their bucket (0 without a series) and the part of the breakdown, and the range with both ends where it is cut; null when nothing was counted.</summary>
    public static async Task<(Dictionary<(int Bucket, int Part), CountedGroup> Groups, DayRange Range)?> Read(
        Session session, Groups groups, IReadOnlyCollection<Variable> variables, DayRange range, Interval interval)
    {
        var isOpen = interval != Interval.None && (range.From is null || range.To is null);
        if (groups.Cohorts.Count == 0 || variables.Count == 0) return isOpen ? null : ([], range);
        var fresh = await ReadFresh(session, variables, range);
        IReadOnlyDictionary<int, VariableCounts> held = new Dictionary<int, VariableCounts>();
        if (isOpen || MonthsOf(TimeSpans.Of(range, interval)) is not null) held = await session.Database.Folded.Read(session, [.. variables.Select(v => v.Id).Distinct()]);
        if (isOpen)
        {
            if (await Bounded(session, variables, held, fresh, range) is not { } bounded) return null;
            range = bounded;
        }
        var spans = TimeSpans.Of(range, interval);
        var table = new CountTable(groups, interval, MonthsOf(spans));
        VariableCounts.Add(held.Values, table);
        await AddFolded(session, groups, variables, [.. spans.Where(s => s.Grain == TimeSpans.Day)], interval, table);
        await AddFolded(session, groups, [.. variables.Where(v => !held.ContainsKey(v.Id))], [.. spans.Where(s => s.Grain != TimeSpans.Day)], interval, table);
        foreach (var row in fresh)
        {
            if (table.PartOf(row.Cohort) is var part && part < 0) continue;
            var bucket = interval == Interval.None ? 0 : Days.Number(TimeSpans.BucketOf(Days.Date(row.Day), interval));
            table.Add(bucket, part, row.Key, row.Counted);
        }
        return (table.Groups, range);
    }

    private static Task<List<FreshCount>> ReadFresh(Session session, IReadOnlyCollection<Variable> variables, DayRange range) => session.Database.ReadFresh(session, new FreshQuery(
        variables.Select(v => v.Id).ToHashSet(), range.From is { } from ? Days.Number(from) : 0, range.To is { } to ? Days.Number(to) : int.MaxValue));

    /// <summary>Lets the engine add up stretches of folded counts.</summary>
    private static async Task AddFolded(
        Session session, Groups groups, IReadOnlyCollection<Variable> variables, IReadOnlyList<TimeSpanOfCounts> spans, Interval interval, CountTable table)
    {
        if (variables.Count == 0 || spans.Count == 0) return;
        var parameters = new { Spans = SpansJson(spans), Cohorts = CohortsJson(groups), Variables = VariablesJson(variables) };
        foreach (var row in await session.Rows<TallySum>(Queries.ReadTallies, parameters))
            table.Add(TimeSpans.BucketOf(spans[row.Span], row.Start, interval), row.Part, row.Key, row.Counted);
    }

    /// <summary>The range with open ends closed by the years in which anything was counted; null when nothing was.</summary>
    private static async Task<DayRange?> Bounded(
        Session session, IReadOnlyCollection<Variable> variables, IReadOnlyDictionary<int, VariableCounts> held, List<FreshCount> fresh, DayRange range)
    {
        var years = held.Values.Select(h => h.Months).OfType<(int First, int Last)>().SelectMany(m => (int[])[m.First / 100, m.Last / 100])
            .Concat(fresh.Select(f => f.Day / 10_000)).ToList();
        Variable[] others = [.. variables.Where(v => !held.ContainsKey(v.Id))];
        if (others.Length > 0 && await session.Row<Years>(Queries.ReadYears, new { Variables = VariablesJson(others) }) is { First: { } first, Last: { } last }) years.AddRange([first, last]);
        if (years.Count == 0) return null;
        var bounded = new DayRange(range.From ?? new DateOnly(years.Min(), 1, 1), range.To ?? new DateOnly(years.Max() + 1, 1, 1));
        return bounded.From < bounded.To ? bounded : null;
    }

    /// <summary>The whole months among the stretches, which follow each other; null when there are none.</summary>
    private static (int First, int Past)? MonthsOf(List<TimeSpanOfCounts> spans)
    {
        var whole = spans.Where(s => s.Grain != TimeSpans.Day).ToList();
        return whole.Count == 0 ? null : (whole.Min(s => Month(s, s.First)), whole.Max(s => Month(s, s.Past)));

        static int Month(TimeSpanOfCounts span, int start) => span.Grain == TimeSpans.Year ? start * 100 + 1 : start;
    }

    /// <summary>The counts in the form the indicators take.</summary>
    public static Counts ToCounts(CountedGroup? group, IReadOnlyCollection<Variable> variables, Func<Variable, IReadOnlyList<(string Code, int Number)>> optionsOf)
    {
        var (items, scales, choices) = (new List<ItemCounts>(), new List<ScaleCounts>(), new List<ChoiceCounts>());
        foreach (var variable in variables)
        {
            if (variable is { Kind: Variable.ItemKind, Items: Variable.Rating })
            {
                items.Add(new ItemCounts(variable.Name, variable.Measure, variable.Touchpoint, variable.Low, variable.High, variable.Reversed != 0,
                    group?.Of(variable.Id, static (value, complete, sum) => new ValueCount(value, complete, sum.N, sum.Weight, sum.SquaredWeight)) ?? []));
            }
            else if (variable.IsChosen)
            {
                var byNumber = (group?.Of(variable.Id) ?? []).ToDictionary(r => r.Value, r => r.Sum);
                var answered = byNumber.GetValueOrDefault(ResponseDraft.ChoiceAnswered);
                choices.Add(new ChoiceCounts(variable.Name, variable.Items == Variable.MultipleChoice, answered.N, answered.Weight, answered.SquaredWeight,
                    [.. optionsOf(variable).Select(o => byNumber.GetValueOrDefault(o.Number) is var r ? new OptionCount(o.Code, r.N, r.Weight, r.SquaredWeight) : default)]));
            }
            else if (variable.Kind is Variable.ScaleKind or Variable.JourneyKind)
            {
                scales.Add(new ScaleCounts(variable.Name, [new Feedback.Indicators.ScaleShape(variable.Items, variable.Low, variable.High,
                    group?.Of(variable.Id, (value, _, sum) => ToScaleRow(value, sum, variable.Low)) ?? [])]));
            }
        }
        return new Counts(items, scales, choices);
    }

    private static ScaleRow ToScaleRow(int value, in CountSum counted, int low)
    {
        var (answered, sum) = Math.DivRem(value, ResponseDraft.AnsweredUnit);
        return new ScaleRow(answered, sum + answered * low, counted.N, counted.Weight, counted.SquaredWeight);
    }

    private static string SpansJson(IReadOnlyList<TimeSpanOfCounts> spans) =>
        Array(spans.Select((s, i) => string.Create(null, $"[{i},{s.Grain},{s.First},{s.Past},{(s.IsSeries ? 1 : 0)}]")));

    private static string CohortsJson(Groups groups) => Array(groups.Cohorts.Select(c => string.Create(null, $"[{c.Cohort},{c.Part}]")));

    private static string VariablesJson(IEnumerable<Variable> variables) => Array(variables.Select(v => v.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static string Array(IEnumerable<string> elements) => new StringBuilder("[").AppendJoin(',', elements).Append(']').ToString();

    private sealed class TallySum : CountedRow
    {
        public int Span { get; init; }
        public int Start { get; init; }
        public int Part { get; init; }
    }

    private sealed class Years
    {
        public int? First { get; init; }
        public int? Last { get; init; }
    }
}
