namespace Feedback.Indicators;

/// <summary>How much more often something occurs in one body of text, or one group of comments, than in another.</summary>
/// <param name="G2">Log-likelihood ratio; 0 where both rates are equal. It grows with the amount of text: read it as evidence.</param>
/// <param name="LogRatio">
/// Effect size: binary logarithm of the ratio of the two rates, 1 = twice as often, -1 = half as often (Hardie 2014). A count
/// of 0 is taken as one half, which keeps it finite.
/// </param>
/// <param name="P">Upper tail of chi-square with 1 degree of freedom.</param>
public readonly record struct Keyness(double G2, double LogRatio, double P)
{
    /// <summary>
    /// 2 (a ln(a/E1) + b ln(b/E2)), E1 = c (a + b)/(c + d), E2 = d (a + b)/(c + d), with 0 ln 0 = 0 (Dunning 1993; Rayson and
    /// Garside 2000). Null if it occurs nowhere or a side is empty.
    /// </summary>
    /// <param name="count">a: how often here.</param>
    /// <param name="otherCount">b: how often there.</param>
    /// <param name="size">c: words, or comments, here.</param>
    /// <param name="otherSize">d: words, or comments, there.</param>
    public static Keyness? Of(long count, long otherCount, long size, long otherSize)
    {
        if (count + otherCount <= 0 || size <= 0 || otherSize <= 0)
            return null;
        double both = count + otherCount, all = (double)size + otherSize;
        var g2 = Math.Max(0, 2 * (Term(count, size * both / all) + Term(otherCount, otherSize * both / all)));
        var ratio = Math.Log2(Rate(count, size) / Rate(otherCount, otherSize));
        return new(g2, ratio, SpecialFunctions.Gamma(.5, g2 / 2).Upper);
    }

    private static double Term(long observed, double expected) => observed > 0 ? observed * Math.Log(observed / expected) : 0;

    private static double Rate(long count, long size) => Math.Max(count, .5) / size;
}
