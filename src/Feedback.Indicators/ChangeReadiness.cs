namespace Feedback.Indicators;

/// <summary>
/// Mean person score 0..100 of need, appropriateness, leadership, capability and benefit (Armenakis, Harris and Mossholder
/// 1993; Holt, Armenakis, Feild and Harris 2007). <c>purposeGap</c> = purpose - readiness in points: they know why, but are
/// not ready; null without k people on the scale <c>purpose</c>.
/// </summary>
public sealed class ChangeReadiness : ScaleIndex
{
    private static readonly string[] Items = ["need", "appropriateness", "leadership", "capability", "benefit"];

    public override string Slug => "change-readiness";

    public override string Title => "Readiness for change";

    public override string Question => "Will people go along, and what is missing?";

    public override string Formula =>
        "Mean of person scores over people with two thirds of the five items (employees: all five); interval m +- t s* / sqrt(n).";

    public override string Source =>
        "Armenakis, Harris & Mossholder (1993); Holt, Armenakis, Feild & Harris (2007).";

    public override string Caveat => "Not for predicting adoption of one project.";

    public override IReadOnlyList<string> Components =>
        [.. Items, "purposeGap", "sd", "alpha", "alphaLow", "alphaHigh", "indicative", "effectiveN"];

    public override Needs Needs => new(["readiness", "purpose"], [.. Items.Select(item => $"readiness.{item}")]);

    private protected override string Scale => "readiness";

    private protected override IReadOnlyList<string> Facets => Items;

    private protected override void Beside(ComponentSet parts, Counts counts, Moments scores, Terms terms)
    {
        var purpose = ScaleFigure.Scores(counts, "purpose", terms);
        // Employees: the difference of the two figures as they are served.
        parts.Add("purposeGap", purpose.Support, () => EmployeeGate.Served(purpose, terms)?.Mean - EmployeeGate.Served(scores, terms)?.Mean);
    }
}
