namespace Feedback.Indicators;

/// <summary>People who gave the same answers to the outcome and to every driver: complete cases only.</summary>
/// <param name="Outcome">Score 0..100.</param>
/// <param name="Drivers">Scores 0..100 in the order of the drivers.</param>
/// <param name="N">People.</param>
public readonly record struct AnswerPattern(double Outcome, double[] Drivers, long N)
{
    /// <summary>Equal patterns added and put in one order, so that the order of people never reaches the last digit.</summary>
    public static IReadOnlyList<AnswerPattern> Merge(IEnumerable<AnswerPattern> patterns)
    {
        var counts = new Dictionary<AnswerPattern, long>(SameAnswers.Comparer);
        foreach (var pattern in patterns.Where(pattern => pattern.N > 0))
            counts[pattern] = counts.GetValueOrDefault(pattern) + pattern.N;
        var merged = counts.Select(same => same.Key with { N = same.Value }).ToArray();
        Array.Sort(merged, SameAnswers.Comparer);
        return merged;
    }

    private sealed class SameAnswers : IEqualityComparer<AnswerPattern>, IComparer<AnswerPattern>
    {
        public static readonly SameAnswers Comparer = new();

        public bool Equals(AnswerPattern x, AnswerPattern y) => Compare(x, y) == 0;

        public int GetHashCode(AnswerPattern pattern)
        {
            var hash = new HashCode();
            hash.Add(pattern.Outcome);
            foreach (var score in pattern.Drivers)
                hash.Add(score);
            return hash.ToHashCode();
        }

        public int Compare(AnswerPattern x, AnswerPattern y) => x.Outcome != y.Outcome
            ? x.Outcome.CompareTo(y.Outcome)
            : x.Drivers.AsSpan().SequenceCompareTo(y.Drivers);
    }
}
