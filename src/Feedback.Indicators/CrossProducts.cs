namespace Feedback.Indicators;

/// <summary>
/// Sums of squares and products about the means, outcome and drivers together, from which the correlations of everybody and
/// of everybody but one follow without a new pass over the people.
/// </summary>
internal sealed class CrossProducts
{
    private readonly int size;
    private readonly double[] means;
    private readonly double[] products;
    private readonly long n;

    /// <param name="patterns">At least one, all with the same number of drivers.</param>
    public CrossProducts(IReadOnlyList<AnswerPattern> patterns)
    {
        size = patterns[0].Drivers.Length + 1;
        n = patterns.Sum(pattern => pattern.N);
        means = [.. Enumerable.Range(0, size).Select(i => patterns.Sum(pattern => pattern.N * Score(pattern, i)) / n)];
        products = new double[size * size];
        Span<double> deviations = stackalloc double[size];
        foreach (var pattern in patterns)
            Add(products, Deviations(pattern, deviations), pattern.N);
    }

    /// <summary>Correlations of the drivers, row after row, and of each with the outcome; of everybody.</summary>
    public void Correlations(Span<double> drivers, Span<double> outcome) => Correlations(products, drivers, outcome);

    /// <summary>
    /// The same without one person who answered like this. Leaving out one deviation d from the mean takes n/(n - 1) d d' off
    /// the products about the mean: a change of rank one.
    /// </summary>
    public void CorrelationsWithout(in AnswerPattern pattern, Span<double> drivers, Span<double> outcome)
    {
        Span<double> left = stackalloc double[products.Length];
        products.CopyTo(left);
        Span<double> deviations = stackalloc double[size];
        Add(left, Deviations(pattern, deviations), -n / (n - 1.0));
        Correlations(left, drivers, outcome);
    }

    /// <summary>The outcome first, then the drivers.</summary>
    private static double Score(in AnswerPattern pattern, int index) => index == 0 ? pattern.Outcome : pattern.Drivers[index - 1];

    private static void Add(Span<double> products, ReadOnlySpan<double> deviations, double factor)
    {
        var size = deviations.Length;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                products[i * size + j] += factor * deviations[i] * deviations[j];
        }
    }

    private ReadOnlySpan<double> Deviations(in AnswerPattern pattern, Span<double> deviations)
    {
        for (var i = 0; i < size; i++)
            deviations[i] = Score(pattern, i) - means[i];
        return deviations;
    }

    private void Correlations(ReadOnlySpan<double> products, Span<double> drivers, Span<double> outcome)
    {
        var count = size - 1;
        for (var i = 1; i < size; i++)
        {
            outcome[i - 1] = products[i * size] / Math.Sqrt(products[i * size + i] * products[0]);
            drivers[(i - 1) * count + i - 1] = 1;
            for (var j = 1; j < i; j++)
            {
                drivers[(i - 1) * count + j - 1] = drivers[(j - 1) * count + i - 1] =
                    products[i * size + j] / Math.Sqrt(products[i * size + i] * products[j * size + j]);
            }
        }
    }
}
