namespace Feedback.Api.Tests.Anonymity.Solving;

/// <summary>What linear algebra gets out of released cells: small cells and classes, complements and single people whose sum of answers follows.</summary>
/// <param name="SmallCells">Cells of fewer than k people.</param>
/// <param name="CellsThatFollow">Those of them that follow.</param>
/// <param name="ClassesThatFollow">Classes of fewer than k people that follow.</param>
/// <param name="PeopleThatFollow">People who are a class of their own that follows: their answer is known.</param>
/// <param name="ComplementsThatFollow">What a cell leaves of one around it, 1 to k - 1 people, and follows.</param>
internal sealed record Crack(int SmallCells, IReadOnlyList<AskedCell> CellsThatFollow, int ClassesThatFollow, int PeopleThatFollow, int ComplementsThatFollow)
{
    /// <summary>Tries everything on the cells that were released.</summary>
    public static Crack Of(TrueCells truth, IReadOnlyCollection<AskedCell> released, int k)
    {
        var space = new RowSpace([.. released.Select(c => truth[c].Classes)], truth.ClassSizes.Count);
        TrueCell[] small = [.. truth.All.Where(c => c.People < k)];
        int[] classes = [.. Enumerable.Range(0, truth.ClassSizes.Count).Where(i => truth.ClassSizes[i] < k && space.Contains([i]))];
        var complements = truth.All.SelectMany(c => truth.Around(c.Cell), (c, around) => (Inner: c, Outer: truth[around]))
            .Where(c => c.Outer.People - c.Inner.People is > 0 and var left && left < k)
            .Select(c => c.Outer.Classes.Except(c.Inner.Classes).Order().ToArray())
            .DistinctBy(c => string.Join(',', c));
        return new Crack(small.Length, [.. small.Where(c => space.Contains(c.Classes)).Select(c => c.Cell)], classes.Length, classes.Count(i => truth.ClassSizes[i] == 1), complements.Count(space.Contains));
    }

    /// <summary>Fails if anything follows.</summary>
    public void AssertNothing(string what) => Assert.Multiple(() =>
    {
        Assert.That(CellsThatFollow, Is.Empty, $"{what}: cells below k");
        Assert.That((ClassesThatFollow, PeopleThatFollow, ComplementsThatFollow), Is.EqualTo((0, 0, 0)), $"{what}: classes below k, people, complements below k");
    });
}
