using System.Runtime.InteropServices;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;

namespace Feedback.Api.Checking;

/// <summary>Finds which counts of some parts differ, and by how much: what has to be added to each so that it is right.</summary>
internal sealed class CountDifferences(Session session, CatalogueSnapshot catalogue, Func<int, int> surveyOf)
{
    /// <summary>About how many counts are held at once.</summary>
    private const int AtOnce = 2_000_000;

    /// <summary>The parts in groups that are looked at together: of one grain, and no more than can be held. One part alone may be more.</summary>
    public static IEnumerable<CountPart[]> Groups(IEnumerable<(CountPart Part, int Keys)> parts)
    {
        var (group, keys) = (new List<CountPart>(), 0L);
        foreach (var (part, more) in parts)
        {
            if (group.Count > 0 && (group[0].Grain != part.Grain || keys + more > AtOnce))
            {
                yield return [.. group];
                (group, keys) = ([], 0);
            }
            group.Add(part);
            keys += more;
        }
        if (group.Count > 0) yield return [.. group];
    }

    /// <summary>What is to be added to the counts of a group's parts, by part, in the order of what is counted.</summary>
    public async Task<ILookup<CountPart, TallyRow>> Of(CountPart[] group)
    {
        var (parts, grain) = (group.ToHashSet(), group[0].Grain);
        var sums = new Dictionary<(int Survey, TallyKey Key), CountSum>();
        var (first, past) = (group.Min(p => p.Days.First), group.Max(p => p.Days.Past));
        if (grain == CountPart.Day) await AddAnswers(parts, first, past, sums);
        else await AddFolded(parts, CountPart.Day, grain, first, past, 1, sums);
        await AddFolded(parts, grain, grain, group.Min(p => p.Start), group.Max(p => p.Start) + 1, -1, sums);
        if (grain == CountPart.Day) await AddFresh(parts, sums);
        return sums.Where(s => s.Value != default).OrderBy(s => s.Key.Key.Day).ThenBy(s => s.Key.Survey).ThenBy(s => s.Key.Key.Variable)
            .ToLookup(s => new CountPart(s.Key.Survey, grain, s.Key.Key.Day), s => new TallyRow(s.Key.Key, s.Value.N, s.Value.Weight, s.Value.SquaredWeight));
    }

    private async Task AddAnswers(HashSet<CountPart> parts, int first, int past, Dictionary<(int, TallyKey), CountSum> sums)
    {
        await foreach (var response in CountedResponse.Read(session, catalogue, first, past))
        {
            if (!parts.Contains(new(response.Survey, CountPart.Day, response.Day))) continue;
            foreach (var tally in response.Tallies ?? []) Add(sums, response.Survey, response.KeyOf(tally), response.Sum, 1);
        }
    }

    /// <summary>Adds folded counts of one grain as counts of another.</summary>
    private async Task AddFolded(HashSet<CountPart> parts, int from, int to, int first, int past, int sign, Dictionary<(int, TallyKey), CountSum> sums)
    {
        await foreach (var row in session.Stream<CountRow>(Queries.ReadCheckedTallies, new { Grain = from, First = first, Past = past }))
            Add(parts, new(surveyOf(row.Variable), to, from == to ? row.Start : CountPart.StartOf(row.Start, to)), row, sign, sums);
    }

    private async Task AddFresh(HashSet<CountPart> parts, Dictionary<(int, TallyKey), CountSum> sums)
    {
        await foreach (var row in session.Stream<CountRow>(Queries.ReadCheckedFresh)) Add(parts, new(surveyOf(row.Variable), CountPart.Day, row.Day), row, -1, sums);
    }

    private static void Add(HashSet<CountPart> parts, CountPart part, CountRow row, int sign, Dictionary<(int, TallyKey), CountSum> sums)
    {
        if (parts.Contains(part)) Add(sums, part.Survey, row.KeyAt(part.Start), row.Counted, sign);
    }

    private static void Add(Dictionary<(int, TallyKey), CountSum> sums, int survey, TallyKey key, CountSum more, int sign)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, (survey, key), out _);
        sum.Add(new(sign * more.N, sign * more.Weight, sign * more.SquaredWeight));
    }
}
