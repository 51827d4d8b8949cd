namespace Feedback.Indicators;

/// <summary>
/// 100 (trusting - distrusting) / n, -100..100: trusting if total >= (high - 1) answered, distrusting if 2 total &lt; (low +
/// high) answered. Adjusted Wald interval (Rocks 2016). Per driver: percent top two minus percent below the midpoint.
/// </summary>
public sealed class NetTrust : CountedIndicator
{
    public override string Slug => "net-trust";

    public override string Title => "Net trust";

    public override string Question => "How many trust, how many distrust?";

    public override string Formula =>
        "Percent of people whose mean answer is at least high - 1, minus percent whose mean answer lies below the midpoint; "
        + "adjusted Wald interval.";

    public override string Source => "Scale as in trust; interval Rocks (2016).";

    public override string Caveat =>
        "Not for small movements: a net score throws away most of the information in the answers (use trust).";

    public override double ScaleLow => -100;

    public override IReadOnlyList<string> Components =>
        ["trusting", "neutral", "distrusting", .. Trust.Drivers, "indicative", "effectiveN"];

    public override Needs Needs => new(["trust"], [.. Trust.Drivers.Select(driver => $"trust.{driver}")]);

    public override bool AllowsWeights => true;

    public override Sample SampleOf(Counts counts, Terms terms)
    {
        var people = Sides(counts, terms);
        return new Sample.Net(Tally.Sum(people[1]).N, Tally.Sum(people[-1]).N, Tally.Sum(people.SelectMany(side => side)).N);
    }

    private protected override bool IsBeside(Counts counts) => true;

    private protected override Figure Work(Counts counts, Terms terms)
    {
        var people = Sides(counts, terms);
        var all = Tally.Sum(people.SelectMany(side => side));
        if (all.Support(terms.Weighted) < terms.MinimumGroup)
            return Figure.Withheld;
        var (trusting, distrusting) = (Share(1), Share(-1));
        var effective = all.Effective(terms.Weighted);
        var parts = new ComponentSet()
            .Add("trusting", 100 * trusting)
            .Add("neutral", 100 * Share(0))
            .Add("distrusting", 100 * distrusting);
        foreach (var driver in Trust.Drivers)
        {
            var answers = Answers.Of(counts, $"trust.{driver}", terms);
            parts.Add(driver, answers.Support,
                () => 100 * (answers.Share(Answers.Answer.TopTwo) - answers.Share(Answers.Answer.Negative)));
        }
        parts.AddIndicative(all.N);
        AddEffective(parts, effective, terms);
        return Figure.Of(Intervals.Net(trusting, distrusting, effective, terms.Headcount), all.N, effective, parts);

        double Share(int side) => Tally.Sum(people[side]).Amount(terms.Weighted) / all.Amount(terms.Weighted);
    }

    /// <summary>People by side: trusting 1, neutral 0, distrusting -1.</summary>
    private static ILookup<int, Tally> Sides(Counts counts, Terms terms) =>
        counts.Scales.Where(scale => scale.Scale == "trust").SelectMany(scale => scale.Shapes)
            .SelectMany(shape => shape.Rows
                .Where(row => PersonScore.Counts(row.Answered, shape.Items, terms.Audience))
                .Select(row => (Side: Side(shape, row), Tally: new Tally(row.N, row.Weight, row.SquaredWeight))))
            .ToLookup(person => person.Side, person => person.Tally);

    private static int Side(ScaleShape shape, ScaleRow row) =>
        row.Total >= (shape.High - 1) * row.Answered ? 1
        : 2 * row.Total < (shape.Low + shape.High) * row.Answered ? -1
        : 0;
}
