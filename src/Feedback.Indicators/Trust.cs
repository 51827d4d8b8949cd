namespace Feedback.Indicators;

/// <summary>
/// Mean person score 0..100 of capability, reliability, transparency and humanity. <c>outcome</c> is shown beside and never
/// enters the index: it is the criterion the four should predict (Mayer, Davis and Schoorman 1995; Reichheld and Dunlop
/// 2022; OECD 2017).
/// </summary>
public sealed class Trust : ScaleIndex
{
    internal static readonly string[] Drivers = ["capability", "reliability", "transparency", "humanity"];

    public override string Slug => "trust";

    public override string Title => "Trust";

    public override string Question => "Is there trust, and what is it made of?";

    public override string Formula =>
        "Mean of person scores, 100 (total / answered - low) / (high - low), over people with two thirds of the four items "
        + "(employees: all four); interval m +- t s* / sqrt(n).";

    public override string Source =>
        "Mayer, Davis & Schoorman (1995); the four factors after Reichheld & Dunlop (2022); OECD (2017).";

    public override string Caveat =>
        "Not for ranking the four factors by one item each, judging single managers, or claiming compatibility with any "
        + "commercial trust score.";

    public override IReadOnlyList<string> Components =>
        [.. Drivers, "outcome", "sd", "alpha", "alphaLow", "alphaHigh", "indicative", "effectiveN"];

    public override Needs Needs => new(["trust"], [.. Drivers.Select(driver => $"trust.{driver}"), "trust.outcome"]);

    private protected override string Scale => "trust";

    private protected override IReadOnlyList<string> Facets => Drivers;

    private protected override void Beside(ComponentSet parts, Counts counts, Moments scores, Terms terms) =>
        parts.AddMean("outcome", Answers.Of(counts, "trust.outcome", terms).Moments);
}
