using System.Text.Json.Nodes;

namespace Feedback.Api.Tests;

/// <summary>What tests of employees' figures do before they ask: let invited people answer, and release the period.</summary>
internal static class Releasing
{
    /// <summary>Publishes a survey whose answers come by invitation code, so that more than the top of its organisation can be released.</summary>
    public static Task<string> PublishByCode(this TestService service, JsonObject definition, string? key = null)
    {
        definition["access"] = "code";
        return service.Publish(definition, key);
    }

    /// <summary>Stores responses to a survey with invitation codes, each under one of its own.</summary>
    public static async Task StoreInvited(this TestService service, string survey, IEnumerable<JsonNode> responses)
    {
        var all = responses.ToList();
        var made = await service.Admin.Post($"/v1/surveys/{survey}/codes", new JsonObject { ["count"] = all.Count }).Body(201);
        foreach (var (response, code) in all.Zip(made["codes"]!.AsArray())) response["code"] = (string)code!;
        await service.Store(survey, all);
    }

    /// <summary>Releases a period and waits until it is out; gives the period.</summary>
    public static async Task<JsonNode> Release(this TestService service, string period)
    {
        var answer = await service.Admin.PostAsync($"/v1/periods/{period}/release", null);
        Assert.That((int)answer.StatusCode, Is.AnyOf(200, 202), await answer.Content.ReadAsStringAsync());
        return await service.Released(period);
    }

    /// <summary>Waits until a period that was closed is out; gives the period.</summary>
    public static async Task<JsonNode> Released(this TestService service, string period)
    {
        for (var i = 0; i < 1_200; i++)
        {
            var read = await service.Read.GetAsync($"/v1/periods/{period}").Body();
            if (read["releases"]!.AsArray().All(r => (string?)r!["state"] is "released" or "merged")) return read;
            await Task.Delay(50);
        }
        throw new AssertionException("The period was not released within a minute.");
    }
}
