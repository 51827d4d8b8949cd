namespace Feedback.Indicators;

/// <summary>One unit, seen from inside and outside.</summary>
/// <param name="Unit">Name of the unit.</param>
/// <param name="Employees">What its employees answered.</param>
/// <param name="Customers">What its customers answered.</param>
public sealed record AmbassadorUnit(string Unit, Counts Employees, Counts Customers);

/// <summary>
/// Percent of employees at 9 or 10 on <c>recommend</c> (0..10), Wilson's interval (Wilson 1927); beside it the same share of
/// customers, and the units in which both shares exceed their share of all. It is a second figure of the answers to recommend,
/// so it needs 3k employees. Units need k people on each side; in a release, 3k employees.
/// </summary>
public sealed class Ambassadors : Indicator
{
    public override string Slug => "ambassadors";

    public override string Title => "Ambassadors";

    public override string Question => "Who speaks for us, inside and outside?";

    public override string Formula =>
        "Percent of employees at 9 or 10 of 0..10 on recommend, Wilson interval; units in which the shares of employees and of "
        + "customers both exceed the share of all.";

    public override string Source => "Reichheld (2003); interval Wilson (1927).";

    public override string Caveat => "Not for league tables: half of all units above average is arithmetic.";

    public override IReadOnlyList<string> Components =>
        ["employeeShare", "customerShare", "unitsCompared", "bothUnits", "bothUnitShare"];

    public override Needs Needs => new([], ["recommend"]);

    public override IReadOnlyList<Audience> Audiences => [Audience.Employee];

    /// <summary>The figure, gated. Fewer than 3k employees: withheld. Fewer than k customers: only their share is null.</summary>
    /// <param name="employees">All employees.</param>
    /// <param name="customers">All customers.</param>
    /// <param name="units">Units to compare; those below k on either side are left out; in a release those below 3k employees.</param>
    /// <param name="terms">How it is asked for; the headcount is that of the employees.</param>
    /// <exception cref="ArgumentException">Asked for customers.</exception>
    public Figure Of(Counts employees, Counts customers, IReadOnlyList<AmbassadorUnit> units, Terms terms)
    {
        Refuse(terms);
        return Anonymity.Gate(Work(Promoters(employees, terms), Promoters(customers, terms), units, terms), terms);
    }

    /// <summary>What the share of employees was worked out from.</summary>
    public Sample SampleOf(Counts employees, Terms terms) => Promoters(employees, terms);

    private static Figure Work(Sample.Share employees, Sample.Share customers, IReadOnlyList<AmbassadorUnit> units, Terms terms)
    {
        if (employees.N < terms.MinimumGroup || terms.IsSmall(employees.N))
            return Figure.Withheld;
        var compared = units
            .Select(unit => (unit.Unit, Employees: Promoters(unit.Employees, terms), Customers: Promoters(unit.Customers, terms)))
            .Where(unit => Math.Min(unit.Employees.N, unit.Customers.N) >= terms.MinimumGroup && !IsBeside(unit.Employees.N, terms))
            .ToArray();
        string[] both = [.. compared
            .Where(unit => Exceeds(unit.Employees, employees) && Exceeds(unit.Customers, customers))
            .Select(unit => unit.Unit).Order(StringComparer.Ordinal)];
        var parts = new ComponentSet()
            .Add("employeeShare", Percent(employees))
            .Add("customerShare", customers.N >= terms.MinimumGroup ? Percent(customers) : null)
            .Add("unitsCompared", (long)compared.Length)
            .Add("bothUnits", both)
            .Add("bothUnitShare", compared.Length > 0 ? 100.0 * both.Length / compared.Length : null);
        return Figure.Of(Intervals.Share(employees.Count / (double)employees.N, employees.N, terms.Headcount), employees.N, employees.N, parts);
    }

    /// <summary>In a release a unit's share is a second figure of its answers, as that of all is.</summary>
    private static bool IsBeside(long n, Terms terms) => terms.Whole is not null && terms.IsSmall(n);

    private static Sample.Share Promoters(Counts counts, Terms terms)
    {
        var answers = Recommend.Asked(counts, terms);
        return new(answers.Count(Recommend.Promotes), answers.N);
    }

    private static double Percent(Sample.Share share) => 100.0 * share.Count / share.N;

    /// <summary>In whole numbers, because a share equal to that of all must not exceed it by rounding.</summary>
    private static bool Exceeds(Sample.Share part, Sample.Share all) =>
        (Int128)part.Count * all.N > (Int128)all.Count * part.N;
}
