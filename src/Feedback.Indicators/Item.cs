namespace Feedback.Indicators;

/// <summary>
/// Any rating item: POMP mean 0..100 with its mean interval, and the shares of top two and positive answers (Wilson 1927).
/// All items of the counts given are pooled, so hand over the one asked for. A choice question: <see cref="ChoiceItem"/>.
/// </summary>
public sealed class Item : CountedIndicator
{
    public override string Slug => "item";

    public override string Title => "Single item";

    public override string Question => "What did people answer to this question?";

    public override string Formula =>
        "Rating: mean of 100 (v - low) / (high - low) after reverse-keying; interval m +- t s* / sqrt(n). Choice: share of the "
        + "people who answered, one row per option; Wilson interval.";

    public override string Source => "Cohen, Cohen, Aiken & West (1999); interval of shares Wilson (1927).";

    public override string Caveat => "Not for standing in for a scale: one item measures less reliably than several.";

    public override IReadOnlyList<string> Components =>
    [
        "mean", "sd", "topTwo", "topTwoLow", "topTwoHigh", "bottomTwo", "positive", "positiveLow", "positiveHigh",
        "indicative", "effectiveN",
    ];

    public override Needs Needs => new([], [], "item");

    public override bool AllowsWeights => true;

    public override string? RowColumn => "option";

    /// <summary>One row per option of a choice question, gated.</summary>
    public IReadOnlyList<NamedFigure> Options(ChoiceCounts choice, Terms terms)
    {
        Refuse(terms);
        return Anonymity.Gate(ChoiceItem.Rows(choice, terms), terms);
    }

    /// <summary>
    /// How often each answer was given: to a rating every value it offers, to a choice every option that has a row. Null where
    /// fewer than k people answered. Through <see cref="Anonymity"/> before anybody sees it.
    /// </summary>
    public IReadOnlyList<AnswerShare>? Distribution(Counts counts, Terms terms)
    {
        Refuse(terms);
        return counts.Choices.Count > 0 ? ChoiceItem.Shares(Counts.Sum([counts]).Choices[0], terms) : Answers.Of(counts.Items, terms).Shares(terms);
    }

    public override Sample SampleOf(Counts counts, Terms terms) => new Sample.Mean(Answers.Of(counts.Items, terms).Moments);

    private protected override bool IsBeside(Counts counts) => counts.Items.Any(item => Measures.HasFigure(item.Measure));

    private protected override Figure Work(Counts counts, Terms terms)
    {
        var answers = Answers.Of(counts.Items, terms);
        if (answers.Support < terms.MinimumGroup)
            return Figure.Withheld;
        var moments = answers.Moments;
        var top = answers.Interval(Answers.Answer.TopTwo, terms);
        var positive = answers.Interval(Answers.Answer.Positive, terms);
        var parts = new ComponentSet()
            .Add("mean", answers.RawMean)
            .Add("sd", moments.Sd)
            .Add("topTwo", top.Value)
            .Add("topTwoLow", top.Low)
            .Add("topTwoHigh", top.High)
            .Add("bottomTwo", 100 * answers.Share(Answers.Answer.BottomTwo))
            .Add("positive", positive.Value)
            .Add("positiveLow", positive.Low)
            .Add("positiveHigh", positive.High)
            .AddIndicative(answers.N);
        AddEffective(parts, answers.Effective, terms);
        return Figure.Of(Intervals.Mean(moments, terms.Headcount), answers.N, answers.Effective, parts);
    }
}
