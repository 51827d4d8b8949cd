namespace Feedback.Indicators;

/// <summary>
/// Noise that touchpoint means share because the same people rate several: a mild person lifts all of them, which does not
/// spread them, so it is taken off the noise.
/// </summary>
/// <param name="C">Covariance of two answers of one person, in squared points, within 0..s^2.</param>
/// <param name="E">How often two touchpoint means rest on the same person, averaged over pairs.</param>
public readonly record struct SharedNoise(double C, double E)
{
    /// <summary>c E, in squared points.</summary>
    public double Product => C * E;

    /// <summary>
    /// V_a = a s^2 + a (a - 1) c for the variance V_a of the totals of people who rated a touchpoints, so c = sum N_a (V_a - a
    /// s^2) / sum N_a a (a - 1) over a with N_a of at least 2; E = sum over people of a (a - 1) / sum over c != c' of n_c n_c'.
    /// Several shapes add in the numerators and in the denominator of c; n_c counts a touchpoint in all of them. No such a: c = 0.
    /// </summary>
    /// <param name="experience">Sums of the scale <c>experience</c>.</param>
    /// <param name="touchpoints">Every touchpoint with answers, eligible as a cell or not.</param>
    public static SharedNoise Of(ScaleCounts experience, IReadOnlyCollection<Moments> touchpoints)
    {
        var freedom = touchpoints.Sum(cell => cell.N - 1);
        var answers = touchpoints.Sum(cell => (double)cell.N);
        var pairs = answers * answers - touchpoints.Sum(cell => (double)cell.N * cell.N);
        if (freedom <= 0 || pairs <= 0)
            return default;
        var variance = touchpoints.Sum(cell => (cell.N - 1) * cell.Variance) / freedom;

        double above = 0, below = 0, shared = 0;
        foreach (var shape in experience.Shapes)
        {
            foreach (var people in shape.Rows.GroupBy(row => row.Answered).Where(same => same.Key >= 2).OrderBy(same => same.Key))
            {
                var a = (double)people.Key;
                var totals = Totals(people, shape);
                shared += totals.N * a * (a - 1);
                if (totals.N < 2)
                    continue;
                above += totals.N * (totals.Variance - a * variance);
                below += totals.N * a * (a - 1);
            }
        }
        return new(below > 0 ? Math.Clamp(above / below, 0, variance) : 0, shared / pairs);
    }

    private static Moments Totals(IEnumerable<ScaleRow> rows, ScaleShape shape) => Moments.Of(
        rows.Select(row => new Moments.Score(100.0 * row.Total / (shape.High - shape.Low), row.N, 0, 0)), weighted: false, floor: 0);
}
