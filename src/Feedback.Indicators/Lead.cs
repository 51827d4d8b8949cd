namespace Feedback.Indicators;

/// <summary>
/// Whether employees saw it first: customer alarms with an employee alarm of the same stream in the periods before. An alarm
/// that continues from the period before is not counted again.
/// </summary>
/// <param name="CustomerAlarms">Customer alarms.</param>
/// <param name="Hits">Of these, with an employee alarm 1 to 6 periods before.</param>
/// <param name="EmployeeAlarms">Employee alarms.</param>
/// <param name="FalseAlarms">Of these, without a customer alarm in the 6 periods after.</param>
/// <param name="MedianLead">Median distance of hits to the earliest such employee alarm, in periods; null without hits.</param>
/// <param name="P">
/// Share of all circular shifts of the employee series, all streams together and the identity included, with at least as many
/// hits: what a pair of unrelated series of the same rhythm would show. Null without periods.
/// </param>
public sealed record Lead(long CustomerAlarms, long Hits, long EmployeeAlarms, long FalseAlarms, double? MedianLead, double? P)
{
    /// <summary>Periods before a customer alarm in which an employee alarm announces it.</summary>
    public const int Window = 6;

    /// <param name="employees">Per stream, whether each period has an alarm, in order; on the calendar of the coarser side.</param>
    /// <param name="customers">The same of the customers.</param>
    /// <param name="window">Periods before.</param>
    /// <exception cref="ArgumentException">Series of different length.</exception>
    public static Lead Of(
        IReadOnlyDictionary<string, IReadOnlyList<bool>> employees, IReadOnlyDictionary<string, IReadOnlyList<bool>> customers, int window = Window)
    {
        var lengths = employees.Values.Concat(customers.Values).Select(series => series.Count).Distinct().ToArray();
        if (lengths.Length > 1)
            throw new ArgumentException("All series need the same periods.", nameof(customers));
        var periods = lengths.FirstOrDefault();
        var streams = employees.Keys.Union(customers.Keys)
            .Select(stream => (Employees: Begins(employees, stream, periods), Customers: Begins(customers, stream, periods))).ToArray();

        var leads = streams.SelectMany(stream => Leads(stream.Employees, stream.Customers, window)).ToArray();
        var shifts = Enumerable.Range(0, periods).Count(shift =>
            streams.Sum(stream => Leads(Shift(stream.Employees, shift), stream.Customers, window).Count()) >= leads.Length);
        return new(
            streams.Sum(stream => stream.Customers.Count(begins => begins)),
            leads.Length,
            streams.Sum(stream => stream.Employees.Count(begins => begins)),
            streams.Sum(stream => FalseAlarmsOf(stream.Employees, stream.Customers, window)),
            Median.Of(leads.Select(lead => (double)lead)),
            periods > 0 ? shifts / (double)periods : null);
    }

    /// <summary>The periods in which an alarm begins.</summary>
    private static bool[] Begins(IReadOnlyDictionary<string, IReadOnlyList<bool>> side, string stream, int periods) =>
        side.TryGetValue(stream, out var series)
            ? [.. series.Select((alarm, period) => alarm && (period == 0 || !series[period - 1]))]
            : new bool[periods];

    private static bool[] Shift(bool[] series, int by) => [.. series[^by..], .. series[..^by]];

    /// <summary>Of every customer alarm that was announced, the distance to the earliest announcement.</summary>
    private static IEnumerable<int> Leads(bool[] employees, bool[] customers, int window) => customers
        .Select((alarm, period) => alarm ? Array.IndexOf(employees, true, Math.Max(0, period - window), Math.Min(period, window)) : -1)
        .Zip(Enumerable.Range(0, customers.Length), (earliest, period) => earliest < 0 ? 0 : period - earliest)
        .Where(lead => lead > 0);

    private static int FalseAlarmsOf(bool[] employees, bool[] customers, int window) => Enumerable.Range(0, employees.Length)
        .Count(period => employees[period] && !customers.Skip(period + 1).Take(window).Any(alarm => alarm));
}
