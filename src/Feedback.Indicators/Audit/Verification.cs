using System.Runtime.InteropServices;

namespace Feedback.Indicators.Audit;

/// <summary>
/// Looks again, by other means, whether a protected set is a combination of released cells: another prime, small cells first,
/// and every set reduced by the rows themselves, without fingerprints. Then whether the rules hold on the result.
/// </summary>
internal static class Verification
{
    /// <exception cref="AuditFailedException">A protected set follows from the released cells, or a rule is broken.</exception>
    public static void Check(CellTable table, SetFamily sets, Eligibility eligibility, IReadOnlyList<int> released, CancellationToken cancellation)
    {
        var echelon = new PlainEchelon(table.Holders(released));
        foreach (var cell in released.OrderBy(cell => table.Classes(cell).Length).ThenBy(cell => cell))
        {
            cancellation.ThrowIfCancellationRequested();
            echelon.Add(table.Classes(cell));
        }
        for (var set = 0; set < sets.Count; set++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (echelon.Follows(sets[set])) throw new AuditFailedException("The answers of a protected group follow from the released cells. Nothing is published.");
        }
        CheckPairs(table.Population, echelon);
        ReleaseRules.Check(table, eligibility, released);
    }

    /// <summary>Two classes have a combination among the rows if and only if what is left of one is a multiple of what is left of the other.</summary>
    private static void CheckPairs(Population population, PlainEchelon echelon)
    {
        var (k, fewest) = (population.Question.MinimumGroup, new Dictionary<PlainRow, long>());
        for (var i = 0; i < population.Classes.Count; i++)
        {
            var people = population.Classes[i].People;
            if (people >= k) continue;
            ref var others = ref CollectionsMarshal.GetValueRefOrAddDefault(fewest, echelon.Left(i), out var isKnown);
            if (isKnown && others + people < k) throw new AuditFailedException("A combination of the answers of two small groups follows from the released cells. Nothing is published.");
            others = isKnown ? Math.Min(others, people) : people;
        }
    }
}
