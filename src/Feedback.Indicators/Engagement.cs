namespace Feedback.Indicators;

/// <summary>
/// Mean person score 0..100 of pride, advocacy, attachment, inspiration and motivation. Persons first, then the mean: it is
/// not the mean of rounded item figures (Civil Service People Survey technical guide).
/// </summary>
public sealed class Engagement : ScaleIndex
{
    internal static readonly string[] Items = ["pride", "advocacy", "attachment", "inspiration", "motivation"];

    public override string Slug => "engagement";

    public override string Title => "Engagement";

    public override string Question => "Are people committed to the organisation?";

    public override string Formula =>
        "Mean of person scores over people with two thirds of the five items (employees: all five); interval m +- t s* / sqrt(n).";

    public override string Source => "Civil Service People Survey technical guide (UK Cabinet Office), wording under the OGL v3.0.";

    public override string Caveat => "Not for individual appraisal, or comparison with percent-positive figures.";

    public override IReadOnlyList<string> Components =>
        [.. Items, "sd", "alpha", "alphaLow", "alphaHigh", "indicative", "effectiveN"];

    private protected override string Scale => "engagement";

    private protected override IReadOnlyList<string> Facets => Items;
}
