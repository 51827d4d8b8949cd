using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Webhooks;

/// <summary>A service that may tell addresses of this machine, and a receiver for each test.</summary>
public abstract class WebhookFixture(string engine) : ServiceFixture(engine)
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Feedback:Webhooks:AllowPrivateAddresses"] = "true" };

    internal Receiver Receiver { get; private set; } = null!;

    [SetUp]
    public async Task StartTheReceiver() => Receiver = await Receiver.Start();

    [TearDown]
    public async Task RemoveEveryWebhook()
    {
        foreach (var webhook in (await Service.Admin.GetAsync("/v1/webhooks").Body())["value"]!.AsArray()) await Service.Admin.DeleteAsync($"/v1/webhooks/{webhook!["id"]}");
        await Receiver.DisposeAsync();
    }

    /// <summary>Has the receiver told of events; gives the answer, with the id and the secret.</summary>
    internal async Task<(string Id, string Secret)> Tell(JsonArray? surveys = null, params string[] events)
    {
        var request = new JsonObject { ["name"] = "CRM", ["url"] = new Uri(Receiver.Address, "/hook?of=us").ToString(), ["events"] = new JsonArray([.. events.Select(e => (JsonNode)e)]) };
        if (surveys is not null) request["surveys"] = surveys;
        var made = await Service.Admin.Post("/v1/webhooks", request).Body(201);
        return ((string)made["id"]!, (string)made["secret"]!);
    }

    /// <summary>The messages for an address, the newest first.</summary>
    internal async Task<JsonArray> Messages(string id, string query = "") => (await Service.Admin.GetAsync($"/v1/webhooks/{id}/messages{query}").Body())["value"]!.AsArray();

    /// <summary>Waits until the newest message is in a state, after an attempt.</summary>
    internal async Task<JsonNode> Newest(string id, Func<JsonNode, bool> wanted)
    {
        JsonNode? last = null;
        for (var i = 0; i < 1_200; i++)
        {
            last = (await Messages(id)).FirstOrDefault();
            if (last is not null && wanted(last)) return last;
            await Task.Delay(50);
        }
        throw new AssertionException("The newest message is " + last?.ToJsonString());
    }

    internal Task<JsonNode> Settled(string id, string state) => Newest(id, m => (string?)m["state"] == state);

    /// <summary>Waits for the first attempt, which was not taken.</summary>
    internal Task<JsonNode> Refused(string id) => Newest(id, m => (int)m["attempts"]! == 1 && (string?)m["state"] == "waiting" && m["fault"] is not null);
}
