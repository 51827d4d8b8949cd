namespace Feedback.Indicators.Tests;

/// <summary>Against closed forms and published tables.</summary>
public sealed class TheQuantiles
{
    [Test]
    public void Normal_quantiles_are_those_of_the_tables()
    {
        Assert.That(Distributions.NormalQuantile(.975), Is.EqualTo(Distributions.Z).Within(1e-14));
        Assert.That(Distributions.NormalQuantile(.995), Is.EqualTo(2.5758293035489004).Within(1e-13));
        Assert.That(Distributions.NormalQuantile(.025), Is.EqualTo(-Distributions.Z).Within(1e-13));
        Assert.That(Distributions.NormalCdf(1), Is.EqualTo(.8413447460685429).Within(1e-15));
    }

    [TestCase(.975)]
    [TestCase(.9)]
    [TestCase(.025)]
    [TestCase(.6)]
    public void T_has_closed_forms_for_one_and_two_degrees_of_freedom(double p)
    {
        Assert.That(Distributions.TQuantile(p, 1), Is.EqualTo(Math.Tan(Math.PI * (p - .5))).Within(1e-12).Percent);
        var two = (2 * p - 1) / Math.Sqrt(2 * p * (1 - p));
        Assert.That(Distributions.TQuantile(p, 2), Is.EqualTo(two).Within(1e-11).Percent);
    }

    [TestCase(5, 2.5705818356363155)]
    [TestCase(9, 2.2621571627982055)]
    [TestCase(30, 2.0422724563012373)]
    [TestCase(120, 1.9799304050824408)]
    [TestCase(2687, 1.9608472454302103)]
    [TestCase(100_000, 1.9599877075346096)]
    public void T_quantiles_are_those_of_the_tables(int df, double expected) =>
        Assert.That(Distributions.TQuantile(.975, df), Is.EqualTo(expected).Within(1e-12));

    [Test]
    public void T_approaches_the_normal_law_as_its_expansion_says()
    {
        const double df = 1e6;
        const double z = Distributions.Z;
        var expected = z + (z * z * z + z) / (4 * df) + (5 * Math.Pow(z, 5) + 16 * z * z * z + 3 * z) / (96 * df * df);
        Assert.That(Distributions.TQuantile(.975, df), Is.EqualTo(expected).Within(1e-12));
    }

    [TestCase(.025)]
    [TestCase(.5)]
    [TestCase(.975)]
    public void Chi_square_with_two_degrees_is_exponential(double p) =>
        Assert.That(Distributions.ChiSquareQuantile(p, 2), Is.EqualTo(-2 * Math.Log(1 - p)).Within(1e-12));

    [Test]
    public void A_quantile_is_the_same_however_many_others_were_asked_for()
    {
        var first = Enumerable.Range(1, 40).Select(Asked).ToList();
        Parallel.For(0, 30_000, df => Distributions.TQuantile(.99, df + 1.5));
        Assert.That(Enumerable.Range(1, 40).Select(Asked), Is.EqualTo(first));

        static (double, double, double) Asked(int df) => (Distributions.TQuantile(.975, df), Distributions.FQuantile(.975, df, 3 * df), Distributions.FQuantile(.025, 3 * df, df));
    }

    [TestCase(.025, 13, 5.008750511810331)]
    [TestCase(.975, 13, 24.735604884931547)]
    [TestCase(.975, 1, 5.023886187314889)]
    [TestCase(.025, 100_000, 99125.373300647351)]
    public void Chi_square_quantiles_are_those_of_the_tables(double p, double df, double expected) =>
        Assert.That(Distributions.ChiSquareQuantile(p, df), Is.EqualTo(expected).Within(1e-12 * expected));

    [TestCase(.975, 99, 297, 1.3633410389417446)]
    [TestCase(.025, 2687, 8061, .93965914196401687)]
    public void F_quantiles_are_those_of_40_digit_arithmetic(double p, double a, double b, double expected) =>
        Assert.That(Distributions.FQuantile(p, a, b), Is.EqualTo(expected).Within(1e-12));

    [Test]
    public void Squares_of_t_follow_f([Values(3, 17.5, 400)] double df, [Values(.95, .3)] double p) => Assert.That(
        Distributions.FQuantile(p, 1, df), Is.EqualTo(Math.Pow(Distributions.TQuantile((1 + p) / 2, df), 2)).Within(1e-11).Percent);

    [Test]
    public void Quantiles_and_distribution_functions_undo_each_other(
        [Values(.001, .025, .4, .5, .8, .975)] double p, [Values(2.3, 11, 2687, 1e5)] double df)
    {
        Assert.That(Distributions.TCdf(Distributions.TQuantile(p, df), df), Is.EqualTo(p).Within(1e-13));
        Assert.That(Distributions.ChiSquareCdf(Distributions.ChiSquareQuantile(p, df), df), Is.EqualTo(p).Within(1e-12));
        Assert.That(Distributions.FCdf(Distributions.FQuantile(p, 7, df), 7, df), Is.EqualTo(p).Within(1e-12));
    }

    [Test]
    public void Tails_of_quantiles_have_their_size_however_many_people_there_are(
        [Values(.001, .025, .4, .5, .8, .975)] double p, [Values(29.5, 30, 31, 1e3, 1e6, 1e8)] double df, [Values(.1, 1, 3)] double times)
    {
        var (f, t) = (Distributions.FQuantile(p, df, times * df), Distributions.TQuantile(p, df));
        Assert.That(Distributions.FCdf(f, df, times * df) / p, Is.EqualTo(1).Within(2e-11));
        Assert.That(Distributions.TwoSidedT(Math.Abs(t), df) / (2 * Math.Min(p, 1 - p)), Is.EqualTo(1).Within(2e-11));
        // From the other side: the reciprocal of an F with the degrees of freedom exchanged.
        Assert.That(Distributions.FQuantile(1 - p, times * df, df) * f, Is.EqualTo(1).Within(1e-11));
    }

    [TestCase(.5)]
    [TestCase(1)]
    [TestCase(7)]
    [TestCase(30)]
    public void Log_gamma_follows_its_recurrence(double x) => Assert.That(
        SpecialFunctions.LogGamma(x + 1), Is.EqualTo(SpecialFunctions.LogGamma(x) + Math.Log(x)).Within(1e-13));

    [Test]
    public void Log_gamma_of_one_half_is_half_the_log_of_pi() =>
        Assert.That(SpecialFunctions.LogGamma(.5), Is.EqualTo(Math.Log(Math.PI) / 2).Within(1e-14));
}
