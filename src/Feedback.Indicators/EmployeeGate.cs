using System.Collections.ObjectModel;

namespace Feedback.Indicators;

/// <summary>
/// How figures about employees are served. Small cells (fewer than 3k people, or a sum with one of them in it): estimate and
/// limits only, and near an end of the scale only that they are there. All: numbers rounded (<see cref="Rounding"/>,
/// <see cref="ComponentKinds"/>). Serving twice changes nothing.
/// </summary>
internal static class EmployeeGate
{
    private const double Percent = 95, Net = 90;

    /// <summary>The gated figure as readers get it. What counts cells is never small, because each of its cells is large enough already.</summary>
    public static Figure Serve(Figure figure, Indicator indicator, Terms terms)
    {
        if (figure.N is not { } n)
            return figure;
        var small = !figure.CountsCells && terms.IsSmall(n);
        Func<double, double> round = indicator.ScaleHigh <= 1 || figure.ComparesFractions ? Rounding.Thousandth : Rounding.Tenth;
        var served = figure with
        {
            Estimate = Rounded(figure.Estimate),
            Low = Rounded(figure.Low),
            High = Rounded(figure.High),
            N = figure.CountsCells ? n : Rounding.People(n, terms.MinimumGroup),
            Components = small
                ? ReadOnlyDictionary<string, object?>.Empty
                : figure.Components.ToDictionary(part => part.Key, part => Component(ComponentKinds.Of(indicator, part.Key), part.Value, round, terms)),
        };
        return small && indicator.TellsWhereAnswersLie ? Bounded(served, isNet: indicator.ScaleLow < 0) : served;

        double? Rounded(double? number) => number is { } x ? round(x) : null;
    }

    /// <summary>
    /// The mean of a cell as it is served, which is what differences and comparisons of cells are made of. Customers: as it is.
    /// Null below k, and for a small cell of employees whose mean is not told: it lies near an end of the scale, or the answers
    /// have another figure.
    /// </summary>
    public static Moments? Served(Moments cell, Terms terms)
    {
        if (cell.N < terms.MinimumGroup)
            return null;
        if (terms.Audience == Audience.Customer)
            return cell;
        var served = cell with { Mean = Rounding.Tenth(cell.Mean) };
        return (cell.IsSmall || terms.IsSmall(cell.N)) && (cell.IsBeside || BoundOf(served.Mean, isNet: false) is not null) ? null : served;
    }

    /// <summary>The figure of a sample as it is served; null as above.</summary>
    public static double? Served(Sample sample, Terms terms)
    {
        if (sample is Sample.Mean mean)
            return Served(mean.Moments, terms)?.Mean;
        if (sample.N < terms.MinimumGroup)
            return null;
        if (terms.Audience == Audience.Customer)
            return sample.Value;
        var served = Rounding.Tenth(sample.Value);
        return terms.IsSmall(sample.N) && BoundOf(served, sample is Sample.Net) is not null ? null : served;
    }

    private static Bound? BoundOf(double estimate, bool isNet) =>
        estimate >= (isNet ? Net : Percent) ? Bound.AtLeast
        : estimate <= (isNet ? -Net : 100 - Percent) ? Bound.AtMost
        : null;

    private static Figure Bounded(Figure figure, bool isNet) => figure.Estimate is { } estimate ? BoundOf(estimate, isNet) switch
    {
        Bound.AtLeast when isNet => figure with { Estimate = Net, Low = Net, High = 100, Bound = Bound.AtLeast },
        Bound.AtLeast => figure with { Estimate = Percent, Low = Percent, High = 100, Bound = Bound.AtLeast },
        Bound.AtMost when isNet => figure with { Estimate = -Net, Low = -100, High = -Net, Bound = Bound.AtMost },
        Bound.AtMost => figure with { Estimate = 100 - Percent, Low = 0, High = 100 - Percent, Bound = Bound.AtMost },
        _ => figure,
    } : figure;

    private static object? Component(ComponentKind kind, object? value, Func<double, double> estimate, Terms terms) => (kind, value) switch
    {
        (ComponentKind.Hidden, _) => null,
        (ComponentKind.Number, double number) => Rounding.Tenth(number),
        (ComponentKind.Fraction, double fraction) => Rounding.Thousandth(fraction),
        (ComponentKind.Estimate, double figure) => estimate(figure),
        (ComponentKind.People, long n) => Rounding.People(n, terms.MinimumGroup),
        (ComponentKind.People, double n) => (double)Rounding.People((long)Math.Round(n), terms.MinimumGroup),
        _ => value,
    };
}
