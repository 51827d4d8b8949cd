using System.Text.Json;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Fuzzing;

/// <summary>
/// Values that mean something to the service, by the name of the member or parameter they were seen under: from the examples, and from
/// what the service answered. So a request finds surveys, units, flags and cursors that are there, of operations not thought of too.
/// </summary>
internal sealed class Words
{
    private const int MostPerName = 48;

    private readonly Dictionary<string, List<string>> _byName = new(StringComparer.Ordinal)
    {
        ["period"] = ["2026-10", "2026-11", "2026-Q4", "2026", "2026-Q3"],
        ["where"] = ["unit:emea", "unit:emea-sales", "channel:web", "boardingArea:A"],
        ["by"] = ["unit", "channel", "boardingArea", "unit,channel", "touchpoint", "item"],
        ["measure"] = ["recommend", "trust", "experience", "satisfaction", "item:nps", "topics", "topic:waiting"],
        ["measures"] = ["recommend", "trust.reliability", "experience", "satisfaction", "own.mood.calm"],
        ["over"] = ["touchpoint", "time", "channel", "touchpoint,time"],
        ["drivers"] = ["clean,nps", "item:clean,item:nps"],
        ["outcome"] = ["recommend", "retention", "item:nps", "nps"],
        ["before"] = ["2026-Q3", "2026-01-01..2026-04-01", "channel:web"],
        ["after"] = ["2026-Q4", "2026-10-01..2026-12-01", "channel:mail"],
        ["senior"] = ["unit:emea"],
        ["frontline"] = ["unit:emea-sales"],
        ["of"] = ["recommend", "trust"],
        ["search"] = ["friendly", "\"fast and\"", "que*"],
        ["language"] = ["en", "de", "und"],
        ["state"] = ["waiting", "answered", "closed", "delivered", "failed"],
        ["sentiment"] = ["positive", "negative"],
        ["format"] = ["csv", "ndjson", "json", "surveyjs", "native", "typeform", "formbricks", "limesurvey-vv", "qualtrics-csv", "viva-glint-csv"],
        ["url"] = ["https://hooks.example.org/feedback"],
        ["origins"] = ["https://www.example.org"],
        ["$filter"] = ["key ne ''", "day ge 2026-11-01", "audience eq 'customer' and unit eq 'emea'", "n gt 3 or (value lt 2.5)"],
        ["$orderby"] = ["key desc", "period", "unit asc,key"],
        ["$select"] = ["key", "key,unit", "day,isoWeek"],
        ["$format"] = ["json", "csv", "ndjson", "application/json;odata.metadata=minimal"],
        ["$skiptoken"] = ["eyJrIjoxfQ", "AAAA"],
        ["view"] = ["all", "steps"],
        ["go"] = ["send", "next", "back", "keep", "show", "erase", "lang:de", "view:steps"],
    };

    /// <summary>Values that must not be used: the ids of the keys with which requests are sent.</summary>
    public HashSet<string> Withheld { get; } = new(StringComparer.Ordinal);

    /// <summary>One that was seen under a name; null where none was.</summary>
    public string? Of(string name, Random random) => _byName.TryGetValue(name, out var words) ? words[random.Next(words.Count)] : null;

    /// <summary>The one that was seen first under a name: that of the examples.</summary>
    public string? First(string name) => _byName.TryGetValue(name, out var words) ? words[0] : null;

    /// <summary>One that was seen under any name.</summary>
    public string Any(Random random)
    {
        var words = _byName.Values.ElementAt(random.Next(_byName.Count));
        return words[random.Next(words.Count)];
    }

    public void Add(string name, string word, Random? random = null)
    {
        if (word.Length is 0 or > 300 || Withheld.Contains(word)) return;
        if (!_byName.TryGetValue(name, out var words)) _byName[name] = words = [];
        if (words.Contains(word)) return;
        if (words.Count < MostPerName) words.Add(word);
        else words[(random ?? Random.Shared).Next(words.Count)] = word;
    }

    /// <summary>Keeps the texts of a body under the names of their members, and under the address that an entry of its kind would have.</summary>
    /// <param name="path">The operation's path, such as <c>/v1/webhooks</c>.</param>
    /// <param name="body">What was sent or answered.</param>
    /// <param name="random">Which ones give way to new ones.</param>
    public void Learn(string path, JsonNode? body, Random random)
    {
        switch (body)
        {
            case JsonObject members:
                foreach (var (name, value) in members.Take(40))
                {
                    if (value is JsonValue scalar && scalar.GetValueKind() is JsonValueKind.String or JsonValueKind.Number)
                    {
                        Add(name, value.ToString(), random);
                        Add($"{path}/{{{name}}}", value.ToString(), random);
                    }
                    else Learn(path, value, random);
                }
                break;
            case JsonArray elements:
                foreach (var element in elements.Take(20)) Learn(path, element, random);
                break;
        }
    }
}
