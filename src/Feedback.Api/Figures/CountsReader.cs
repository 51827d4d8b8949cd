using System.Runtime.InteropServices;
using System.Text;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>
/// Reads counts for all rows of a result at once: the folded ones by day, month and year, and those appended since, in one
/// snapshot, so that the sum is exact at every moment. SQL adds; nothing is divided here.
/// </summary>
public static class CountsReader
{
    /// <summary>Rows by the first day of their bucket (0 without a series) and the part of the breakdown.</summary>
    public static async Task<Dictionary<(int Bucket, int Part), CountedGroup>> Read(
        Session session, Groups groups, IReadOnlyCollection<Variable> variables, DayRange range, Interval interval)
    {
        var result = new Dictionary<(int Bucket, int Part), CountedGroup>();
        if (groups.Cohorts.Count == 0 || variables.Count == 0) return result;
        var spans = TimeSpans.Of(range, interval);
        var parameters = new { Spans = SpansJson(spans), Cohorts = CohortsJson(groups), Variables = VariablesJson(variables) };
        foreach (var row in await session.Rows<TallySum>(Queries.ReadTallies, parameters))
            row.AddTo(Group(TimeSpans.BucketOf(spans[row.Span], row.Start, interval), row.Part));

        var parts = groups.Cohorts.ToDictionary(c => c.Cohort, c => c.Part);
        var (first, past) = (range.From is { } from ? Days.Number(from) : 0, range.To is { } to ? Days.Number(to) : int.MaxValue);
        foreach (var row in await session.Rows<FreshSum>(Queries.ReadFreshTallies, new { parameters.Variables, First = first, Past = past }))
        {
            if (!parts.TryGetValue(row.Cohort, out var part)) continue;
            var bucket = interval == Interval.None ? 0 : Days.Number(TimeSpans.BucketOf(Days.Date(row.Day), interval));
            row.AddTo(Group(bucket, part));
        }
        return result;

        CountedGroup Group(int bucket, int part) =>
            CollectionsMarshal.GetValueRefOrAddDefault(result, (bucket, part), out _) ??= new CountedGroup();
    }

    /// <summary>The years in which anything was counted, as a range of days; null when nothing was.</summary>
    public static async Task<DayRange?> ReadExtent(Session session, IReadOnlyCollection<Variable> variables)
    {
        var years = await session.Row<Years>(Queries.ReadYears, new { Variables = VariablesJson(variables) });
        return years is { First: { } first, Last: { } last } ? new DayRange(new DateOnly(first, 1, 1), new DateOnly(last + 1, 1, 1)) : null;
    }

    /// <summary>The counts in the form the indicators take.</summary>
    public static Counts ToCounts(CountedGroup? group, IReadOnlyCollection<Variable> variables, Func<Variable, IReadOnlyList<(string Code, int Number)>> optionsOf)
    {
        var rows = (group?.Rows ?? []).ToLookup(r => r.Variable);
        var (items, scales, choices) = (new List<ItemCounts>(), new List<ScaleCounts>(), new List<ChoiceCounts>());
        foreach (var variable in variables)
        {
            var own = rows[variable.Id];
            if (variable is { Kind: Variable.ItemKind, Items: Variable.Rating })
            {
                items.Add(new ItemCounts(variable.Name, variable.Measure, variable.Touchpoint, variable.Low, variable.High, variable.Reversed != 0,
                    [.. own.Select(r => new ValueCount(r.Value, r.Complete, r.N, r.Weight, r.SquaredWeight))]));
            }
            else if (variable.Kind == Variable.ItemKind)
            {
                var byNumber = own.ToDictionary(r => r.Value);
                var answered = byNumber.GetValueOrDefault(ResponseDraft.ChoiceAnswered);
                choices.Add(new ChoiceCounts(variable.Name, variable.Items == Variable.MultipleChoice, answered.N, answered.Weight, answered.SquaredWeight,
                    [.. optionsOf(variable).Select(o => byNumber.GetValueOrDefault(o.Number) is var r ? new OptionCount(o.Code, r.N, r.Weight, r.SquaredWeight) : default)]));
            }
            else if (variable.Kind is Variable.ScaleKind or Variable.JourneyKind)
            {
                scales.Add(new ScaleCounts(variable.Name, [new Feedback.Indicators.ScaleShape(variable.Items, variable.Low, variable.High, [.. own.Select(r => ToScaleRow(r, variable))])]));
            }
        }
        return new Counts(items, scales, choices);
    }

    private static ScaleRow ToScaleRow((int Variable, int Value, bool Complete, long N, long Weight, long SquaredWeight) row, Variable variable)
    {
        var (answered, sum) = Math.DivRem(row.Value, ResponseDraft.AnsweredUnit);
        return new ScaleRow(answered, sum + answered * variable.Low, row.N, row.Weight, row.SquaredWeight);
    }

    private static string SpansJson(List<TimeSpanOfCounts> spans) =>
        Array(spans.Select((s, i) => string.Create(null, $"[{i},{s.Grain},{s.First},{s.Past},{(s.IsSeries ? 1 : 0)}]")));

    private static string CohortsJson(Groups groups) => Array(groups.Cohorts.Select(c => string.Create(null, $"[{c.Cohort},{c.Part}]")));

    private static string VariablesJson(IEnumerable<Variable> variables) => Array(variables.Select(v => v.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static string Array(IEnumerable<string> elements) => new StringBuilder("[").AppendJoin(',', elements).Append(']').ToString();

    private abstract class Sum
    {
        public int Variable { get; init; }
        public int Value { get; init; }
        public int Complete { get; init; }
        public long N { get; init; }
        public long Weight { get; init; }
        public long SquaredWeight { get; init; }

        public void AddTo(CountedGroup group) => group.Add(Variable, Value, Complete != 0, N, Weight, SquaredWeight);
    }

    private sealed class TallySum : Sum
    {
        public int Span { get; init; }
        public int Start { get; init; }
        public int Part { get; init; }
    }

    private sealed class FreshSum : Sum
    {
        public int Day { get; init; }
        public int Cohort { get; init; }
    }

    private sealed class Years
    {
        public int? First { get; init; }
        public int? Last { get; init; }
    }
}
