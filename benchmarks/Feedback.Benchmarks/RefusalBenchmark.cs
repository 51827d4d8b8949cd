using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Feedback.Benchmarks;

/// <summary>
/// How well the time of a read tells what it answered (attack A16): the area under the curve, .5 where the times say nothing, 1
/// where they say all. Below .6 is not separable. Reads of two kinds take turns, in random order within each pair, so that a noisy
/// machine disturbs both alike.
/// </summary>
internal static class RefusalBenchmark
{
    private const int Reads = 1_000, WarmUp = 5_000;

    /// <param name="report">Where the figures go.</param>
    /// <param name="client">Sends a key.</param>
    /// <param name="question">A released survey and period: <c>survey=x&amp;period=2026-10</c>.</param>
    /// <param name="organisation">Whose answers they are.</param>
    public static async Task Run(Report report, HttpClient client, string question, InventedEmployees organisation)
    {
        var held = organisation.People.Where(p => p.Answers).SelectMany(p => Units(p.Team).Select(unit => (unit, p.Grade))).ToHashSet();
        var (released, small, empty) = (new List<string>(), new List<string>(), new List<string>());
        using var rows = JsonDocument.Parse(await client.GetStringAsync($"/v1/indicators/trust?{question}&by=unit,grade&limit=20000"));
        foreach (var row in rows.RootElement.GetProperty("value").EnumerateArray())
        {
            var (unit, grade) = (row.GetProperty("unit").GetString()!, row.GetProperty("grade").GetString()!);
            var kind = row.GetProperty("status").GetString() == "released" ? released : held.Contains((unit, grade)) ? small : empty;
            kind.Add($"/v1/indicators/trust?{question}&where=unit:{unit}&where=grade:{grade}");
        }
        var invented = Enumerable.Range(0, Reads).Select(i => $"/v1/indicators/trust?{question}&where=unit:no-{i}&where=grade:none").ToList();
        await Compare(report, client, "released from withheld reads", released, small);
        await Compare(report, client, "withheld reads of people from those of nobody", small, empty);
        await Compare(report, client, "withheld reads of people from those of values that do not exist", small, invented);
    }

    private static async Task Compare(Report report, HttpClient client, string what, List<string> some, List<string> others)
    {
        var random = new Random(11);
        for (var i = 0; i < WarmUp; i++) await client.GetStringAsync((i % 2 == 0 ? some : others)[random.Next(Math.Min(some.Count, others.Count))]);
        var (first, second) = (new List<double>(Reads), new List<double>(Reads));
        for (var i = 0; i < Reads; i++)
        {
            var isFirst = random.Next(2) == 0;
            for (var turn = 0; turn < 2; turn++, isFirst = !isFirst) (isFirst ? first : second).Add(await Time(client, isFirst ? some[i % some.Count] : others[i % others.Count]));
        }
        var area = Area(first, second);
        report.Add($"telling {what} by their time, {Reads:N0} each", $"AUC {area.ToString("0.000", CultureInfo.InvariantCulture)}", $"medians {Report.Median(first):0.000} and {Report.Median(second):0.000} ms");
    }

    private static async Task<double> Time(HttpClient client, string path)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(path);
        await answer.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>The chance that a read of one kind takes longer than one of the other (Mann and Whitney 1947), whichever way round is larger.</summary>
    private static double Area(List<double> first, List<double> second)
    {
        var sorted = second.Order().ToArray();
        var longer = first.Sum(time => (double)Below(sorted, time)) / ((double)first.Count * second.Count);
        return Math.Max(longer, 1 - longer);
    }

    private static int Below(double[] sorted, double time)
    {
        var place = Array.BinarySearch(sorted, time);
        return place < 0 ? ~place : place;
    }

    /// <summary>A team and the units around it.</summary>
    private static IEnumerable<string> Units(string team)
    {
        for (var unit = team; ; unit = unit[..unit.LastIndexOf('.')])
        {
            yield return unit;
            if (!unit.Contains('.', StringComparison.Ordinal)) break;
        }
        yield return "company";
    }
}
