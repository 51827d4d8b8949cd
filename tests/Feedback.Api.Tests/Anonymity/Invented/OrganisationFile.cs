using System.Globalization;

namespace Feedback.Api.Tests.Anonymity.Invented;

/// <summary>Reads the invented organisation of 1,500 people that the figures of the design were measured on: nobody in it exists.</summary>
internal static class OrganisationFile
{
    private static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, "Reference", "org1500.csv");

    public static InventedOrganisation Read()
    {
        var lines = File.ReadAllLines(Path);
        var columns = lines[0].Split(',');
        var rows = lines.Skip(1).Select(l => columns.Zip(l.Split(',')).ToDictionary(c => c.First, c => c.Second)).ToList();
        var units = rows.SelectMany(r => (InventedUnit[])[Unit(r["division"], null), Unit(r["department"], r["division"]), Unit(r["team"], r["department"])]);
        return new InventedOrganisation([.. units.Distinct()], [.. rows.Select(Person)]);
    }

    private static InventedUnit Unit(string code, string? parent) => new(code, code, parent, 0, "", 0);

    private static InventedPerson Person(Dictionary<string, string> row) => new(
        int.Parse(row["person"][1..], CultureInfo.InvariantCulture),
        row["team"],
        InventedOrganisation.SixDimensions.ToDictionary(d => d, d => row[d]),
        0,
        InventedSurvey.Items.Where(i => row[i] != "").ToDictionary(i => i, i => int.Parse(row[i], CultureInfo.InvariantCulture)));
}
