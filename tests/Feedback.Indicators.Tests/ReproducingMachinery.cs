using System.Text.Json.Nodes;

namespace Feedback.Indicators.Tests;

public sealed class ReproducingMachinery
{
    private static readonly Dictionary<string, Action<ReferenceFunction>> Delivered = new()
    {
        ["wilson"] = f => Same(f, Intervals.Share(f.Number("count") / f.Number("n"), f.Number("n"), (long?)f.Input["headcount"])),
        ["personScore"] = f => Near(f, "score", PersonScore.Of(
            (int)f.Number("low"), (int)f.Number("high"), (int)f.Number("answered"), (int)f.Number("total"))),
        ["weightedNet"] = WeightedNet,
        ["weightedMean"] = WeightedMean,
        ["weightedShare"] = WeightedShare,
        ["welch"] = WelchTest,
        ["tInterval"] = f => Same(f, Intervals.Mean(
            new Moments((long)f.Number("n"), f.Number("mean"), f.Number("sd") * f.Number("sd")))),
        ["benjaminiHochberg"] = f => Assert.That(
            FalseDiscovery.Adjust([.. Numbers(f.Input["p"]!)]), Is.EqualTo(Numbers(f.Expected["adjusted"]!)).Within(f.Tolerance)),
        ["alpha"] = AlphaOfRows,
        ["johnson"] = Johnson,
        ["averageRunLength"] = f => Near(f, "arl", RunLength.Average(f)),
        ["lead"] = PublishedFigures.Lead,
        ["keyness"] = f => Near(f, "g2", Keyness.Of(
            (long)f.Number("a"), (long)f.Number("b"), (long)f.Number("c"), (long)f.Number("d"))!.Value.G2),
        ["meanOfFacets"] = f => Near(f, "value", PublishedFigures.MeanOfFacets(f)),
        ["meanOfItems"] = f => Near(f, "value", PublishedFigures.MeanOfItems(f)),
        ["medianOfUnits"] = f => Near(f, "value", PublishedFigures.MedianOfUnits(f)),
        ["weightedPercent"] = f => Near(f, "value", PublishedFigures.WeightedPercent(f)),
        ["waldMarginFpc"] = f => Near(f, "margin", PublishedFigures.WaldMargin(f)),
        ["sigmaUniform"] = f => Near(f, "value", Consistency.SigmaUniform((int)f.Number("options"))),
        ["poissonTail"] = f => Near(f, "p", Distributions.PoissonTail((long)f.Number("count"), f.Number("mean"))),
        ["negativeBinomialTail"] = f => Near(f, "p", Distributions.NegativeBinomialTail(
            (long)f.Number("count"), f.Number("mean"), f.Number("size"))),
        ["sharedNoise"] = Shared,
        ["icc"] = Icc,
        ["reached"] = ReachedTarget,
    };

    private static IEnumerable<ReferenceFunction> Entries => ReferenceFile.Machinery;

    [Test]
    public void Every_function_of_the_file_is_delivered() => Assert.That(
        ReferenceFile.Machinery.Select(function => function.Function).Distinct(), Is.EquivalentTo(Delivered.Keys));

    [TestCaseSource(nameof(Entries))]
    public void Every_machinery_entry_is_reproduced(ReferenceFunction function) => Delivered[function.Function](function);

    private static void Near(ReferenceFunction f, string name, double actual) =>
        Assert.That(actual, Is.EqualTo((double)f.Expected[name]!).Within(f.Tolerance), name);

    private static void Same(ReferenceFunction f, Estimate actual)
    {
        if (f.Expected.ContainsKey("estimate"))
            Near(f, "estimate", actual.Value);
        Near(f, "low", actual.Low);
        Near(f, "high", actual.High);
    }

    private static IEnumerable<double> Numbers(JsonNode array) => array.AsArray().Select(number => (double)number!);

    private static void WelchTest(ReferenceFunction f)
    {
        var welch = Welch.Of(Some.Moments(f.Input["first"]!), Some.Moments(f.Input["second"]!))!;
        Near(f, "difference", welch.Difference.Value);
        Near(f, "low", welch.Difference.Low);
        Near(f, "high", welch.Difference.High);
        Near(f, "t", welch.T);
        Near(f, "df", welch.Df);
        Near(f, "p", welch.P);
        Near(f, "hedgesG", welch.HedgesG);
    }

    private static void AlphaOfRows(ReferenceFunction f)
    {
        var rows = f.Input["rows"]!.AsArray().Select(row => Numbers(row!).ToArray()).ToArray();
        var columns = Enumerable.Range(0, rows[0].Length).Select(column => Variance([.. rows.Select(row => row[column])]));
        var alpha = Alpha.Of([.. columns], Variance([.. rows.Select(row => row.Sum())]), rows.Length)!.Value;
        Near(f, "alpha", alpha.Value);
        Near(f, "low", alpha.Low);
        Near(f, "high", alpha.High);
    }

    private static void Johnson(ReferenceFunction f)
    {
        var names = f.Input["names"]!.AsArray().Select(name => (string)name!).ToArray();
        var rows = f.Input["correlations"]!.AsArray().Select(row => Numbers(row!).ToArray()).ToArray();
        var weights = RelativeWeights.Of([.. rows.Skip(1).SelectMany(row => row.Skip(1))], rows[0].AsSpan(1))!;
        foreach (var (name, expected) in f.Expected["weights"]!.AsObject())
            Assert.That(weights.Raw[Array.IndexOf(names, name) - 1], Is.EqualTo((double)expected!).Within(f.Tolerance), name);
        Near(f, "rSquared", weights.RSquared);
    }

    private static double Variance(double[] values) =>
        values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1);

    private static void Shared(ReferenceFunction f)
    {
        var noise = SharedNoise.Of(
            ReferenceCase.Scale("experience", f.Input["experience"]!),
            [.. f.Input["touchpoint"]!.AsArray().Select(cell => Some.Moments(cell!))]);
        Near(f, "c", noise.C);
        Near(f, "e", noise.E);
        Near(f, "product", noise.Product);
    }

    private static void Icc(ReferenceFunction f)
    {
        var icc = IntraclassCorrelation.Of(ReproducingComparisons.Units(f.Input["units"]!))!;
        Near(f, "n", icc.N);
        Near(f, "units", icc.Groups);
        Near(f, "meanSquareBetween", icc.Between);
        Near(f, "meanSquareWithin", icc.Within);
        Near(f, "n0", icc.N0);
    }

    private static void ReachedTarget(ReferenceFunction f)
    {
        var row = f.Input["row"]!;
        var served = new Figure(
            Enum.Parse<Status>((string)row["status"]!, ignoreCase: true), (double?)row["estimate"], (double?)row["low"],
            (double?)row["high"], null, new Dictionary<string, object?>());
        var reached = Target.Of(served, f.Number("value"), Enum.Parse<Direction>((string)f.Input["direction"]!, ignoreCase: true));
        Assert.That(reached?.ToString().ToLowerInvariant(), Is.EqualTo((string?)f.Expected["reached"]));
    }

    /// <summary>Weights that add to the sums of the file, spread over the groups as whole 1e-4 and 1e-8.</summary>
    private static ItemCounts Weighted(ReferenceFunction f, string measure, int low, int high, params (int Value, double Weight)[] groups)
    {
        var n = (long)f.Number("n");
        var squared = (long)Math.Round((decimal)f.Input["sumSquaredWeights"]! * 100_000_000m);
        return new(measure, measure, null, low, high, false,
            [.. groups.Select((group, index) => new ValueCount(
                group.Value, true, index == 0 ? n - groups.Length + 1 : 1,
                (long)Math.Round(group.Weight * 10_000), index == 0 ? squared : 0))]);
    }

    private static void WeightedNet(ReferenceFunction f)
    {
        var (promoters, detractors) = (f.Number("promoters"), f.Number("detractors"));
        var item = Weighted(f, "recommend", 0, 10,
            (8, f.Number("sumWeights") - promoters - detractors), (10, promoters), (3, detractors));
        Expect.Row(new Recommend().Of(Some.Counts(item), Some.Customers with { Weighted = true }), f.Expected, f.Tolerance);
    }

    private static void WeightedShare(ReferenceFunction f)
    {
        var item = Weighted(f, "satisfaction", 1, 5, (3, f.Number("sumWeights") - f.Number("topTwo")), (5, f.Number("topTwo")));
        Expect.Row(new Satisfaction().Of(Some.Counts(item), Some.Customers with { Weighted = true }), f.Expected, f.Tolerance);
    }

    /// <summary>The sums of the file, from the three answers 3, 4 and 5 of 1..5: 0 and one step of 25 to either side of 75.</summary>
    private static void WeightedMean(ReferenceFunction f)
    {
        var (weight, scores, squares) = (f.Number("sumWeights"), f.Number("weightedScores"), f.Number("weightedSquaredScores"));
        var steps = (scores - 75 * weight) / 25;
        var squaredSteps = (squares - 150 * scores + 5625 * weight) / 625;
        var (below, above) = ((squaredSteps - steps) / 2, (squaredSteps + steps) / 2);
        var item = Weighted(f, "effort", 1, 5, (3, below), (4, weight - below - above), (5, above));
        Expect.Row(new Effort().Of(Some.Counts(item), Some.Customers with { Weighted = true }), f.Expected, f.Tolerance);
    }
}
