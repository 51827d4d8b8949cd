namespace Feedback.Indicators.Tests;

/// <summary>Whose alarms come first, and words that are used more here than there.</summary>
public sealed class SeeingItFirst
{
    [Test]
    public void An_alarm_that_goes_on_is_one_alarm()
    {
        var lead = Lead(employees: "..xxx.......", customers: ".....xxx....");
        Assert.That((lead.EmployeeAlarms, lead.CustomerAlarms, lead.Hits, lead.FalseAlarms, lead.MedianLead), Is.EqualTo((1L, 1L, 1L, 0L, (double?)3)));
    }

    [TestCase(6, 1)]
    [TestCase(7, 0)]
    [TestCase(0, 0)]
    public void It_counts_if_it_lies_one_to_six_periods_before(int before, int hits)
    {
        var lead = Lead(employees: new string('.', 10 - before) + "x" + new string('.', before + 5), customers: "..........x.....");
        Assert.That((lead.Hits, lead.FalseAlarms), Is.EqualTo(((long)hits, 1L - hits)));
    }

    [Test]
    public void The_lead_is_the_distance_to_the_earliest_announcement() =>
        Assert.That(Lead(employees: "x.x.x.......", customers: ".....x......").MedianLead, Is.EqualTo(5));

    [Test]
    public void The_test_shifts_all_streams_together()
    {
        // Three streams of eight periods, each announced one period before: shifts of 0 to 5 and 7 later or earlier find all or fewer.
        string[] employees = ["x.......", "..x.....", "....x..."];
        string[] customers = [".x......", "...x....", ".....x.."];
        var lead = Of(employees, customers);
        Assert.That((lead.Hits, lead.MedianLead), Is.EqualTo((3L, (double?)1)));
        var atLeast = Enumerable.Range(0, 8).Count(shift => Of([.. employees.Select(series => series[^shift..] + series[..^shift])], customers).Hits >= 3);
        Assert.That(lead.P, Is.EqualTo(atLeast / 8.0));
        Assert.That(atLeast, Is.InRange(1, 7));
    }

    [Test]
    public void Streams_on_one_side_only_are_misses_and_false_alarms()
    {
        var lead = Indicators.Lead.Of(
            new Dictionary<string, IReadOnlyList<bool>> { ["a"] = [true, false] }, new Dictionary<string, IReadOnlyList<bool>> { ["b"] = [false, true] });
        Assert.That(lead, Is.EqualTo(new Lead(1, 0, 1, 1, null, 1)));
    }

    [Test]
    public void Without_alarms_nothing_is_announced()
    {
        Assert.That(Lead("....", "...."), Is.EqualTo(new Lead(0, 0, 0, 0, null, 1)));
        Assert.That(Of([], []), Is.EqualTo(new Lead(0, 0, 0, 0, null, null)));
        Assert.That(() => Lead("...", "...."), Throws.ArgumentException);
    }

    [Test]
    public void A_word_used_alike_on_both_sides_is_no_key_word()
    {
        Assert.That(Keyness.Of(10, 100, 1000, 10_000), Is.EqualTo(new Keyness(0, 0, 1)));
        var twice = Keyness.Of(20, 100, 1000, 10_000)!.Value;
        Assert.That(twice.LogRatio, Is.EqualTo(1));
        Assert.That(twice.P, Is.InRange(.001, .02));
        var half = Keyness.Of(5, 100, 1000, 10_000)!.Value;
        Assert.That(half.LogRatio, Is.EqualTo(-1));
        Assert.That(half.G2, Is.GreaterThan(0));
    }

    [Test]
    public void A_word_that_one_side_never_uses_has_a_finite_size()
    {
        Assert.That(Keyness.Of(8, 0, 1000, 1000)!.Value.LogRatio, Is.EqualTo(4));
        Assert.That(Keyness.Of(0, 8, 1000, 1000)!.Value.G2, Is.EqualTo(Keyness.Of(8, 0, 1000, 1000)!.Value.G2));
        Assert.That(Keyness.Of(0, 0, 1000, 1000), Is.Null);
        Assert.That(Keyness.Of(1, 1, 0, 1000), Is.Null);
    }

    [Test]
    public void P_is_the_tail_of_chi_square_with_one_degree_of_freedom()
    {
        var keyness = Keyness.Of(10, 20, 1000, 10_000)!.Value;
        Assert.That(keyness.P, Is.EqualTo(2 * (1 - Distributions.NormalCdf(Math.Sqrt(keyness.G2)))).Within(1e-12));
    }

    private static Lead Lead(string employees, string customers) => Of([employees], [customers]);

    private static Lead Of(string[] employees, string[] customers) => Indicators.Lead.Of(Streams(employees), Streams(customers));

    private static Dictionary<string, IReadOnlyList<bool>> Streams(string[] series) => series
        .Select((text, index) => (Name: $"stream {index}", Series: text.Select(period => period == 'x').ToArray()))
        .ToDictionary(stream => stream.Name, stream => (IReadOnlyList<bool>)stream.Series);
}
