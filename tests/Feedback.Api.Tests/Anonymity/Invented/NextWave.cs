using Feedback.Api.Demo;

namespace Feedback.Api.Tests.Anonymity.Invented;

/// <summary>
/// What became of an invented organisation until the next wave: one person in 25 left, as many came, one in 50 changed the team;
/// one department fell by ten points, one unit has a new name, and one team became two.
/// </summary>
internal static class NextWave
{
    private const double Leavers = .04, Joiners = .04, Transfers = .02, Drop = -10;

    public static InventedOrganisation Of(InventedOrganisation before, int seed)
    {
        var dice = new Dice(seed, 2);
        var teams = before.People.GroupBy(p => p.Team).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).ToList();
        var units = Changed(before, dice, split: teams[0]);
        var places = units.ToDictionary(u => u.Code);
        string[] leaves = [.. units.Where(u => u.Rate > 0 || teams.Contains(u.Code)).Select(u => u.Code)];
        var maker = new PersonMaker(dice);
        var people = new List<InventedPerson>();
        foreach (var person in before.People)
        {
            if (dice.Chance(Leavers)) continue;
            people.Add(maker.Later(person, places[dice.Chance(Transfers) ? dice.Pick(leaves) : TeamOf(person, teams[0], dice)]));
        }
        var last = before.People.Max(p => p.Number);
        for (var i = 1; i <= before.People.Count * Joiners; i++) people.Add(maker.Make(last + i, places[dice.Pick(leaves)]));
        return new InventedOrganisation(units, people);
    }

    /// <summary>The unit that has a new name: the first.</summary>
    public static string Renamed(InventedOrganisation before) => before.Units[0].Code;

    private static List<InventedUnit> Changed(InventedOrganisation before, Dice dice, string split)
    {
        var departments = before.Units.Where(u => before.Units.Any(child => child.Parent == u.Code) && u.Parent is not null).Select(u => u.Code).ToArray();
        var fallen = departments.Length > 0 ? dice.Pick(departments) : null;
        var units = new List<InventedUnit>();
        foreach (var unit in before.Units)
        {
            var now = before.Around(unit.Code).Contains(fallen) ? unit with { Effect = unit.Effect + Drop } : unit;
            units.Add(unit.Code == Renamed(before) ? now with { Name = unit.Name + ", renamed" } : now);
            if (unit.Code == split) units.Add(now with { Code = unit.Code + "b", Name = unit.Name + "b" });
        }
        return units;
    }

    /// <summary>Half of a team that was split works in the new one.</summary>
    private static string TeamOf(InventedPerson person, string split, Dice dice) => person.Team == split && dice.Chance(.5) ? split + "b" : person.Team;
}
