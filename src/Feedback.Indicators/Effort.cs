namespace Feedback.Indicators;

/// <summary>
/// POMP mean 0..100 of an item keyed so that 100 is effortless, with its mean interval; beside it the percent above
/// (<c>easy</c>, Wilson 1927) and below (<c>hard</c>) the midpoint (Dixon, Freeman and Toman 2010).
/// </summary>
public sealed class Effort : CountedIndicator
{
    public override string Slug => "effort";

    public override string Title => "Ease";

    public override string Question => "Was it easy?";

    public override string Formula =>
        "Mean of 100 (v - low) / (high - low), reverse-keyed where the question asks for effort; interval m +- t s* / sqrt(n).";

    public override string Source => "Dixon, Freeman & Toman (2010).";

    public override string Caveat => "Not for replacing satisfaction.";

    public override IReadOnlyList<string> Components =>
        ["easy", "easyLow", "easyHigh", "hard", "sd", "indicative", "effectiveN"];

    public override Needs Needs => new([], ["effort"]);

    public override bool AllowsWeights => true;

    public override Sample SampleOf(Counts counts, Terms terms) => new Sample.Mean(Answers.Of(counts, "effort", terms).Moments);

    private protected override Figure Work(Counts counts, Terms terms)
    {
        var answers = Answers.Of(counts, "effort", terms);
        if (answers.Support < terms.MinimumGroup)
            return Figure.Withheld;
        var easy = answers.Interval(Answers.Answer.Positive, terms);
        var moments = answers.Moments;
        var parts = new ComponentSet()
            .Add("easy", easy.Value)
            .Add("easyLow", easy.Low)
            .Add("easyHigh", easy.High)
            .Add("hard", 100 * answers.Share(Answers.Answer.Negative))
            .Add("sd", moments.Sd)
            .AddIndicative(answers.N);
        AddEffective(parts, answers.Effective, terms);
        return Figure.Of(Intervals.Mean(moments, terms.Headcount), answers.N, answers.Effective, parts);
    }
}
