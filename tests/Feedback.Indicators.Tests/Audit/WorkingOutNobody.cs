using Feedback.Indicators.Audit;

namespace Feedback.Indicators.Tests.Audit;

/// <summary>Many small organisations at random: what is protected is found here anew, pair by pair, and none of it follows.</summary>
public sealed class WorkingOutNobody
{
    private static readonly (int Least, int Most) Few = (1, 3), Many = (3, 5), Two = (2, 2);

    /// <summary>Among them 4, where nothing but the size of a small cell protects it, and 346, where nothing protects the answers a node has of its own but that they are few.</summary>
    private static IEnumerable<AuditQuestion> Organisations() =>
    [
        .. Enumerable.Range(1, 30).Append(346).Select(seed => SmallOrganisation.Question(seed, Few, hasUnits: true, most: 4)),
        .. Enumerable.Range(1, 30).Select(seed => SmallOrganisation.Question(seed, Many, hasUnits: false, most: 4)),
        .. Enumerable.Range(1, 20).Append(146).Select(seed => SmallOrganisation.Question(seed, Two, hasUnits: true, most: 2)),
        .. Enumerable.Range(1, 40).Select(seed => SmallOrganisation.WithHeads(SmallOrganisation.Question(seed, Few, hasUnits: true, most: 4), seed)),
    ];

    [Test]
    public void No_protected_group_of_a_random_organisation_follows([Range(0, 121)] int which)
    {
        var question = Organisations().ElementAt(which);
        var result = ReleaseAudit.Run(question);
        var attacker = new Attacker(question.Classes.Count, result.Released.Select(cell => cell.Classes));
        foreach (var group in ProtectedGroups.Of(question)) Assert.That(attacker.WorksOut(group.Members), Is.False, group.Why);
        Assert.That(attacker.Pairs(question), Is.Empty);
    }

    /// <summary>A refusal that is not needed would be as wrong as a release that is not safe.</summary>
    [Test]
    public void Every_refused_cell_would_have_given_a_group_away([Range(0, 121, 4)] int which)
    {
        var question = Organisations().ElementAt(which);
        var result = ReleaseAudit.Run(question);
        if (question.Classes.Sum(item => item.People) < 3 * question.MinimumGroup) return;
        var released = result.Released.ToDictionary(cell => Attacker.Name(cell.Cell), cell => cell.Classes);
        var groups = ProtectedGroups.Of(question).ToList();
        foreach (var (name, members) in Attacker.Cells(question).Where(cell => !released.ContainsKey(cell.Key) && ProtectedGroups.MayBeShown(question, cell.Key, cell.Value)))
        {
            var attacker = new Attacker(question.Classes.Count, released.Values.Append(members));
            Assert.That(groups.Any(group => attacker.WorksOut(group.Members)) || attacker.Pairs(question).Any(), Is.True, name);
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
}
