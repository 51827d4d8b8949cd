using Feedback.Indicators.Audit;

namespace Feedback.Indicators.Tests.Audit;

/// <summary>The 1,500 invented employees of the file beside this, as a base of one item.</summary>
internal static class InventedOrganisation
{
    public static readonly string[] Dimensions = ["grade", "tenure", "location", "gender"];
    private static readonly string[][] Rows = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Audit", "org1500.csv")).Select(line => line.Split(','))];

    /// <summary>Everybody who answered the item, in a tree with one root.</summary>
    public static AuditQuestion Question(int k, string item = "engagement.pride")
    {
        int[] columns = [Column("team"), .. Dimensions.Select(Column)];
        var classes = Rows.Skip(1)
            .Where(row => row[Column(item)] != "")
            .GroupBy(row => string.Join('|', columns.Select(column => row[column])))
            .Select(same => new ProfileClass(same.First()[columns[0]], [.. columns.Skip(1).Select(column => same.First()[column])], same.Count()));
        return new() { Dimensions = Dimensions, Classes = [.. classes], Tree = Tree(), MinimumGroup = k };
    }

    private static List<OrgNode> Tree()
    {
        string[] levels = ["division", "department", "team"];
        var units = Rows.Skip(1).SelectMany(row => levels.Select(level => row[Column(level)])).GroupBy(unit => unit);
        return [new("company", null, Rows.Length - 1), .. units.Select(same => new OrgNode(same.Key, same.Key.Contains('.') ? same.Key[..same.Key.LastIndexOf('.')] : "company", same.Count()))];
    }

    private static int Column(string name) => Array.IndexOf(Rows[0], name);
}
