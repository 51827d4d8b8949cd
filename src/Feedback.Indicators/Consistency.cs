namespace Feedback.Indicators;

/// <summary>
/// 100 (1 - tau / sigmaU), 0..100: how little channels, units, touchpoints or weeks truly differ, against answers drawn at
/// random, sigmaU = 100 sqrt((A + 1)/(12 (A - 1))) (James, Demaree and Wolf 1984). tau^2 is the spread of the cell means less
/// what chance gives them. Cells need max(k, 10) answers; fewer than 3 cells (4 periods), or an interval wider than 40:
/// insufficient. Rows: one per facet, and <c>all</c>, whose tau^2 is the mean of theirs.
/// </summary>
public sealed class Consistency : Indicator
{
    /// <summary>The combined row.</summary>
    public const string All = "all";

    private const double WidestInterval = 40;

    public override string Slug => "consistency";

    public override string Title => "Consistency";

    public override string Question => "Is it the same good experience everywhere?";

    public override string Formula =>
        "100 (1 - tau / sigmaU): tau^2 = variance of the cell means less their noise (time: half the mean squared successive "
        + "difference; touchpoints: less the noise they share), sigmaU = the spread of answers drawn at random.";

    public override string Source => "James, Demaree & Wolf (1984); von Neumann and others (1941) for series.";

    public override string Caveat =>
        "Not for comparing touchpoints of different difficulty, causal statements about channels, or two cells. Read it with "
        + "the level: consistently poor is consistent.";

    public override IReadOnlyList<string> Components =>
    [
        "cells", "tau", "naiveSd", "level", "gapFrom", "gapTo", "gap", "gapLow", "gapHigh", "gapPAdjusted", "sigmaUniform",
    ];

    public override Needs Needs => new(["experience"], ["experience"], "measure");

    public override string? RowColumn => "facet";

    /// <summary>100 sqrt((A + 1)/(12 (A - 1))), the spread of A answer values drawn at random, in points.</summary>
    public static double SigmaUniform(int options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options, 2);
        return 100 * Math.Sqrt((options + 1) / (12.0 * (options - 1)));
    }

    /// <summary>One row per facet in the order given, then the combined row <c>all</c>; gated. Cells on different ranges: insufficient.</summary>
    public IReadOnlyList<NamedFigure> Rows(ConsistencyInput input, Terms terms)
    {
        Refuse(terms);
        return Anonymity.Gate(Draft(input, terms), terms);
    }

    private static List<NamedFigure> Draft(ConsistencyInput input, Terms terms)
    {
        if (input.Options is not { } options)
        {
            var named = input.Facets.Select(facet => new NamedFigure("facet", facet.Name, Figure.Insufficient(Answers(facet, terms))));
            return [.. named, new("facet", All, Figure.Insufficient(Largest(input, terms)))];
        }
        var sigma = SigmaUniform(options);
        var spreads = input.Facets.Select(facet => FacetSpread.Of(facet, terms)).ToArray();
        var floor = 50.0 / ((options - 1) * input.Items);
        var rows = input.Facets
            .Zip(spreads, (facet, spread) => new NamedFigure("facet", facet.Name, Row(facet, spread, sigma, floor, terms)))
            .ToList();
        var kept = input.Facets.Zip(spreads).Where(facet => facet.Second is { } spread && !TooWide(spread, sigma)).ToArray();
        var combined = kept.Length > 0 ? Combined([.. kept.Select(facet => facet.Second!)], sigma) : Figure.Insufficient(Largest(input, terms));
        rows.Add(new("facet", All, combined) { MadeOf = string.Join(',', kept.Select(facet => facet.First.Name)) });
        return rows;
    }

    private static Figure Row(Facet facet, FacetSpread? spread, double sigma, double floor, Terms terms)
    {
        if (spread is null || TooWide(spread, sigma))
            return Figure.Insufficient(Answers(facet, terms));
        var pair = WorstPair.Of(spread.Cells, terms, floor);
        var parts = new ComponentSet()
            .Add("cells", (long)spread.Cells.Count)
            .Add("tau", Root(spread.TauSquared))
            .Add("naiveSd", Root(spread.Spread))
            .Add("level", spread.Level)
            .Add("gapFrom", pair.From)
            .Add("gapTo", pair.To)
            .Add("gap", pair.Gap)
            .Add("gapLow", pair.Low)
            .Add("gapHigh", pair.High)
            .Add("gapPAdjusted", pair.P);
        return Figure.Of(Read(spread.TauSquared, spread.Low, spread.High, sigma), spread.N, spread.N, parts);
    }

    private static Figure Combined(FacetSpread[] facets, double sigma)
    {
        var tau = facets.Average(facet => Math.Max(0, facet.TauSquared));
        var centre = facets.Average(facet => facet.TauSquared);
        var below = Math.Sqrt(facets.Sum(facet => Math.Pow(facet.TauSquared - facet.Low, 2))) / facets.Length;
        var above = Math.Sqrt(facets.Sum(facet => Math.Pow(facet.High - facet.TauSquared, 2))) / facets.Length;
        var parts = new ComponentSet().Add("tau", Root(tau)).Add("sigmaUniform", sigma);
        var n = facets.Max(facet => facet.N);
        return Figure.Of(Read(tau, centre - below, centre + above, sigma), n, n, parts);
    }

    /// <summary>n of a facet without a figure: the eligible cells if they are enough, else all cells.</summary>
    private static long Answers(Facet facet, Terms terms) =>
        FacetSpread.Of(facet, terms)?.N ?? facet.Cells.Sum(cell => cell.Moments.N);

    private static long Largest(ConsistencyInput input, Terms terms) =>
        input.Facets.Select(facet => Answers(facet, terms)).DefaultIfEmpty().Max();

    private static bool TooWide(FacetSpread spread, double sigma)
    {
        var read = Read(spread.TauSquared, spread.Low, spread.High, sigma);
        return read.High - read.Low > WidestInterval;
    }

    /// <summary>A wide tau^2 is a low figure, so the limits change places; they are kept around the estimate.</summary>
    private static Estimate Read(double tauSquared, double low, double high, double sigma)
    {
        return Estimate.Clipped(Turn(tauSquared), Turn(high), Turn(low), 0, 100);

        double Turn(double square) => 100 * (1 - Root(square) / sigma);
    }

    private static double Root(double square) => Math.Sqrt(Math.Max(0, square));
}
