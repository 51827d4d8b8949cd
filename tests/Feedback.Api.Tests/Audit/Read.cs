using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Audit;

/// <summary>What the tests of the ledger need: employees who answered, and the ledger's lines about one survey.</summary>
internal static class Read
{
    public const string Period = "2026-10";

    /// <summary>
    /// A survey of employees, released, with a dimension of listed values. Forty people have the first and forty the second; six have
    /// the third, six the fourth and nobody any other, so that all but two are withheld.
    /// </summary>
    public static async Task<string> PulseOfEmployees(this TestService service, int values = 4)
    {
        var definition = Some.EmployeeSurvey();
        definition["access"] = "code";
        definition["dimensions"] = new JsonArray(new JsonObject { ["name"] = "channel", ["values"] = new JsonArray([.. Enumerable.Range(1, values).Select(i => (JsonNode)$"c{i}")]) });
        var survey = await service.Publish(definition);
        await service.StoreInvited(survey, [.. Answers("c1", 40), .. Answers("c2", 40), .. Answers("c3", 6), .. Answers("c4", 6)]);
        await service.Release(Period);
        return survey;
    }

    /// <summary>Answers by people who have a value of the dimension.</summary>
    private static IEnumerable<JsonNode> Answers(string channel, int count) => Enumerable.Range(0, count).Select(_ =>
    {
        var response = Some.EmployeeResponse();
        response["answeredAt"] = $"{Period}-10T12:00:00Z";
        response["about"] = new JsonObject { ["channel"] = channel };
        return response;
    });

    /// <summary>The lines of the ledger, newest first.</summary>
    public static async Task<List<JsonNode>> Ledger(this TestService service, string query = "") =>
        [.. (await service.Admin.GetAsync("/v1/audit" + query).Body())["value"]!.AsArray().Select(l => l!)];

    /// <summary>Those of them that are no acts of admins.</summary>
    public static async Task<List<JsonNode>> ReadsInLedger(this TestService service, string query = "") => [.. (await service.Ledger(query)).Where(l => (string?)l["status"] != "done")];

    /// <summary>The lines that a piece of work has written, newest first.</summary>
    public static async Task<List<JsonNode>> LedgerOf(this TestService service, Func<Task> work)
    {
        var before = (await service.Ledger()).Count;
        await work();
        var after = await service.Ledger();
        return after[..^before];
    }
}
