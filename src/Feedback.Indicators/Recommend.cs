namespace Feedback.Indicators;

/// <summary>
/// 100 (P - D) / n, -100..100, on an item 0..10: P answers of 9 or 10, D answers of 0 to 6 (Reichheld 2003); adjusted Wald
/// interval (Rocks 2016), which keeps a width even if everybody agrees.
/// </summary>
public sealed class Recommend : CountedIndicator
{
    /// <summary>Of answers drawn at random from 0..10: two of eleven promote, seven detract.</summary>
    private const double RandomVariance = 9 / 11.0 - 25 / 121.0;

    public override string Slug => "recommend";

    public override string Title => "Recommendation (NPS, eNPS)";

    public override string Question => "Would they speak for us?";

    public override string Formula => "Percent at 9 or 10 minus percent at 0 to 6; adjusted Wald interval.";

    public override string Source =>
        "Reichheld (2003); interval Rocks (2016). Net Promoter Score and NPS are registered trademarks of Bain & Company, "
        + "Satmetrix Systems and F. Reichheld.";

    public override string Caveat =>
        "Not for targets or pay, comparison across countries (answering styles differ), or proof of growth.";

    public override double ScaleLow => -100;

    public override IReadOnlyList<string> Components =>
        ["promoters", "passives", "detractors", "mean", "indicative", "effectiveN"];

    public override Needs Needs => new([], ["recommend"]);

    public override bool AllowsWeights => true;

    public override Sample SampleOf(Counts counts, Terms terms)
    {
        var answers = Asked(counts, terms);
        return new Sample.Net(answers.Count(Promotes), answers.Count(Detracts), answers.N) { WholeVariance = WholeVariance(answers, terms) };
    }

    internal static bool Promotes(Answers.Answer answer) => answer.Value >= 9;

    /// <summary>Answers to the items on 0..10.</summary>
    internal static Answers Asked(Counts counts, Terms terms) => Answers.Of(
        counts.Items.Where(item => item is { Measure: "recommend", Low: 0, High: 10 }), terms);

    private static bool Detracts(Answers.Answer answer) => answer.Value <= 6;

    private protected override Figure Work(Counts counts, Terms terms)
    {
        var answers = Asked(counts, terms);
        if (answers.Support < terms.MinimumGroup)
            return Figure.Withheld;
        var promoters = answers.Share(Promotes);
        var detractors = answers.Share(Detracts);
        var parts = new ComponentSet()
            .Add("promoters", 100 * promoters)
            .Add("passives", 100 * answers.Share(answer => answer.Value is 7 or 8))
            .Add("detractors", 100 * detractors)
            .Add("mean", answers.RawMean)
            .AddIndicative(answers.N);
        AddEffective(parts, answers.Effective, terms);
        return Figure.Of(
            Intervals.Net(promoters, detractors, answers.Effective, terms.Headcount, WholeVariance(answers, terms)), answers.N, answers.Effective, parts);
    }

    private static double? WholeVariance(Answers cell, Terms terms) => WholeBase.NetVariance(cell.N, "recommend", (counts, plain) =>
        Asked(counts, plain) is var all ? (all.Count(Promotes), all.Count(Detracts), all.N) : default, RandomVariance, terms);
}
