using System.Runtime.InteropServices;

namespace Feedback.Indicators;

/// <summary>People with one score each on 0..100: how many, their mean and their variance.</summary>
/// <param name="N">People.</param>
/// <param name="Mean">Mean score; NaN for nobody.</param>
/// <param name="Variance">Divisor n - 1; weighted (sum w x^2/sum w - m^2) n_e/(n_e - 1); 0 for one person.</param>
/// <param name="Effective">n of every interval: N, or Kish's n_e = (sum w)^2/sum w^2 if weighted.</param>
/// <param name="Floor">Spread floor 50 / ((high - low) J): half an answer step spread over the J items of a scale.</param>
public readonly record struct Moments(long N, double Mean, double Variance, double Effective, double Floor = 0)
{
    /// <summary>Scales of ratings are shorter.</summary>
    private const int MostOptions = 100;

    public static Moments None { get; } = new(0, double.NaN, 0, 0);

    /// <summary>Unweighted.</summary>
    public Moments(long n, double mean, double variance)
        : this(n, mean, variance, n)
    {
    }

    /// <summary>Standard deviation, at least the spread floor.</summary>
    public double Sd => Math.Max(Math.Sqrt(Variance), Floor);

    /// <summary>
    /// Employees: whether the answers measure something whose own figure is no mean (<c>satisfaction</c>: a share), so that the
    /// mean would be a second figure of the same answers and is served from 3k people on.
    /// </summary>
    internal bool IsBeside { get; init; }

    /// <summary>Employees: whether it is a small cell as its own terms had it (<see cref="Terms.IsSmall"/>).</summary>
    internal bool IsSmall { get; init; }

    /// <summary>What has to reach k: N, and the effective n if that is less.</summary>
    internal double Support => Math.Min(N, Effective);

    /// <summary>
    /// Answers to rating items, pooled on POMP 100 (v - low)/(high - low) after reverse-keying (Cohen, Cohen, Aiken and West
    /// 1999). Employees' scale items: only people who answered the whole scale. Small cells of employees: mean to 0.1 and the
    /// variance of the whole base (<see cref="Terms.Whole"/>).
    /// </summary>
    public static Moments OfItems(IEnumerable<ItemCounts> items, Terms terms) => Answers.Of(items, terms).Moments;

    /// <summary>The same of one item.</summary>
    public static Moments OfItem(ItemCounts item, Terms terms)
    {
        if (terms.Audience == Audience.Employee || terms.Weighted || item.High - item.Low > MostOptions)
            return OfItems([item], terms);
        // What is asked of every item of every unit of every period is counted without a heap.
        var range = item.High - item.Low;
        Span<long> people = stackalloc long[range + 1];
        people.Clear();
        foreach (var value in item.Values)
            people[(item.Reversed ? item.Low + item.High - value.Value : value.Value) - item.Low] += value.N;
        Span<Score> scores = stackalloc Score[range + 1];
        var kept = 0;
        for (var step = 0; step <= range; step++)
        {
            if (people[step] > 0)
                scores[kept++] = new(100.0 * step / range, people[step], 0, 0);
        }
        return OfGroups(scores[..kept], weighted: false, kept == 0 ? 0 : 50.0 / range);
    }

    /// <summary>
    /// Person scores of a scale in all its shapes. Customers who answered fewer than two thirds of the items drop out,
    /// employees who did not answer all of them. Small cells of employees: mean to 0.1 and the variance of the whole base
    /// (<see cref="Terms.Whole"/>).
    /// </summary>
    public static Moments OfScale(ScaleCounts? scale, Terms terms)
    {
        if (scale is null)
            return None;
        var (scores, floor) = (new List<Score>(scale.Shapes.Count == 1 ? scale.Shapes[0].Rows.Count : 0), 0.0);
        foreach (var shape in scale.Shapes)
        {
            // A shape that nobody here answered says nothing of the step of these answers.
            var isAnswered = false;
            foreach (var row in shape.Rows)
            {
                if (!PersonScore.Counts(row.Answered, shape.Items, terms.Audience))
                    continue;
                isAnswered |= row.N > 0;
                scores.Add(new(PersonScore.Of(shape.Low, shape.High, row.Answered, row.Total), row.N, row.Weight, row.SquaredWeight));
            }
            if (isAnswered)
                floor = Math.Max(floor, 50.0 / ((shape.High - shape.Low) * shape.Items));
        }
        return WholeBase.Blur(OfOwn(scores, terms.Weighted, floor), scale, terms);
    }

    /// <summary>All of them together, from what is known of each; unweighted.</summary>
    public static Moments Pool(IReadOnlyCollection<Moments> groups)
    {
        var n = groups.Sum(group => group.N);
        if (n <= 0)
            return None;
        var mean = groups.Sum(group => group.N * group.Mean) / n;
        var square = groups.Sum(group => (group.N - 1) * group.Variance + group.N * (group.Mean - mean) * (group.Mean - mean));
        return new(n, mean, n > 1 ? square / (n - 1) : 0, n, groups.Max(group => group.Floor));
    }

    /// <summary>Equal scores are added and put in order first, so that the order of the rows never reaches the last digit.</summary>
    internal static Moments Of(IEnumerable<Score> scores, bool weighted, double floor) => OfOwn([.. scores], weighted, floor);

    /// <summary>Of scores that are in order, each there once and with people.</summary>
    internal static Moments OfGroups(ReadOnlySpan<Score> groups, bool weighted, double floor)
    {
        var n = 0L;
        var (weight, squares) = (0.0, 0.0);
        foreach (var group in groups)
        {
            n += group.N;
            weight += group.Share(weighted);
            squares += group.SquaredWeight;
        }
        if (n <= 0)
            return None;
        var effective = weighted ? weight * weight / squares : n;
        // (n x)/n is not always x to the last bit, and a group without spread has none.
        if (groups.Length == 1)
            return new(n, groups[0].Value, 0, effective, floor);
        var (sum, square) = (0.0, 0.0);
        foreach (var group in groups)
            sum += group.Share(weighted) * group.Value;
        var mean = sum / weight;
        foreach (var group in groups)
            square += group.Share(weighted) * (group.Value - mean) * (group.Value - mean);
        return new(n, mean, Spread(square / weight, effective), effective, floor);
    }

    /// <summary>The same of a list that nobody else needs.</summary>
    internal static Moments OfOwn(List<Score> scores, bool weighted, double floor)
    {
        if (!AreGroups(CollectionsMarshal.AsSpan(scores)))
            Group(scores);
        return OfGroups(CollectionsMarshal.AsSpan(scores), weighted, floor);
    }

    /// <summary>Whether scores come in order, each once and with people: counts of one shape, answered by all, do.</summary>
    private static bool AreGroups(ReadOnlySpan<Score> scores)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i].N <= 0 || (i > 0 && !(scores[i].Value > scores[i - 1].Value)))
                return false;
        }
        return true;
    }

    /// <summary>Leaves one for every score that anybody has, by score.</summary>
    private static void Group(List<Score> all)
    {
        all.Sort(static (a, b) => a.Value.CompareTo(b.Value));
        var kept = 0;
        for (var i = 0; i < all.Count;)
        {
            var group = all[i++];
            for (; i < all.Count && all[i].Value == group.Value; i++)
                group = new(group.Value, group.N + all[i].N, group.Weight + all[i].Weight, group.SquaredWeight + all[i].SquaredWeight);
            if (group.N > 0)
                all[kept++] = group;
        }
        all.RemoveRange(kept, all.Count - kept);
    }

    private static double Spread(double meanSquare, double n) => n > 1 ? Math.Max(0, meanSquare) * n / (n - 1) : 0;

    /// <summary>People with the same score.</summary>
    internal readonly record struct Score(double Value, long N, long Weight, long SquaredWeight)
    {
        public double Share(bool weighted) => weighted ? Weight : N;
    }
}
