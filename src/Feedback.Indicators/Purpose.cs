namespace Feedback.Indicators;

/// <summary>
/// Mean person score 0..100 of objectives and contribution, both needed; <c>positive</c> is the mean of the two percents
/// above the midpoint, the theme figure of the Civil Service People Survey.
/// </summary>
public sealed class Purpose : ScaleIndex
{
    private static readonly string[] Items = ["objectives", "contribution"];

    public override string Slug => "purpose";

    public override string Title => "Purpose";

    public override string Question => "Do people know why?";

    public override string Formula => "Mean of person scores over people who answered both items; interval m +- t s* / sqrt(n).";

    public override string Source => "Civil Service People Survey (UK Cabinet Office), theme organisational objectives and purpose.";

    public override string Caveat => "Not for comparison of the index with the percent-positive theme figure beside it.";

    public override IReadOnlyList<string> Components => [.. Items, "positive", "sd", "indicative", "effectiveN"];

    private protected override string Scale => "purpose";

    private protected override IReadOnlyList<string> Facets => Items;

    private protected override void Beside(ComponentSet parts, Counts counts, Moments scores, Terms terms)
    {
        var items = Items.Select(item => Answers.Of(counts, $"purpose.{item}", terms)).ToArray();
        parts.Add("positive", items.Min(item => item.Support), () => 100 * items.Average(item => item.Share(Answers.Answer.Positive)));
    }
}
