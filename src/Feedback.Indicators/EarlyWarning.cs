namespace Feedback.Indicators;

/// <summary>
/// One row per stream. Volume: mentions this week against the eight weeks before, estimate x/E with an exact interval (Garwood
/// 1936) and the tail of a counting law, adjusted over all streams of the week (Benjamini and Hochberg 1995). Score: last
/// period's mean less the mean of the first twelve, in points, with an EWMA chart (Roberts 1959) whose limit 2.8 was set by
/// simulation for a baseline of twelve periods, and a CUSUM (Page 1954) beside it. Of employees' rows
/// only the alarm passes <see cref="Anonymity.Release(Figure, Indicator, Terms)"/>.
/// </summary>
public sealed class EarlyWarning : Indicator
{
    private const double Flag = .05;
    private const string Alarm = "alarm", LeadName = "lead";

    public override string Slug => "early-warning";

    public override string Title => "Early warning";

    public override string Question => "Do employees see it first?";

    public override string Formula =>
        "Volume, a ratio: mentions / max(3, mean of the eight weeks before); alarm by the Poisson or negative binomial tail, adjusted over "
        + "all streams of the week, at .05. Score, in points: mean - mean of the first twelve periods; alarm where the EWMA (lambda .2) of the "
        + "standardised means passes 2.8 standard errors. Lead: customer alarms with an employee alarm 1 to 6 periods before.";

    public override string Source =>
        "Garwood (1936); Page (1954); Roberts (1959); Benjamini & Hochberg (1995); limit of the EWMA by simulation.";

    public override string Caveat =>
        "Not for promises of prediction, or single complaints. Ten quiet score streams raise about one false alarm in their first "
        + "twelve periods. Where mentions come in bursts of their own, a week in four of twenty streams has a false alarm.";

    /// <summary>Of a score row; a volume row is a ratio from 0 up.</summary>
    public override double ScaleLow => -100;

    public override IReadOnlyList<string> Components =>
    [
        "expected", "p", "method", "pAdjusted", "alarm", "baselineMean", "baselineSd", "tau", "ewma", "ewmaLimit", "cusumHigh",
        "cusumLow", LeadName,
    ];

    public override Needs Needs => new([], []);

    public override string? RowColumn => "stream";

    /// <summary>
    /// One week of one stream by itself: <c>pAdjusted</c> and <c>alarm</c> need all streams of the week and are null here. Fewer
    /// than k mentions: withheld; fewer than eight weeks before: insufficient.
    /// </summary>
    public Figure Volume(VolumeStream stream, Terms terms)
    {
        Refuse(terms);
        return Anonymity.Gate(Draft(stream, null, terms) with { OnlyComponent = terms.Audience == Audience.Employee ? Alarm : null }, terms);
    }

    /// <summary>
    /// All streams of one week, in the order given. The family of the adjustment is every stream with eight weeks before it,
    /// those too small to show included: picking the large ones first would make chance look like news.
    /// </summary>
    public IReadOnlyList<NamedFigure> Adjusted(IReadOnlyList<VolumeStream> streams, Terms terms)
    {
        Refuse(terms);
        var tested = streams.Select(CountAlarm.Of).ToArray();
        var adjusted = new Queue<double>(FalseDiscovery.Adjust([.. tested.OfType<CountAlarm>().Select(alarm => alarm.P)]));
        return Anonymity.Gate(
            streams.Zip(tested, (stream, alarm) => new NamedFigure(
                "stream", stream.Stream, Draft(stream, alarm is null ? null : adjusted.Dequeue(), terms) with { OnlyComponent = terms.Audience == Audience.Employee ? Alarm : null })),
            terms);
    }

    /// <summary>
    /// The last period of a score. Periods below k are skipped; if the last one is: withheld. No 13th period: insufficient. No
    /// spread in the first twelve: undefined.
    /// </summary>
    /// <param name="periods">All periods in order, empty ones too, scores 0..100.</param>
    /// <param name="terms">How it is asked for.</param>
    public Figure Score(IReadOnlyList<Moments> periods, Terms terms)
    {
        Refuse(terms);
        return Anonymity.Gate(Draft(periods, terms) with { OnlyComponent = terms.Audience == Audience.Employee ? Alarm : null }, terms);
    }

    /// <summary>The row beside all streams: how the customers' alarms followed the employees'. It has no figure, only the component.</summary>
    public Figure Summary(Lead lead, Terms terms)
    {
        Refuse(terms);
        ArgumentNullException.ThrowIfNull(lead);
        return Figure.Of(new(lead.Hits, lead.Hits, lead.Hits), lead.CustomerAlarms, lead.CustomerAlarms, new ComponentSet().Add(LeadName, lead)) with { CountsCells = true, OnlyComponent = LeadName };
    }

    private static Figure Draft(VolumeStream stream, double? adjusted, Terms terms)
    {
        var x = stream.Count;
        if (x < terms.MinimumGroup)
            return Figure.Withheld;
        if (CountAlarm.Of(stream) is not { } alarm)
            return Figure.Insufficient(x);
        var parts = new ComponentSet()
            .Add("expected", alarm.Expected)
            .Add("p", alarm.P)
            .Add("method", alarm.IsBursty ? "negativeBinomial" : "poisson")
            .Add("pAdjusted", adjusted)
            .Add(Alarm, adjusted is { } p ? p <= Flag : null);
        var low = Distributions.ChiSquareQuantile(.025, 2.0 * x) / (2 * alarm.Expected);
        var high = Distributions.ChiSquareQuantile(.975, 2.0 * x + 2) / (2 * alarm.Expected);
        return Figure.Of(new(x / alarm.Expected, low, high), x, x, parts);
    }

    private static Figure Draft(IReadOnlyList<Moments> periods, Terms terms)
    {
        if (periods.Count == 0 || periods[^1].N < terms.MinimumGroup)
            return Figure.Withheld;
        var n = periods[^1].N;
        if (ScoreStream.Of([.. periods.Where(period => period.N >= terms.MinimumGroup)]) is not { } stream)
            return Figure.Insufficient(n);
        if (!stream.HasSpread)
            return Figure.Undefined(n);
        var parts = new ComponentSet()
            .Add(Alarm, stream.Ewma.Alarm)
            .Add("baselineMean", stream.Baseline)
            .Add("baselineSd", stream.Sd)
            .Add("tau", stream.Tau)
            .Add("ewma", stream.Ewma.Value)
            .Add("ewmaLimit", stream.Ewma.Limit)
            .Add("cusumHigh", stream.Cusum.High)
            .Add("cusumLow", stream.Cusum.Low);
        return Figure.Of(stream.Movement(), n, n, parts);
    }
}
