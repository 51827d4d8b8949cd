namespace Feedback.Indicators;

/// <summary>People with their sums of weights (whole 1e-4) and squared weights (whole 1e-8).</summary>
internal readonly record struct Tally(long N, long Weight, long SquaredWeight)
{
    public static Tally Sum(IEnumerable<Tally> parts) =>
        parts.Aggregate(default(Tally), (a, b) => new(a.N + b.N, a.Weight + b.Weight, a.SquaredWeight + b.SquaredWeight));

    /// <summary>What shares are made of: weights, or people.</summary>
    public double Amount(bool weighted) => weighted ? Weight : N;

    /// <summary>Kish's n_e = (sum w)^2 / sum w^2 (Kish 1965), or people.</summary>
    public double Effective(bool weighted) => weighted && N > 0 ? (double)Weight * Weight / SquaredWeight : N;

    /// <summary>What has to reach k.</summary>
    public double Support(bool weighted) => Math.Min(N, Effective(weighted));
}
