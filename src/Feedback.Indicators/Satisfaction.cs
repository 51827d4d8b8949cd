namespace Feedback.Indicators;

/// <summary>Percent of answers in the top two values, v >= high - 1 for every scale length, with Wilson's interval (Wilson 1927).</summary>
public sealed class Satisfaction : CountedIndicator
{
    public override string Slug => "satisfaction";

    public override string Title => "Satisfaction";

    public override string Question => "Are they satisfied, after an interaction or in general?";

    public override string Formula => "Percent of answers in the top two values; Wilson interval.";

    public override string Source => "Interval Wilson (1927).";

    public override string Caveat => "Not for comparison between questions with different numbers of answer values.";

    public override IReadOnlyList<string> Components =>
        ["mean", "meanLow", "meanHigh", "bottomTwo", "indicative", "effectiveN"];

    public override Needs Needs => new([], ["satisfaction"]);

    public override bool AllowsWeights => true;

    public override Sample SampleOf(Counts counts, Terms terms)
    {
        var answers = Answers.Of(counts, "satisfaction", terms);
        return new Sample.Share(answers.Count(Answers.Answer.TopTwo), answers.N);
    }

    private protected override Figure Work(Counts counts, Terms terms)
    {
        var answers = Answers.Of(counts, "satisfaction", terms);
        if (answers.Support < terms.MinimumGroup)
            return Figure.Withheld;
        var mean = Intervals.Mean(answers.Moments, terms.Headcount);
        var parts = new ComponentSet()
            .Add("mean", mean.Value)
            .Add("meanLow", mean.Low)
            .Add("meanHigh", mean.High)
            .Add("bottomTwo", 100 * answers.Share(Answers.Answer.BottomTwo))
            .AddIndicative(answers.N);
        AddEffective(parts, answers.Effective, terms);
        return Figure.Of(answers.Interval(Answers.Answer.TopTwo, terms), answers.N, answers.Effective, parts);
    }
}
