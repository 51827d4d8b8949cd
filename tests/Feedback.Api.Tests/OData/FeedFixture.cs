using System.Text.Json.Nodes;
using Feedback.Api.OData;
using Feedback.Api.Tests.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.OData;

/// <summary>A service with answers of customers over two years, released answers of employees, a tree of units, and a set of the test's own.</summary>
public abstract class FeedFixture(string engine) : ServiceFixture(engine)
{
    internal const string Root = "/odata/";

    internal string CustomerSurvey { get; private set; } = "";

    internal string EmployeeSurvey { get; private set; } = "";

    internal InventedRows Invented { get; } = new();

    protected override void Configure(IServiceCollection services) => services.AddSingleton(_ => new Feed([.. FeedSets.All, Invented]));

    [OneTimeSetUp]
    public async Task HaveAnswers()
    {
        await Service.Admin.Put("/v1/units", JsonNode.Parse("""
            {"units":[{"code":"emea","name":"EMEA","headcount":5},{"code":"emea-sales","name":"Sales EMEA","parent":"emea","headcount":240},{"code":"old","name":"=old"}]}
            """)!).Body();
        await Service.Admin.Put("/v1/units", JsonNode.Parse("""
            {"units":[{"code":"emea","name":"EMEA","headcount":5},{"code":"emea-sales","name":"Sales EMEA","parent":"emea","headcount":240}]}
            """)!).Body();
        CustomerSurvey = await Service.Publish(Some.CustomerSurvey());
        EmployeeSurvey = await Service.PulseOfEmployees();
        await Service.Store(CustomerSurvey, ((string[])["2025-12-31", "2026-02-03", "2026-11-20"]).SelectMany(day => Enumerable.Range(0, 20).Select(i => AnswerOn(day, i))));
    }

    internal static JsonObject AnswerOn(string day, int number = 0)
    {
        var response = Some.Response();
        response["answeredAt"] = day + "T12:00:00Z";
        response["about"] = new JsonObject { ["channel"] = number % 2 == 0 ? "web" : "desk", ["unit"] = number % 3 == 0 ? "emea-sales" : "emea" };
        return response;
    }

    /// <summary>Asks as most tools do; the path is below the root.</summary>
    internal static Task<HttpResponseMessage> Ask(HttpClient client, string path, string? accept = "application/json", params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path.StartsWith("http", StringComparison.Ordinal) ? path : Root + path);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return client.SendAsync(request);
    }

    internal Task<HttpResponseMessage> Ask(string path, string? accept = "application/json", params (string Name, string Value)[] headers) => Ask(Service.Read, path, accept, headers);

    /// <summary>The rows of all pages.</summary>
    internal async Task<List<JsonNode>> Rows(string path, params (string Name, string Value)[] headers)
    {
        var rows = new List<JsonNode>();
        for (var next = path; next is not null;)
        {
            var page = await Ask(next, "application/json", headers).Body();
            rows.AddRange(page["value"]!.AsArray().Select(r => r!));
            next = (string?)page["@odata.nextLink"];
        }
        return rows;
    }

    /// <summary>An option's text in an address.</summary>
    internal static string Text(string option) => Uri.EscapeDataString(option);
}
