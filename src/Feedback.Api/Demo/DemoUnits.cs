using Feedback.Api.Catalogue;

namespace Feedback.Api.Demo;

/// <summary>A unit of the demo.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parent">The unit above.</param>
/// <param name="Heads">People directly in it, of 1,500.</param>
/// <param name="Site">Where most of them work.</param>
/// <param name="Seniors">The share of its people who are senior; a middle level of the same size and a quarter more stands below.</param>
/// <param name="Customers">Its share of the customers' answers, in percent.</param>
internal sealed record DemoUnit(string Code, string Name, string? Parent, int Heads, string Site, double Seniors, int Customers = 0);

/// <summary>
/// Meridian, a regional bank that does not exist: seventeen units on three levels, eleven of which meet customers. Head offices
/// have thirty-five people of their own, so that k of them answer: they are what the units below leave over of the one above,
/// and with fewer the audit would have to withhold that unit, or one of those below.
/// </summary>
internal static class DemoUnits
{
    public const int People = 1_500;

    public static readonly string[] Sites = ["harbour-house", "north-campus", "old-town", "riverside"];

    public static readonly DemoUnit[] All =
    [
        new("meridian", "Meridian Bank", null, 35, "harbour-house", .5),
        new("retail", "Retail banking", "meridian", 35, "harbour-house", .3),
        new("retail-north", "Branches north", "retail", 110, "north-campus", .04, 12),
        new("retail-south", "Branches south", "retail", 120, "old-town", .04, 20),
        new("retail-west", "Branches west", "retail", 100, "riverside", .04, 11),
        new("retail-east", "Branches east", "retail", 90, "north-campus", .04, 8),
        new("retail-city", "Branches city", "retail", 90, "old-town", .04, 9),
        new("retail-coast", "Branches coast", "retail", 80, "riverside", .04, 7),
        new("service", "Customer service", "meridian", 35, "harbour-house", .3),
        new("contact-centre", "Contact centre", "service", 120, "north-campus", .04, 9),
        new("digital", "Digital channels", "service", 90, "riverside", .04, 6),
        new("business-desk", "Business desk", "service", 70, "old-town", .04, 4),
        new("cash-logistics", "Cash logistics", "service", 50, "north-campus", .04),
        new("operations", "Operations", "meridian", 35, "harbour-house", .3),
        new("payments", "Cards and payments", "operations", 140, "north-campus", .04, 8),
        new("lending", "Lending", "operations", 150, "old-town", .04, 6),
        new("technology", "Technology", "operations", 150, "riverside", .04),
    ];

    /// <summary>The tree with headcounts that add to the number of people: shares of 1,500, rounded by largest remainder, nobody's below 1.</summary>
    public static IReadOnlyList<Unit> Tree(int people)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(people, All.Length);
        var exact = All.Select(u => (double)u.Heads * people / People).ToArray();
        var heads = exact.Select(e => Math.Max(1, (int)e)).ToArray();
        var order = Enumerable.Range(0, All.Length).OrderByDescending(i => exact[i] - heads[i]).ToArray();
        for (var i = 0; heads.Sum() < people; i++) heads[order[i % order.Length]]++;
        while (heads.Sum() > people) heads[Array.IndexOf(heads, heads.Max())]--;
        return [.. All.Select((u, i) => new Unit { Code = u.Code, Name = u.Name, Parent = u.Parent, Headcount = heads[i] })];
    }
}
