using System.Text.Json.Nodes;

namespace Feedback.Indicators.Tests;

/// <summary>Builders for what tests need some of.</summary>
internal static class Some
{
    public static readonly Terms Customers = new(Audience.Customer, 10);

    public static readonly Terms Employees = new(Audience.Employee, 10);

    public static Moments Moments(JsonNode cell) => new((long)cell["n"]!, (double)cell["mean"]!, (double)cell["variance"]!);

    /// <summary>The row that a sample gives, gated, and the sample.</summary>
    public static ChangeSide Side(Sample sample, Terms terms)
    {
        var n = sample.N;
        var figure = n < terms.MinimumGroup ? Figure.Withheld : Figure.Of(sample switch
        {
            Sample.Mean mean => Intervals.Mean(mean.Moments),
            Sample.Share share => Intervals.Share(share.Count / (double)n, n),
            Sample.Net net => Intervals.Net(net.Positive / (double)n, net.Negative / (double)n, n),
            _ => throw new ArgumentException("No kind of sample.", nameof(sample)),
        }, n, n, new());
        return new(figure, sample);
    }

    public static ItemCounts Item(string measure, int low, int high, params (int Value, long N)[] answers) =>
        new(measure, measure, null, low, high, false,
            [.. answers.Select(answer => ValueCount.Unweighted(answer.Value, complete: true, answer.N))]);

    public static Counts Counts(params ItemCounts[] items) => new(items, [], []);

    /// <summary>The slug item pools what it is given, so it is given one item.</summary>
    public static Counts OneItem(Counts counts) => counts with { Items = [.. counts.Items.Where(item => item.Measure == "trust.humanity")] };

    public static Counts Scale(string scale, int items, params ScaleRow[] rows) =>
        new([], [new(scale, [new(items, 1, 5, rows)])], []);

    public static ChoiceCounts Choice(bool multiple, long answered, params (string Option, long N)[] options) =>
        new("used", multiple, answered, answered * 10_000, answered * 100_000_000,
            [.. options.Select(option => OptionCount.Unweighted(option.Option, option.N))]);
}
