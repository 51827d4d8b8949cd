using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Anonymity.Invented;

/// <summary>
/// An organisation that does not exist, in one wave: its tree and everybody on its register. <see cref="OrganisationMaker"/>
/// makes one of any size, <see cref="OrganisationFile"/> reads one, <see cref="NextWave"/> is what became of one.
/// </summary>
internal sealed record InventedOrganisation(IReadOnlyList<InventedUnit> Units, IReadOnlyList<InventedPerson> People)
{
    public static readonly string[] FourDimensions = ["grade", "tenure", "location", "gender"];

    public static readonly string[] SixDimensions = [.. FourDimensions, "contract", "age"];

    private readonly Dictionary<string, InventedUnit> _units = Units.ToDictionary(u => u.Code);

    public InventedUnit Unit(string code) => _units[code];

    /// <summary>A unit and those around it, outermost last.</summary>
    public IEnumerable<string> Around(string? code)
    {
        for (; code is not null; code = _units[code].Parent) yield return code;
    }

    /// <summary>The people in a unit and everything below it; everybody for null.</summary>
    public IEnumerable<InventedPerson> In(string? unit) => unit is null ? People : People.Where(p => Around(p.Team).Contains(unit));

    /// <summary>The same people, who were asked some items only.</summary>
    public InventedOrganisation Asked(IReadOnlyCollection<string> items) =>
        this with { People = [.. People.Select(p => p with { Answers = p.Answers.Where(a => items.Contains(a.Key)).ToDictionary() })] };

    /// <summary>The body of <c>PUT /v1/units</c>.</summary>
    public JsonObject ToUnits()
    {
        var heads = People.GroupBy(p => p.Team).ToDictionary(g => g.Key, g => g.Count());
        return new JsonObject
        {
            ["units"] = new JsonArray([.. Units.Select(u => (JsonNode)new JsonObject { ["code"] = u.Code, ["name"] = u.Name, ["parent"] = u.Parent, ["headcount"] = heads.GetValueOrDefault(u.Code) })]),
        };
    }

    /// <summary>What the people sent who answered; dimensions that a person's profile lacks are left out.</summary>
    public IEnumerable<JsonObject> ToResponses(DateOnly day, IReadOnlyCollection<string> dimensions) => People.Where(p => p.Answered).Select(p => new JsonObject
    {
        ["id"] = Guid.NewGuid().ToString(),
        ["answeredAt"] = day.Day() + "T12:00:00Z",
        ["about"] = new JsonObject([new("unit", p.Team), .. dimensions.Where(p.Profile.ContainsKey).Select(d => new KeyValuePair<string, JsonNode?>(d, p.Profile[d]))]),
        ["answers"] = new JsonObject(p.Answers.Select(a => new KeyValuePair<string, JsonNode?>(a.Key, a.Value))),
    });
}
