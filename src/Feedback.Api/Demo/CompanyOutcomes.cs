using Feedback.Api.Catalogue;

namespace Feedback.Api.Demo;

/// <summary>
/// A number of the bank's own, by quarter and unit that meets customers. It follows what customers were to find in the quarter
/// before: level + slope × shift + noise, the shift in points of 0 to 100, plain mean over months and channels by their shares.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Level">What a unit has whose customers find nothing special.</param>
/// <param name="Slope">What a point more with customers brings.</param>
/// <param name="Noise">Standard deviation of all else.</param>
/// <param name="Decimals">How it is rounded.</param>
internal sealed record CompanyOutcome(string Name, double Level, double Slope, double Noise, int Decimals)
{
    /// <summary>Every quarter that is over and has one before it with a month of answers. Dealt out anew where the answers are.</summary>
    public OutcomeValue[] Values(DemoOptions options, DemoCalendar calendar)
    {
        var dice = new Dice(options.Seed, 5);
        (string Unit, DateOnly Quarter)[] cells = [.. DemoUnits.All.Where(u => u.Customers > 0).SelectMany(u => Quarters(calendar).Select(q => (u.Code, q)))];
        var values = Array.ConvertAll(cells, c => Math.Round(Level + Slope * Shift(c.Unit, c.Quarter.AddMonths(-3), calendar) + dice.Normal(Noise), Decimals));
        if (options.IsShuffled) dice.Shuffle(values);
        return [.. cells.Zip(values, (cell, value) => new OutcomeValue { Unit = cell.Unit, Period = cell.Quarter.Year * 10 + (cell.Quarter.Month + 2) / 3, Value = value })];
    }

    /// <summary>The first days of the quarters.</summary>
    private static IEnumerable<DateOnly> Quarters(DemoCalendar calendar)
    {
        var first = calendar.First.AddMonths(-((calendar.First.Month - 1) % 3));
        for (var quarter = first.AddMonths(3); quarter.AddMonths(3) <= calendar.Month(DemoCalendar.WholeMonths); quarter = quarter.AddMonths(3)) yield return quarter;
    }

    private static double Shift(string unit, DateOnly quarter, DemoCalendar calendar)
    {
        var months = Enumerable.Range(0, 3).Select(m => calendar.NumberOf(quarter.AddMonths(m))).Where(m => m >= 0);
        return months.Average(month => DemoSurveys.Channels.Zip(CustomerAnswers.ChannelShares,
            (channel, share) => share / 100 * Stories.Shift(new Visit(month, calendar.Month(month), unit, channel), ofTrust: false)).Sum());
    }
}

/// <summary>The numbers of the bank's own.</summary>
internal static class CompanyOutcomes
{
    /// <summary>The share of customers who are still there a year later, and revenue a customer, 100 being the plan.</summary>
    public static readonly CompanyOutcome[] All =
    [
        new("retention", .86, .004, .008, 3),
        new("revenue-index", 100, .5, 1.5, 1),
    ];
}
