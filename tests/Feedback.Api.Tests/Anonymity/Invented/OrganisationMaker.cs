using Feedback.Api.Demo;

namespace Feedback.Api.Tests.Anonymity.Invented;

/// <summary>
/// The recipe of the invented organisation: divisions of 3 to 6 departments of 2 to 5 teams with a log-normal number of people,
/// most of whom answer; one team in forty is silent. The same seed, the same organisation.
/// </summary>
internal sealed class OrganisationMaker(int people, int seed)
{
    private readonly Dice _dice = new(seed, 1);
    private readonly List<InventedUnit> _units = [];
    private readonly List<(string Code, int Size)> _teams = [];

    public static InventedOrganisation Make(int people, int seed) => new OrganisationMaker(people, seed).Make();

    private InventedOrganisation Make()
    {
        for (var (left, division) = (people, 1); left > 0; division++) AddDivision(division, ref left);
        SilenceTeams();
        var effects = _units.ToDictionary(u => u.Code);
        var (maker, all) = (new PersonMaker(_dice), new List<InventedPerson>(people));
        foreach (var (code, size) in _teams)
        {
            for (var i = 0; i < size; i++) all.Add(maker.Make(all.Count + 1, effects[code]));
        }
        return new InventedOrganisation(_units, all);
    }

    private void AddDivision(int number, ref int left)
    {
        var division = new InventedUnit($"d{number}", $"Division {number}", null, _dice.Normal(3), $"site{1 + number % 6}", 0);
        _units.Add(division);
        var departments = _dice.Between(3, 6);
        for (var i = 1; i <= departments && left > 0; i++)
        {
            var department = division with { Code = $"{division.Code}.{i}", Name = $"Department {number}.{i}", Parent = division.Code, Effect = division.Effect + _dice.Normal(4) };
            _units.Add(department);
            var teams = _dice.Between(2, 5);
            for (var t = 1; t <= teams && left > 0; t++) AddTeam(department, t, ref left);
        }
    }

    private void AddTeam(InventedUnit department, int number, ref int left)
    {
        var size = Math.Min(left, Math.Max(2, (int)Math.Round(_dice.LogNormal(2.5, .7))));
        left -= size;
        var code = $"{department.Code}.{number}";
        _teams.Add((code, size));
        _units.Add(department with { Code = code, Name = "Team " + code[1..], Parent = department.Code, Effect = department.Effect + _dice.Normal(4), Rate = _dice.Beta(6, 3.2) });
    }

    private void SilenceTeams()
    {
        var places = _units.Select((u, place) => (u, place)).Where(u => u.u.Rate > 0).Select(u => u.place).ToArray();
        _dice.Shuffle(places);
        foreach (var place in places.Take(Math.Max(1, places.Length / 40))) _units[place] = _units[place] with { Rate = 0 };
    }
}
