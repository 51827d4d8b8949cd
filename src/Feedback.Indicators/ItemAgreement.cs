namespace Feedback.Indicators;

/// <summary>How far the answers to one item agree, 0..100, with the limits of a jackknife.</summary>
/// <param name="Agreement">0: two camps at the ends; 100: unanimous.</param>
/// <param name="Level">M, the mean on 0..100.</param>
internal readonly record struct ItemAgreement(Estimate Agreement, double Level)
{
    /// <summary>
    /// 100 (1 - s^2 / (M (100 - M) n/(n - 1))), which is 50 (1 + a_wg) (Brown and Hauenstein 2005): the spread against the
    /// widest one with this mean. M = 0 or 100: 100. Null where 0 &lt; M &lt; 100/n or the mirror image, because there even
    /// the widest spread is that of one person who strays.
    /// </summary>
    public static ItemAgreement? Of(Answers answers)
    {
        var groups = answers.Scores;
        double n = answers.N;
        var level = groups.Sum(group => group.N * group.Score) / n;
        // So many people at one end and the others at the other end have this mean; the margin is for the last bits.
        var strays = n * Math.Min(level, 100 - level) / 100;
        if (strays > 0 && strays < 1 - 1e-9)
            return null;
        var agreement = Of(groups, groups.Count);
        var half = Distributions.TQuantile(.975, n - 1) * Math.Max(Jackknife(groups, n), 100 / n);
        return new(Estimate.Clipped(agreement, agreement - half, agreement + half, 0, 100), level);
    }

    /// <summary>
    /// Leave one person out; who answered the same is worked out once: se^2 = (n - 1)/n sum n_v (theta_(v) - mean of theta)^2
    /// (Tukey 1958).
    /// </summary>
    private static double Jackknife(IReadOnlyList<(double Score, long N)> groups, double n)
    {
        var left = groups.Select((_, without) => Of(groups, without)).ToArray();
        var mean = groups.Zip(left, (group, agreement) => group.N * agreement).Sum() / n;
        return Math.Sqrt((n - 1) / n * groups.Zip(left, (group, agreement) => group.N * (agreement - mean) * (agreement - mean)).Sum());
    }

    /// <summary>The agreement of everybody but one of the group at this index; an index past the end leaves nobody out.</summary>
    private static double Of(IReadOnlyList<(double Score, long N)> groups, int without)
    {
        double n = 0, sum = 0, squares = 0;
        var answered = 0;
        for (var i = 0; i < groups.Count; i++)
        {
            double people = groups[i].N - (i == without ? 1 : 0);
            n += people;
            sum += people * groups[i].Score;
            squares += people * groups[i].Score * groups[i].Score;
            answered += people > 0 ? 1 : 0;
        }
        if (answered == 1)
            return 100;
        var mean = sum / n;
        // s^2 (n - 1)/n is the plain mean square about the mean.
        return 100 * (1 - (squares / n - mean * mean) / (mean * (100 - mean)));
    }
}
