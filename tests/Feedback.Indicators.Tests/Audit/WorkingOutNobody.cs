using Feedback.Indicators.Audit;

namespace Feedback.Indicators.Tests.Audit;

/// <summary>Many small organisations at random: what is protected is found here anew, pair by pair, and none of it follows.</summary>
public sealed class WorkingOutNobody
{
    [Test]
    public void No_protected_group_of_a_random_organisation_follows([Range(1, 60)] int seed)
    {
        var question = RandomOrganisation(seed);
        var result = ReleaseAudit.Run(question);
        var attacker = new Attacker(question.Classes.Count, result.Released.Select(cell => cell.Classes));
        foreach (var group in ProtectedGroups.Of(question)) Assert.That(attacker.WorksOut(group.Members), Is.False, group.Why);
    }

    /// <summary>A refusal that is not needed would be as wrong as a release that is not safe.</summary>
    [Test]
    public void Every_refused_cell_would_have_given_a_group_away([Range(1, 20)] int seed)
    {
        var question = RandomOrganisation(seed);
        var result = ReleaseAudit.Run(question);
        if (result.Kinds != "every kind") return;
        var released = result.Released.ToDictionary(cell => Attacker.Name(cell.Cell), cell => cell.Classes);
        var groups = ProtectedGroups.Of(question).ToList();
        foreach (var (name, members) in Attacker.Cells(question).Where(cell => !released.ContainsKey(cell.Key) && ProtectedGroups.MayBeShown(question, cell.Key, cell.Value)))
        {
            var attacker = new Attacker(question.Classes.Count, released.Values.Append(members));
            Assert.That(groups.Any(group => attacker.WorksOut(group.Members)), Is.True, name);
        }
    }

    [Test]
    public void Nobody_follows_in_organisations_of_any_size([Values(1, 2, 3)] int seed, [Values(300, 1_500)] int people)
    {
        var question = InventedStaff.Question(people, seed);
        var result = ReleaseAudit.Run(question);
        var attacker = new Attacker(question.Classes.Count, result.Released.Select(cell => cell.Classes));
        Assert.That(Enumerable.Range(0, question.Classes.Count).Any(i => question.Classes[i].People < 10 && attacker.WorksOut([i])), Is.False);
        Assert.That(result.Released, Has.Count.GreaterThanOrEqualTo(.45 * result.Candidates));
    }

    [Test]
    public void An_organisation_of_15_000_keeps_half_of_its_cells()
    {
        var result = ReleaseAudit.Run(InventedStaff.Question(15_000, 1));
        Assert.That(result.Kinds, Is.EqualTo("every kind"));
        Assert.That(result.Released, Has.Count.GreaterThanOrEqualTo(.45 * result.Candidates));
    }

    /// <summary>Three levels, two or three dimensions, people without a unit or a value, nodes with answers of their own, some overfull.</summary>
    private static AuditQuestion RandomOrganisation(int seed)
    {
        var random = new Random(seed);
        var (k, dimensions) = (random.Next(3, 6), random.Next(1, 4));
        var tree = new List<OrgNode> { new("c", null, null) };
        for (var d = 0; d < random.Next(1, 4); d++)
        {
            tree.Add(new($"c{d}", random.Next(5) == 0 ? null : "c", random.Next(4) == 0 ? random.Next(5, 40) : null));
            for (var t = 0; t < random.Next(0, 4); t++) tree.Add(new($"c{d}{t}", $"c{d}", random.Next(4) == 0 ? random.Next(3, 15) : null));
        }
        var classes = Enumerable.Range(0, random.Next(10, 60)).Select(_ => new ProfileClass(
            random.Next(12) == 0 ? null : tree[random.Next(tree.Count)].Code,
            [.. Enumerable.Range(0, dimensions).Select(_ => random.Next(8) == 0 ? null : $"v{random.Next(3)}")],
            random.Next(1, 5)));
        var distinct = classes.DistinctBy(profile => profile.Unit + "|" + string.Join('|', profile.Values));
        return new() { Dimensions = [.. Enumerable.Range(0, dimensions).Select(d => $"d{d}")], Classes = [.. distinct], Tree = tree, MinimumGroup = k };
    }
}
