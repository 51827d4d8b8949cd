using Feedback.Indicators.Audit;

namespace Feedback.Indicators.Tests.Audit;

/// <summary>Small organisations at random, with people without a unit or a value and nodes with answers of their own. The same seed makes the same one.</summary>
internal sealed class SmallOrganisation
{
    /// <param name="seed">Which one.</param>
    /// <param name="dimensions">At least and at most so many dimensions.</param>
    /// <param name="hasUnits">Three levels of nodes, else none.</param>
    /// <param name="most">People in a class at the most.</param>
    public static AuditQuestion Question(int seed, (int Least, int Most) dimensions, bool hasUnits, int most)
    {
        var random = new Random(seed);
        var (k, d, values) = (random.Next(3, 7), random.Next(dimensions.Least, dimensions.Most + 1), random.Next(2, 4));
        var tree = hasUnits ? Tree(random) : [];
        var classes = Enumerable.Range(0, random.Next(10, 60)).Select(_ => new ProfileClass(
            tree.Count == 0 || random.Next(12) == 0 ? null : tree[random.Next(tree.Count)].Code,
            [.. Enumerable.Range(0, d).Select(_ => random.Next(8) == 0 ? null : $"v{random.Next(values)}")],
            random.Next(1, most + 1)));
        var distinct = classes.DistinctBy(profile => profile.Unit + "|" + string.Join('|', profile.Values));
        return new() { Dimensions = [.. Enumerable.Range(0, d).Select(i => $"d{i}")], Classes = [.. distinct], Tree = tree, MinimumGroup = k };
    }

    /// <summary>The same with a headcount for every fourth node, often too low.</summary>
    public static AuditQuestion WithHeads(AuditQuestion question, int seed)
    {
        var random = new Random(seed);
        return question with { Tree = [.. question.Tree.Select(node => node with { Headcount = random.Next(4) == 0 ? random.Next(3, 40) : null })] };
    }

    private static List<OrgNode> Tree(Random random)
    {
        var tree = new List<OrgNode> { new("c", null, null) };
        var divisions = random.Next(1, 4);
        for (var d = 0; d < divisions; d++)
        {
            tree.Add(new($"c{d}", random.Next(5) == 0 ? null : "c", null));
            var teams = random.Next(0, 5);
            for (var t = 0; t < teams; t++) tree.Add(new($"c{d}{t}", $"c{d}", null));
        }
        return tree;
    }
}
