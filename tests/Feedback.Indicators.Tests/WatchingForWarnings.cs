using System.Text.Json.Nodes;
using ForAll = FsCheck.NUnit.PropertyAttribute;

namespace Feedback.Indicators.Tests;

public sealed class WatchingForWarnings
{
    private static readonly Moments[] Calm = [.. Enumerable.Range(0, 12).Select(period => new Moments(40, 70 + period % 3, 330))];

    private static readonly long[] Fours = [4, 3, 5, 4, 4, 5, 3, 4];

    private static IEnumerable<ReferenceCase> Cases => ReferenceFile.Cases.Where(reference => reference.Slug == "early-warning");

    [TestCaseSource(nameof(Cases))]
    public void Every_reference_case_is_reproduced(ReferenceCase reference)
    {
        var figure = (string)reference.Input["kind"]! == "volume"
            ? new EarlyWarning().Volume(
                new("stream", (long)reference.Input["count"]!, [.. reference.Input["baseline"]!.AsArray().Select(week => (long)week!)]), reference.Terms)
            : Score(reference.Input["periods"]!.AsArray().Select(Period));
        Expect.Row(figure, reference.Expected, reference.Tolerance);
        Assert.That(figure.Components.Keys, Is.SubsetOf(new EarlyWarning().Components));

        static Moments Period(JsonNode? period) =>
            (long)period!["n"]! == 0 ? Moments.None : Some.Moments(period);
    }

    [Test]
    public void Nine_mentions_are_withheld_however_short_the_baseline()
    {
        Assert.That(Volume(9, Fours), Is.EqualTo(Figure.Withheld));
        Assert.That(Volume(9, [4]), Is.EqualTo(Figure.Withheld));
        Assert.That(Volume(10, [4]), Is.EqualTo(Figure.Insufficient(10)));
    }

    [Test]
    public void Only_the_last_eight_weeks_count() =>
        Assert.That(Volume(10, [900, 900, .. Fours]).Components["expected"], Is.EqualTo(4));

    [Test]
    public void One_stream_by_itself_raises_no_alarm()
    {
        var figure = Volume(40, Fours);
        Assert.That((figure.Components["pAdjusted"], figure.Components["alarm"]), Is.EqualTo(((object?)null, (object?)null)));
    }

    [TestCase(15, true)]
    [TestCase(14, false)]
    public void An_alarm_is_an_adjusted_p_of_at_most_a_twentieth(long count, bool alarm)
    {
        var figure = new EarlyWarning().Adjusted([new("stream", count, [9, 9, 9, 9, 9, 9, 9, 9])], Some.Customers)[0].Figure;
        Assert.That((double)figure.Components["pAdjusted"]!, alarm ? Is.InRange(.03, .05) : Is.InRange(.05, .08));
        Assert.That(figure.Components["alarm"], Is.EqualTo(alarm));
    }

    [Test]
    public void The_family_is_every_stream_of_the_week_those_too_small_to_show_included()
    {
        VolumeStream[] streams =
        [
            new("loud", 12, Fours), new("small", 4, Fours), new("new", 50, [1]), new("calm", 10, [10, 9, 11, 10, 10, 10, 12, 8]), new("tiny", 0, Fours),
        ];
        var rows = new EarlyWarning().Adjusted(streams, Some.Customers);
        Assert.That(rows.Select(row => (row.Column, row.Name)), Is.EqualTo(streams.Select(stream => ("stream", stream.Stream))));
        Assert.That(rows.Select(row => row.Figure.Status), Is.EqualTo(
            new[] { Status.Released, Status.Withheld, Status.Insufficient, Status.Released, Status.Withheld }));
        double[] family = [Distributions.PoissonTail(12, 4), Distributions.PoissonTail(4, 4), Distributions.PoissonTail(10, 10), 1];
        var adjusted = FalseDiscovery.Adjust(family);
        Assert.That(rows[0].Figure.Components["pAdjusted"], Is.EqualTo(adjusted[0]).Within(1e-15));
        Assert.That(rows[3].Figure.Components["pAdjusted"], Is.EqualTo(adjusted[2]).Within(1e-15));
        Assert.That((rows[0].Figure.Components["alarm"], rows[3].Figure.Components["alarm"]), Is.EqualTo((true, false)));
    }

    [Test]
    public void A_lasting_drop_is_seen_and_a_calm_series_is_not()
    {
        Assert.That(Score([.. Calm, .. Calm]).Components["alarm"], Is.False);
        var dropped = Score([.. Calm, .. Calm.Select(period => period with { Mean = period.Mean - 6 })]);
        Assert.That(dropped.Components["alarm"], Is.True);
        Assert.That(dropped.Estimate, Is.EqualTo(-5).Within(1e-9), "the last period against the mean of the first twelve");
        Assert.That((double)dropped.Components["cusumLow"]!, Is.GreaterThan(5));
        Assert.That(dropped.Components["cusumHigh"], Is.EqualTo(0));
    }

    [Test]
    public void Nine_answers_are_withheld_in_the_last_period_and_skipped_before()
    {
        var nine = new Moments(9, 0, 100);
        Assert.That(Score([.. Calm, .. Calm, nine]), Is.EqualTo(Figure.Withheld));
        Assert.That(Score([]), Is.EqualTo(Figure.Withheld));
        Assert.That(Score([.. Calm[..11], nine, Calm[11]]), Is.EqualTo(Figure.Insufficient(40)));
        Assert.That(Score([nine, .. Calm, nine, Calm[0]]).Estimate, Is.EqualTo(Score([.. Calm, Calm[0]]).Estimate));
    }

    [Test]
    public void Periods_that_all_answer_alike_but_differ_have_a_spread_to_measure_with()
    {
        var flat = Calm.Select(period => period with { Variance = 0 }).ToArray();
        Assert.That(Score([.. flat, flat[0]]).Components["tau"], Is.GreaterThan(0));
        var same = flat.Select(period => period with { Mean = 70.1 }).ToArray();
        Assert.That(Score([.. same, same[0] with { Mean = 40 }]).Status, Is.EqualTo(Status.Undefined));
        Assert.That(new EarlyWarning().Score([.. same, same[0]], Some.Employees), Is.EqualTo(Figure.Withheld));
    }

    [ForAll]
    public void The_order_of_streams_changes_no_row((byte Count, byte Week)[] drawn)
    {
        VolumeStream[] streams = [.. drawn.Select((stream, index) => new VolumeStream(
            $"stream {index}", stream.Count, [.. Fours.Select(week => week + stream.Week)]))];
        var rows = new EarlyWarning().Adjusted(streams, Some.Customers);
        var turned = new EarlyWarning().Adjusted([.. streams.Reverse()], Some.Customers);
        foreach (var (a, b) in rows.Zip(turned.Reverse()))
        {
            Assert.That((b.Name, b.Figure.Status, b.Figure.Estimate), Is.EqualTo((a.Name, a.Figure.Status, a.Figure.Estimate)));
            Assert.That(b.Figure.Components, Is.EqualTo(a.Figure.Components));
        }
    }

    [ForAll]
    public void A_movement_lies_in_its_interval_and_mirrors((byte N, byte Mean, ushort Variance)[] drawn)
    {
        Moments[] periods = [.. Calm[..6], .. drawn.Concat(drawn).Select(period => new Moments(period.N, period.Mean % 101, period.Variance % 2500))];
        var figure = Score(periods);
        var mirrored = Score(periods.Select(period => period with { Mean = 100 - period.Mean }));
        Assert.That(mirrored.Status, Is.EqualTo(figure.Status));
        if (figure.Status != Status.Released)
            return;
        Assert.That(figure.Estimate!.Value, Is.InRange(figure.Low!.Value, figure.High!.Value));
        Assert.That(mirrored.Estimate, Is.EqualTo(-figure.Estimate.Value).Within(1e-9));
        Assert.That((double)mirrored.Components["ewma"]!, Is.EqualTo(-(double)figure.Components["ewma"]!).Within(1e-9));
        Assert.That((double)mirrored.Components["cusumHigh"]!, Is.EqualTo((double)figure.Components["cusumLow"]!).Within(1e-9));
    }

    [ForAll]
    public void A_ratio_lies_in_its_interval_and_more_mentions_are_less_likely(byte count, byte[] weeks)
    {
        long[] baseline = [.. Fours, .. weeks.Select(week => (long)week)];
        var (figure, more) = (Volume(10 + count, baseline), Volume(11 + count, baseline));
        Assert.That(figure.Estimate!.Value, Is.InRange(figure.Low!.Value, figure.High!.Value));
        Assert.That((double)more.Components["p"]!, Is.LessThanOrEqualTo((double)figure.Components["p"]!));
        Assert.That(more.Low, Is.GreaterThan(figure.Low));
    }

    /// <summary>Streams of small and large counts, some periods unknown: the history at once, and period by period.</summary>
    [ForAll]
    public void A_history_has_the_alarms_of_its_periods((byte Mean, byte Burst, byte Gap)[] drawn, int seed)
    {
        var random = new Random(seed);
        const int periods = 14;
        List<long?[]> streams = [.. drawn.Select(stream => Enumerable.Range(0, periods)
            .Select(period => random.Next(40) < stream.Gap % 8 ? (long?)null : random.Next(1 + stream.Mean % 12) + (period == stream.Burst % 20 ? stream.Burst : 0)).ToArray())];
        var alarms = VolumeAlarms.Of(streams, Some.Customers.MinimumGroup);
        for (var period = 0; period < periods; period++)
        {
            var rows = new EarlyWarning().Adjusted([.. streams.Select((counts, i) => new VolumeStream(
                $"{i}", counts[period] ?? 0, counts[period] is null ? [] : [.. counts.Take(period).OfType<long>()]))], Some.Customers);
            Assert.That(alarms.Select(stream => stream[period]), Is.EqualTo(rows.Select(row => row.Figure.Components.GetValueOrDefault("alarm") is true)), $"period {period}");
        }
    }

    [Test]
    public void A_burst_in_a_history_is_an_alarm_once_eight_periods_are_known()
    {
        long?[] late = [.. Fours.Select(week => (long?)week), 30, null, 4], early = [4, 4, 4, 30, 4, 4, 4, 4, 4, 4, 4];
        var alarms = VolumeAlarms.Of([late, early], 10);
        Assert.That(alarms[0], Is.EqualTo(Enumerable.Range(0, 11).Select(period => period == 8)));
        Assert.That(alarms[1], Has.None.True);
        Assert.That(VolumeAlarms.Of([late], 31)[0], Has.None.True, "fewer than k are no alarm");
    }

    private static Figure Volume(long count, IReadOnlyList<long> baseline) => new EarlyWarning().Volume(new("stream", count, baseline), Some.Customers);

    private static Figure Score(IEnumerable<Moments> periods) => new EarlyWarning().Score([.. periods], Some.Customers);
}
