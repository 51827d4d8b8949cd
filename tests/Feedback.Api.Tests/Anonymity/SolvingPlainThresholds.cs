using Feedback.Api.Tests.Anonymity.Invented;
using Feedback.Api.Tests.Anonymity.Solving;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>
/// The solver has teeth: on the invented organisation of 1,500, where every cell of k people or more would be released, it finds
/// what the design measured with a program of its own. Item: the 918 answers to pride; grade, tenure, location, gender. The
/// program counts the cells of the whole twice, without a unit and under a unit around everything; so do the tests.
/// </summary>
public sealed class SolvingPlainThresholds
{
    private const string Item = "engagement.pride";

    [TestCase(10, 919, 6_218, 2_192, 179)]
    [TestCase(5, 1_818, 5_319, 4_685, 595)]
    public void A_minimum_group_size_alone_gives_people_away(int k, int released, int small, int follow, int people)
    {
        var truth = Truth();
        AskedCell[] cells = [.. truth.All.Where(c => c.People >= k).Select(c => c.Cell)];
        var crack = Crack.Of(truth, cells, k);
        Assert.That((truth.ClassSizes.Sum(), truth.ClassSizes.Count, Counted(cells)), Is.EqualTo((918, 799, released)));
        Assert.That((Counted(truth.All.Where(c => c.People < k).Select(c => c.Cell)), Counted(crack.CellsThatFollow), crack.PeopleThatFollow), Is.EqualTo((small, follow, people)));
    }

    private static int Counted(IEnumerable<AskedCell> cells) => cells.Sum(c => c.Unit is null ? 2 : 1);

    private static TrueCells Truth()
    {
        var organisation = OrganisationFile.Read();
        return new TrueCells(organisation, InventedOrganisation.FourDimensions, organisation.People.Where(p => p.AnsweredAll([Item])));
    }
}
