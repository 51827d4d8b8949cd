using System.Text.RegularExpressions;
using Feedback.Api.Tests.Anonymity.Solving;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>
/// A16: telling by anything but the figures why there are none: too few people, refused by the audit, no such value, nobody there.
/// Times are in the benchmarks: <c>make bench</c> prints how well they separate released reads from withheld ones.
/// </summary>
[NonParallelizable]
public sealed partial class TellingRefusalsApart(string engine) : AttackFixture(engine)
{
    /// <summary>As many of each are read.</summary>
    private const int Reads = 250;

    private static readonly string[] ThatDiffer = ["Date", "Content-Length", "ETag"];

    [Test]
    public async Task A16_a_thousand_reads_have_one_status_one_set_of_headers_and_withheld_ones_one_body()
    {
        var seen = new List<(string Kind, Response Response)>();
        foreach (var (kind, cells) in await Cells())
        {
            foreach (var cell in cells) seen.Add((kind, await Ask(cell)));
        }
        Assert.That(seen, Has.Count.GreaterThan(900));
        Assert.That(seen.Select(s => s.Response.Status).Distinct(), Is.EqualTo(new[] { 200 }));
        Assert.That(seen.Select(s => s.Response.Headers).Distinct().ToList(), Has.Count.EqualTo(1));
        Assert.That(seen.Select(s => s.Response.TagForm).Distinct().ToList(), Has.Count.EqualTo(1));
        var withheld = seen.Where(s => s.Kind != "released").Select(s => s.Response.Body).Distinct().ToList();
        Assert.That(withheld, Has.Count.EqualTo(1), string.Join('\n', withheld.Take(3)));
        Assert.That(seen.Where(s => s.Kind != "released").Select(s => s.Response.Length).Distinct().ToList(), Has.Count.EqualTo(1));
        Assert.That(seen.Where(s => s.Kind == "released").Select(s => s.Response.Body), Has.None.EqualTo(withheld[0]));
    }

    /// <summary>An answer that is known already is not sent again, whatever it holds.</summary>
    [Test]
    public async Task A16_what_is_known_is_known_alike()
    {
        foreach (var (_, cells) in await Cells())
        {
            var path = Path(cells[0]);
            var first = await Service.Read.GetAsync(path);
            using var again = new HttpRequestMessage(HttpMethod.Get, path);
            again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
            Assert.That((int)(await Service.Read.SendAsync(again)).StatusCode, Is.EqualTo(304));
        }
    }

    /// <summary>Cells of every kind: released, of fewer than k people, of more but refused, of nobody, of values that do not exist.</summary>
    private async Task<List<(string Kind, AskedCell[] Cells)>> Cells()
    {
        var (rows, truth) = (await Pulse.Crawl("trust"), Pulse.Truth(Bases.Of("trust")));
        var kinds = rows.Values.GroupBy(r => r.IsReleased ? "released" : truth[r.Cell].People switch { 0 => "nobody", < K => "small", _ => "refused" })
            .Select(g => (g.Key, g.Select(r => r.Cell).Where((_, i) => i % Math.Max(1, g.Count() / Reads) == 0).Take(Reads).ToArray())).ToList();
        kinds.Add(("invented", [.. Enumerable.Range(0, Reads).Select(i => AskedCell.Of(i % 2 == 0 ? null : $"no-unit-{i}", [new Predicate("grade", $"no grade {i}")]))]));
        Assert.That(kinds.Select(k => k.Item1), Is.SupersetOf(new[] { "released", "nobody", "small", "refused", "invented" }));
        return kinds;
    }

    private string Path(AskedCell cell) => Pulse.Crawler(ReleasedOrganisation.LastPeriod).Path("trust", cell);

    private async Task<Response> Ask(AskedCell cell)
    {
        var answer = await Service.Read.GetAsync(Path(cell));
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => !ThatDiffer.Contains(h.Key)).OrderBy(h => h.Key, StringComparer.Ordinal);
        var body = await answer.Content.ReadAsStringAsync();
        return new Response(
            (int)answer.StatusCode,
            string.Join('\n', headers.Select(h => $"{h.Key}: {string.Join(", ", h.Value)}")),
            Word().Replace(answer.Headers.ETag!.ToString(), "w"),
            Key().Replace(body, "\"key\":\"\""),
            answer.Content.Headers.ContentLength);
    }

    [GeneratedRegex("\"key\":\"[^\"]*\"")]
    private static partial Regex Key();

    [GeneratedRegex("[A-Za-z0-9+/=_-]")]
    private static partial Regex Word();

    /// <summary>An answer without what its own request put into it.</summary>
    private sealed record Response(int Status, string Headers, string TagForm, string Body, long? Length);
}
