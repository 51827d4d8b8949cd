namespace Feedback.Indicators;

/// <summary>
/// Did it move where something was done? The mean change of the units an initiative touched minus that of comparable others,
/// in points: difference in differences over units, which move by themselves as well.
/// </summary>
public static class InitiativeEffect
{
    private const int FewestUntouched = 2, FewestUnits = 6;

    /// <summary>
    /// D_T - D_C, the plain means of the units' changes d_u = after - before. tau^2 = max(0, S2 - noise) with S2 = (sum_T (d_u -
    /// D_T)^2 + sum_C (d_u - D_C)^2)/df, noise = ((1 - 1/U_T) sum_T v_u + (1 - 1/U_C) sum_C v_u)/df, df = U_T + U_C - 2; se^2 =
    /// sum over both groups of (tau^2 + v_u)/U^2; interval +- t(.975, df) se, p from t. Gated; n = answers in all four groups.
    /// Units with fewer than k people on a side are left out; no unit left on a side: withheld; fewer than 2 untouched or 6 in
    /// all: insufficient. Employees: made of the figures as they are served, units without one left out.
    /// </summary>
    /// <param name="units">Units of one level that do not overlap, before and after; all samples of one kind.</param>
    /// <param name="terms">How it is asked for.</param>
    public static Figure Of(IReadOnlyList<InitiativeUnit> units, Terms terms)
    {
        var counted = units.Select(unit => Counted.Of(unit, terms)).OfType<Counted>().ToLookup(unit => unit.Touched);
        Counted[] touched = [.. counted[true]], untouched = [.. counted[false]];
        if (touched.Length == 0 || untouched.Length == 0)
            return Figure.Withheld;
        var n = touched.Concat(untouched).Sum(unit => unit.N);
        var figure = untouched.Length < FewestUntouched || touched.Length + untouched.Length < FewestUnits
            ? Figure.Insufficient(n)
            : Work(touched, untouched, n);
        return Anonymity.Gate(figure, terms);
    }

    private static Figure Work(Counted[] touched, Counted[] untouched, long n)
    {
        var (there, elsewhere) = (touched.Average(unit => unit.Change), untouched.Average(unit => unit.Change));
        var df = touched.Length + untouched.Length - 2;
        var spread = (Squares(touched, there) + Squares(untouched, elsewhere)) / df;
        var noise = (Noise(touched) + Noise(untouched)) / df;
        var tau = Math.Sqrt(Math.Max(0, spread - noise));
        var error = Math.Sqrt(Error(touched, tau) + Error(untouched, tau));
        if (error <= 0)
            return Figure.Undefined(n);

        var effect = there - elsewhere;
        var half = Distributions.TQuantile(.975, df) * error;
        var parts = new ComponentSet()
            .Add("touchedBefore", touched.Average(unit => unit.Before))
            .Add("touchedAfter", touched.Average(unit => unit.After))
            .Add("untouchedBefore", untouched.Average(unit => unit.Before))
            .Add("untouchedAfter", untouched.Average(unit => unit.After))
            .Add("touchedChange", there)
            .Add("untouchedChange", elsewhere)
            .Add("unitsTouched", (long)touched.Length)
            .Add("unitsUntouched", (long)untouched.Length)
            .Add("tau", tau)
            .Add("p", Distributions.TwoSidedT(effect / error, df));
        return Figure.Of(
            Estimate.Clipped(effect, effect - half, effect + half, Math.Min(-200, effect), Math.Max(200, effect)), n, n, parts);
    }

    private static double Squares(Counted[] units, double mean) =>
        units.Sum(unit => (unit.Change - mean) * (unit.Change - mean));

    private static double Noise(Counted[] units) => (1 - 1.0 / units.Length) * units.Sum(unit => unit.Noise);

    private static double Error(Counted[] units, double tau) =>
        units.Sum(unit => tau * tau + unit.Noise) / ((double)units.Length * units.Length);

    /// <summary>A unit that counts: its figures, its noise v_u in squared points and its people on both sides.</summary>
    private sealed record Counted(bool Touched, double Before, double After, double Noise, long N)
    {
        /// <summary>d_u, in points.</summary>
        public double Change => After - Before;

        public static Counted? Of(InitiativeUnit unit, Terms terms) =>
            EmployeeGate.Served(unit.Before, terms) is { } before && EmployeeGate.Served(unit.After, terms) is { } after
                ? new(unit.Touched, before, after, unit.Before.Noise + unit.After.Noise, unit.Before.N + unit.After.N)
                : null;
    }
}

/// <summary>One unit before and after.</summary>
/// <param name="Unit">Its code.</param>
/// <param name="Touched">Whether something was done there.</param>
/// <param name="Before">The periods before, together.</param>
/// <param name="After">As many periods after.</param>
public sealed record InitiativeUnit(string Unit, bool Touched, Sample Before, Sample After);
