using Feedback.Indicators.Audit;

namespace Feedback.Indicators.Tests.Audit;

/// <summary>What may not be worked out, by its definition and pair by pair: cells and profiles below k, complements, leftovers, a node's own answers, overfull nodes.</summary>
internal static class ProtectedGroups
{
    public static IEnumerable<(List<int> Members, string Why)> Of(AuditQuestion question)
    {
        var cells = Attacker.Cells(question);
        var k = question.MinimumGroup;
        for (var i = 0; i < question.Classes.Count; i++)
        {
            if (question.Classes[i].People < k) yield return ([i], $"profile {i}");
        }
        foreach (var (name, members) in cells)
        {
            if (People(question, members) < k || IsOverfull(question, name, cells)) yield return (members, $"cell {name}");
            var own = members.Where(i => question.Classes[i].Unit == Unit(name)).ToList();
            if (own.Count > 0 && People(question, own) < k) yield return (own, $"of {name} itself");
            foreach (var (outer, around) in cells.Where(other => IsAround(question, other.Key, name)))
            {
                var rest = around.Except(members).ToList();
                if (rest.Count > 0 && People(question, rest) < k) yield return (rest, $"{outer} without {name}");
            }
            foreach (var (breakdown, parts) in Breakdowns(question, name, members, cells))
            {
                var left = parts.Where(part => People(question, part) < k).SelectMany(part => part).ToList();
                if (left.Count > 0 && People(question, left) < k) yield return (left, $"left over of {name} by {breakdown}");
            }
        }
    }

    public static bool MayBeShown(AuditQuestion question, string name, List<int> members) =>
        People(question, members) >= question.MinimumGroup && !IsOverfull(question, name, Attacker.Cells(question));

    private static long People(AuditQuestion question, IEnumerable<int> members) => members.Sum(i => question.Classes[i].People);

    private static string Unit(string name) => name.Split('|')[0];

    private static bool IsOverfull(AuditQuestion question, string name, Dictionary<string, List<int>> cells) =>
        question.Tree.Any(node => node.Code == Unit(name) && node.Headcount < People(question, cells[node.Code]));

    /// <summary>Fewer or the same values, in the same node, one above it, or the whole, and not the same cell.</summary>
    private static bool IsAround(AuditQuestion question, string outer, string inner)
    {
        if (outer == inner || outer.Split('|').Skip(1).Except(inner.Split('|').Skip(1)).Any()) return false;
        return Unit(outer) == "" || Path(question, Unit(inner)).Contains(Unit(outer));
    }

    private static IEnumerable<string> Path(AuditQuestion question, string? unit)
    {
        for (var node = question.Tree.FirstOrDefault(node => node.Code == unit); node is not null; node = question.Tree.FirstOrDefault(around => around.Code == node.Parent))
            yield return node.Code;
    }

    private static IEnumerable<(string, IEnumerable<List<int>>)> Breakdowns(AuditQuestion question, string name, List<int> members, Dictionary<string, List<int>> cells)
    {
        var (unit, values) = (Unit(name), name.Split('|').Skip(1).ToArray());
        yield return ("unit", members.GroupBy(i => Path(question, question.Classes[i].Unit).TakeWhile(code => code != unit).LastOrDefault() ?? "").Select(same => same.ToList()));
        if (values.Length > 1) yield break;
        for (var d = 0; d < question.Dimensions.Count; d++)
        {
            if (!values.Any(value => value.StartsWith($"{d}=", StringComparison.Ordinal)))
                yield return (question.Dimensions[d], members.GroupBy(i => question.Classes[i].Values[d] ?? "<none>").Select(same => same.ToList()));
        }
    }
}
