using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Feedback.Benchmarks;

/// <summary>Releases of a large organisation over HTTP, and reads of what was released.</summary>
public static class ReleaseBenchmark
{
    private const string AdminKey = "the-admin-key-of-the-benchmark-0123456789", Period = "2026-10";
    private const int Repeats = 300;

    private static readonly string[] OfScales =
    [
        "trust.capability", "trust.reliability", "trust.transparency", "trust.humanity", "trust.outcome",
        "engagement.pride", "engagement.advocacy", "engagement.attachment", "engagement.inspiration", "engagement.motivation",
        "purpose.objectives", "purpose.contribution", "readiness.need", "readiness.appropriateness", "readiness.leadership", "readiness.capability", "readiness.benefit",
        "collaboration", "satisfaction", "effort",
    ];

    private static readonly (string What, string Path)[] Reads =
    [
        ("trust, everything", "trust?survey=twenty"),
        ("trust, one unit", "trust?survey=twenty&where=unit:d1.1"),
        ("trust, one unit and two attributes", "trust?survey=twenty&where=unit:d1&where=grade:AO&where=gender:f"),
        ("a withheld cell", "trust?survey=twenty&where=unit:d1.1.1&where=grade:SCS"),
        ("engagement by grade and tenure", "engagement?survey=twenty&by=grade,tenure"),
        ("silo of the divisions", "silo?survey=twenty&level=2"),
    ];

    public static async Task Run(Report report, bool isQuick)
    {
        var people = isQuick ? 5_000 : 50_000;
        var folder = Directory.CreateTempSubdirectory("feedback-bench").FullName;
        try
        {
            var organisation = new InventedEmployees(people, 3);
            await using var service = await ChildProcess.Service(folder, AdminKey, ChildProcess.FreePort());
            using var client = new HttpClient { BaseAddress = new Uri(service.Url), Timeout = TimeSpan.FromMinutes(10) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AdminKey);
            await PutUnits(client, organisation);
            var answered = organisation.People.Count(p => p.Answers);
            var size = $"{people:N0} employees, {answered:N0} answers, {organisation.Units.Count:N0} units, four attributes";
            await Release(report, client, service, organisation, "one", ["trust.outcome"], $"release of one item, {size}");
            await Release(report, client, service, organisation, "twenty", OfScales, "release of 20 items in 8 bases, the same organisation");
            await Release(report, client, service, organisation, "single", [.. Enumerable.Range(1, 20).Select(i => $"item{i}")], "release of 20 single items, a base each, the same organisation");
            foreach (var (what, path) in Reads) report.AddTime($"{what}, released, over HTTP, median", await Median(client, "/v1/indicators/" + path + "&period=" + Period));
            await RefusalBenchmark.Run(report, client, "survey=twenty&period=" + Period, organisation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Release(Report report, HttpClient client, ChildProcess service, InventedEmployees organisation, string survey, string[] items, string what)
    {
        // A survey that was published after a period's release is released when it is asked for again.
        await Publish(client, survey, items);
        await Answer(client, organisation, survey, items);
        var watch = Stopwatch.StartNew();
        (await client.PostAsync($"/v1/periods/{Period}/release", null)).EnsureSuccessStatusCode();
        JsonNode own;
        do
        {
            await Task.Delay(100);
            var read = JsonNode.Parse(await client.GetStringAsync($"/v1/periods/{Period}"))!;
            own = read["releases"]!.AsArray().Single(r => (string?)r!["survey"] == survey)!;
        }
        while ((string?)own["state"] != "released");
        report.Add(what, $"{watch.Elapsed.TotalSeconds:0.0} s", $"{(long)own["released"]!:N0} cells of everybody who responded; {service.PeakMegabytes():0} MB at most");
    }

    private static async Task PutUnits(HttpClient client, InventedEmployees organisation)
    {
        var units = new JsonArray([.. organisation.Units.Select(u => (JsonNode)new JsonObject { ["code"] = u.Code, ["name"] = u.Code, ["parent"] = u.Parent, ["headcount"] = u.Headcount })]);
        await Send(client, HttpMethod.Put, "/v1/units", new JsonObject { ["units"] = units });
    }

    private static Task<JsonNode> Publish(HttpClient client, string survey, string[] items) => Send(client, HttpMethod.Put, $"/v1/surveys/{survey}", new JsonObject
    {
        ["audience"] = "employee",
        ["title"] = survey,
        ["access"] = "code",
        ["dimensions"] = new JsonArray("grade", "tenure", "location", "gender"),
        ["items"] = new JsonArray([.. items.Select(i => (JsonNode)new JsonObject
        {
            ["code"] = i, ["text"] = i, ["kind"] = "rating", ["low"] = 1, ["high"] = 5, ["measures"] = i.StartsWith("item", StringComparison.Ordinal) ? null : i,
        })]),
    });

    private static async Task Answer(HttpClient client, InventedEmployees organisation, string survey, string[] items)
    {
        var random = new Random(7);
        foreach (var part in organisation.People.Where(p => p.Answers).Chunk(10_000))
        {
            var codes = (await Send(client, HttpMethod.Post, $"/v1/surveys/{survey}/codes", new JsonObject { ["count"] = part.Length }))["codes"]!.AsArray();
            var lines = new StringBuilder();
            for (var i = 0; i < part.Length; i++)
            {
                var answers = items.Where(_ => random.NextDouble() >= .03).ToDictionary(item => item, _ => random.Next(1, 6));
                if (answers.Count == 0) answers[items[0]] = 3;
                lines.AppendLine(JsonSerializer.Serialize(new
                {
                    code = (string)codes[i]!,
                    answeredAt = "2026-10-10T12:00:00Z",
                    answers,
                    about = new { unit = part[i].Team, grade = part[i].Grade, tenure = part[i].Tenure, location = part[i].Location, gender = part[i].Gender },
                }));
            }
            var content = new StringContent(lines.ToString(), Encoding.UTF8, "application/x-ndjson");
            var stored = JsonNode.Parse(await (await client.PostAsync($"/v1/surveys/{survey}/responses/batch", content)).Content.ReadAsStringAsync())!;
            if ((int)stored["stored"]! != part.Length) throw new InvalidOperationException(stored.ToJsonString());
        }
    }

    private static async Task<JsonNode> Send(HttpClient client, HttpMethod method, string path, JsonNode body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException(text);
    }

    private static async Task<double> Median(HttpClient client, string path)
    {
        for (var warm = 0; warm < 20; warm++) await client.GetStringAsync(path);
        var times = new List<double>();
        for (var i = 0; i < Repeats; i++)
        {
            var watch = Stopwatch.StartNew();
            await client.GetStringAsync(path);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return Report.Median(times);
    }
}
