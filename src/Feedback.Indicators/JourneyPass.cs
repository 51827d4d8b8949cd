namespace Feedback.Indicators;

/// <summary>
/// Percent of customers, of those who rated at least three touchpoints, who put every one they rated into the top two;
/// Wilson's interval (Wilson 1927). Read from the scale <c>journey</c>: answered = rated, total = of these in the top two.
/// </summary>
public sealed class JourneyPass : CountedIndicator
{
    public override string Slug => "journey-pass";

    public override string Title => "Journey pass";

    public override string Question => "Did the whole journey work for the customer?";

    public override string Formula =>
        "Percent of people with three or more rated touchpoints who rated all of them in the top two values; Wilson interval.";

    public override string Source => "Interval Wilson (1927).";

    public override string Caveat => "Not for comparing journeys of different length.";

    public override IReadOnlyList<string> Components => ["touchpointsRated", "touchpointPass", "indicative"];

    public override Needs Needs => new(["journey"], []);

    public override IReadOnlyList<Audience> Audiences => [Audience.Customer];

    public override Sample SampleOf(Counts counts, Terms terms)
    {
        var rows = Journeys(counts);
        return new Sample.Share(rows.Where(Passed).Sum(row => row.N), rows.Sum(row => row.N));
    }

    private protected override Figure Work(Counts counts, Terms terms)
    {
        var rows = Journeys(counts);
        var n = rows.Sum(row => row.N);
        if (n < terms.MinimumGroup)
            return Figure.Withheld;
        var passed = rows.Where(Passed).Sum(row => row.N);
        var rated = rows.Sum(row => row.N * row.Answered);
        var parts = new ComponentSet()
            .Add("touchpointsRated", rated / (double)n)
            .Add("touchpointPass", 100.0 * rows.Sum(row => row.N * row.Total) / rated)
            .AddIndicative(n);
        return Figure.Of(Intervals.Share(passed / (double)n, n, terms.Headcount), n, n, parts);
    }

    private static bool Passed(ScaleRow row) => row.Total == row.Answered;

    private static ScaleRow[] Journeys(Counts counts) =>
        [.. counts.Scales.Where(scale => scale.Scale == "journey").SelectMany(scale => scale.Shapes)
            .SelectMany(shape => shape.Rows).Where(row => row.Answered >= 3)];
}
