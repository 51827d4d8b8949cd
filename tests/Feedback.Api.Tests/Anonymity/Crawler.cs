using System.Text.Json;
using Feedback.Api.Tests.Anonymity.Solving;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>Asks for every cell of the grammar: each unit and none, with at most two values of other dimensions, by breakdowns so that it takes few requests.</summary>
/// <param name="survey">Which survey is asked.</param>
/// <param name="period">Of which period.</param>
/// <param name="dimensions">Its dimensions beside the unit, with their values.</param>
/// <param name="clients">Keys that take turns.</param>
internal sealed class Crawler(string survey, string period, IReadOnlyDictionary<string, string[]> dimensions, params HttpClient[] clients)
{
    private int _turn;

    /// <summary>Every row that the service answers of an indicator.</summary>
    /// <param name="indicator">The slug, with parameters of its own: <c>item?item=stay</c>.</param>
    public async Task<IReadOnlyDictionary<AskedCell, ServedRow>> Crawl(string indicator)
    {
        var rows = new Dictionary<AskedCell, ServedRow>();
        foreach (var (where, by) in Questions())
        {
            foreach (var row in await Ask(indicator, where, by)) rows.Add(row.Cell, row);
        }
        return rows;
    }

    /// <summary>The rows of one question.</summary>
    public async Task<List<ServedRow>> Ask(string indicator, AskedCell where, params string[] by)
    {
        var client = clients[_turn++ % clients.Length];
        var answer = await client.GetAsync(Path(indicator, where, by));
        await using var body = await answer.Content.ReadAsStreamAsync();
        using var json = await JsonDocument.ParseAsync(body);
        Assert.That((int)answer.StatusCode, Is.EqualTo(200), () => json.RootElement.ToString());
        Assert.That(json.RootElement.GetProperty("nextCursor").GetString(), Is.Null);
        return [.. json.RootElement.GetProperty("value").EnumerateArray().Select(r => ServedRow.Of(r, by, where))];
    }

    /// <summary>The path and query of a question.</summary>
    public string Path(string indicator, AskedCell where, params string[] by) =>
        $"/v1/indicators/{indicator}{(indicator.Contains('?', StringComparison.Ordinal) ? '&' : '?')}survey={survey}&period={period}&limit=20000{(by.Length > 0 ? "&by=" + string.Join(',', by) : "")}{where.ToQuery()}";

    private IEnumerable<(AskedCell Where, string[] By)> Questions()
    {
        yield return (AskedCell.Whole, []);
        yield return (AskedCell.Whole, ["unit"]);
        var names = dimensions.Keys.OrderBy(d => dimensions[d].Length).ToArray();
        for (var i = 0; i < names.Length; i++)
        {
            yield return (AskedCell.Whole, [names[i]]);
            yield return (AskedCell.Whole, ["unit", names[i]]);
            for (var j = i + 1; j < names.Length; j++)
            {
                yield return (AskedCell.Whole, [names[i], names[j]]);
                foreach (var value in dimensions[names[i]]) yield return (AskedCell.Of(null, [new Predicate(names[i], value)]), ["unit", names[j]]);
            }
        }
    }
}
