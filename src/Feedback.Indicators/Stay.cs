namespace Feedback.Indicators;

/// <summary>
/// Percent of answers above the midpoint to "how long do you want to stay" (1 as soon as possible, 2 within a year, 3 at least
/// a year, 4 at least three years), with Wilson's interval (Wilson 1927).
/// </summary>
public sealed class Stay : CountedIndicator
{
    public override string Slug => "stay";

    public override string Title => "Intention to stay";

    public override string Question => "Do people want to stay?";

    public override string Formula => "Percent of answers 3 and 4 of 1 to 4; Wilson interval.";

    public override string Source => "Civil Service People Survey (UK Cabinet Office); interval Wilson (1927).";

    public override string Caveat =>
        "Not for forecasts of single units: the intention is a weak to moderate predictor of leaving.";

    public override IReadOnlyList<string> Components => ["leavingSoon", "indicative"];

    public override Needs Needs => new([], ["stay"]);

    public override Sample SampleOf(Counts counts, Terms terms)
    {
        var answers = Answers.Of(counts, "stay", terms);
        return new Sample.Share(answers.Count(Answers.Answer.Positive), answers.N);
    }

    private protected override Figure Work(Counts counts, Terms terms)
    {
        var answers = Answers.Of(counts, "stay", terms);
        if (answers.N < terms.MinimumGroup)
            return Figure.Withheld;
        var parts = new ComponentSet()
            .Add("leavingSoon", 100 * answers.Share(answer => answer.Value == answer.Low))
            .AddIndicative(answers.N);
        return Figure.Of(answers.Interval(Answers.Answer.Positive, terms), answers.N, answers.Effective, parts);
    }
}
