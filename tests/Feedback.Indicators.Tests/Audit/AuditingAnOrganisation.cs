using Feedback.Indicators.Audit;

namespace Feedback.Indicators.Tests.Audit;

/// <summary>The audit of an organisation of 1,500 people with four dimensions, against somebody who solves linear equations.</summary>
public sealed class AuditingAnOrganisation
{
    [TestCase(10, 2_192, 179)]
    [TestCase(5, 4_685, 595)]
    public void A_minimum_group_alone_gives_people_away(int k, int cells, int people)
    {
        var question = InventedOrganisation.Question(k);
        var all = Attacker.Cells(question);
        long People(List<int> members) => members.Sum(i => question.Classes[i].People);
        var attacker = new Attacker(question.Classes.Count, all.Values.Where(members => People(members) >= k));
        Assert.That(all.Values.Count(members => People(members) < k && attacker.WorksOut(members)), Is.EqualTo(cells));
        Assert.That(Enumerable.Range(0, question.Classes.Count).Count(i => question.Classes[i].People == 1 && attacker.WorksOut([i])), Is.EqualTo(people));
    }

    [TestCase(10, 517)]
    [TestCase(5, 1022)]
    public void An_audit_gives_nobody_away_and_keeps_half_of_the_cells(int k, int released)
    {
        var question = InventedOrganisation.Question(k);
        var result = ReleaseAudit.Run(question);
        var attacker = new Attacker(question.Classes.Count, result.Released.Select(cell => cell.Classes));
        var small = Attacker.Cells(question).Values.Where(members => members.Sum(i => question.Classes[i].People) < k);
        Assert.That(small.Any(attacker.WorksOut), Is.False);
        Assert.That(Enumerable.Range(0, question.Classes.Count).Any(i => question.Classes[i].People < k && attacker.WorksOut([i])), Is.False);
        Assert.That(attacker.Pairs(question), Is.Empty);
        Assert.That(result.Released, Has.Count.EqualTo(released));
        Assert.That(result.Released, Has.Count.GreaterThanOrEqualTo(.45 * result.Candidates));
        Assert.That(result.Refused, Is.EqualTo(result.Candidates - result.Released.Count));
    }

    [Test]
    public void The_counts_are_those_of_the_published_table()
    {
        var result = ReleaseAudit.Run(InventedOrganisation.Question(10));
        Assert.Multiple(() =>
        {
            Assert.That(result.Candidates, Is.EqualTo(919));
            Assert.That(result.ProtectedSets, Is.EqualTo(9_245));
            Assert.That(result.Kinds, Is.EqualTo("every kind"));
            Assert.That(result.Primes, Is.EqualTo(new ulong[] { 2305843009213693951, 2147483647 }));
        });
    }

    [Test]
    public void Every_released_cell_is_what_its_name_says()
    {
        var question = InventedOrganisation.Question(10);
        var all = Attacker.Cells(question);
        foreach (var cell in ReleaseAudit.Run(question).Released)
        {
            Assert.That(cell.Classes, Is.EqualTo(all[Attacker.Name(cell.Cell)]));
            Assert.That(cell.People, Is.EqualTo(cell.Classes.Sum(i => question.Classes[i].People)).And.GreaterThanOrEqualTo(10));
        }
    }

    [Test]
    public void The_order_of_the_question_changes_nothing()
    {
        var question = InventedOrganisation.Question(10);
        var expected = ReleaseAudit.Run(question).Released.Select(cell => (Attacker.Name(cell.Cell), cell.People)).ToList();
        for (var seed = 1; seed <= 3; seed++)
        {
            var (classes, tree) = (question.Classes.ToArray(), question.Tree.ToArray());
            new Random(seed).Shuffle(classes);
            new Random(seed).Shuffle(tree);
            var shuffled = ReleaseAudit.Run(question with { Classes = classes, Tree = tree });
            Assert.That(shuffled.Released.Select(cell => (Attacker.Name(cell.Cell), cell.People)), Is.EqualTo(expected));
        }
    }
}
