namespace Feedback.Indicators;

/// <summary>
/// Percent of R^2 that goes with each driver of an outcome, 0..100, by Johnson's relative weights (Johnson 2000), which
/// share what correlated drivers explain together; they add up to 100. Interval: jackknife, leaving one person out, with t
/// on n - 1 degrees of freedom, clipped to 0..100. Undefined if a driver or the outcome has no spread or drivers repeat each
/// other exactly, also if that comes about by leaving one single person out.
/// </summary>
public sealed class Drivers : Indicator
{
    /// <summary>Fewest and most drivers one request may name.</summary>
    public const int Fewest = 2, Most = 10;

    public override string Slug => "drivers";

    public override string Title => "Drivers";

    public override string Question => "What goes together with the outcome?";

    public override string Formula =>
        "Percent of R^2 per driver by Johnson's relative weights, from people who answered the outcome and every driver; "
        + "jackknife interval, leaving one person out. Employees: worked out of everybody together when a period is released, for "
        + "the questions that the survey declares (its drivers); any other question, and several periods together, are withheld.";

    public override string Source => "Johnson (2000); jackknife Tukey (1958).";

    public override string Caveat =>
        "Not for \"improve this and the outcome rises by\": it is association within one survey, and all answers come from the "
        + "same person on the same day.";

    public override IReadOnlyList<string> Components => ["rawWeight", "rSquared"];

    public override Needs Needs => new([], [], "drivers");

    public override string? RowColumn => "driver";

    /// <summary>
    /// One row per driver in the order given, gated. Fewer than max(100, 20 x drivers) complete cases: insufficient. Every
    /// row has the same status.
    /// </summary>
    /// <param name="drivers">Names of 2 to 10 drivers.</param>
    /// <param name="patterns">Complete cases; equal ones add.</param>
    /// <param name="terms">How it is asked for.</param>
    /// <exception cref="ArgumentException">Too few or too many drivers, or a pattern of another length.</exception>
    public IReadOnlyList<NamedFigure> Rows(IReadOnlyList<string> drivers, IReadOnlyList<AnswerPattern> patterns, Terms terms)
    {
        Refuse(terms);
        if (drivers.Count is < Fewest or > Most)
            throw new ArgumentException($"Between {Fewest} and {Most} drivers are needed.", nameof(drivers));
        if (patterns.Any(pattern => pattern.Drivers.Length != drivers.Count))
            throw new ArgumentException("A pattern needs one score per driver.", nameof(patterns));
        var cases = AnswerPattern.Merge(patterns);
        var n = cases.Sum(pattern => pattern.N);
        var least = Math.Max(100, 20 * drivers.Count);
        var figures =
            n < terms.MinimumGroup ? Same(Figure.Withheld, drivers)
            : n < least ? Same(Figure.Insufficient(n), drivers)
            : Work(cases, n) ?? Same(Figure.Undefined(n), drivers);
        return Anonymity.Gate(drivers.Zip(figures, (driver, figure) => new NamedFigure("driver", driver, figure)), terms);
    }

    private static Figure[] Same(Figure figure, IReadOnlyList<string> drivers) => [.. drivers.Select(_ => figure)];

    private static Figure[]? Work(IReadOnlyList<AnswerPattern> cases, long n)
    {
        if (DriverShares.Of(cases, n) is not { } shares)
            return null;
        var t = Distributions.TQuantile(.975, n - 1);
        return [.. shares.StandardErrors.Select((error, driver) =>
        {
            var share = shares.Weights.Percent(driver);
            var parts = new ComponentSet().Add("rawWeight", shares.Weights.Raw[driver]).Add("rSquared", shares.Weights.RSquared);
            return Figure.Of(Estimate.Clipped(share, share - t * error, share + t * error, 0, 100), n, n, parts);
        })];
    }
}
