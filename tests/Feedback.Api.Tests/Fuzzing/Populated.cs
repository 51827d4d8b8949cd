using System.Text.Json;
using System.Text.Json.Nodes;
using Feedback.Api.Tests.Contract;

namespace Feedback.Api.Tests.Fuzzing;

/// <summary>A service with something of every kind in it: what the examples make, a release of employees by unit, webhooks, a signed import, flags of both audiences.</summary>
internal static class Populated
{
    /// <summary>Fills the store, and learns words and bodies from what was sent and answered.</summary>
    public static async Task Fill(TestService service, Words words, IReadOnlyList<DescribedOperation> operations, Dictionary<string, List<byte[]>> bodies)
    {
        await ReleaseOfUnits(service);
        await RunTheExamples(service, words, operations, bodies);
        await Again(service);
    }

    /// <summary>What a round may have taken away is there again.</summary>
    public static async Task Again(TestService service)
    {
        foreach (var block in Examples.Blocks.Where(b => Examples.OperationOf(b) is "ReplaceUnits" or "PublishSurvey" or "PutInitiative" or "PutImport" or "ReopenSurvey" or "ReplaceOutcome"))
        {
            using var answer = (await new Examples(service.Nobody).Send(block)).Answer;
        }
        if ((await service.Admin.GetAsync("/v1/webhooks").Body())["value"]!.AsArray().Count < 3)
            await service.Admin.Post("/v1/webhooks", new JsonObject { ["name"] = "CRM", ["url"] = "https://hooks.example.org/x", ["events"] = new JsonArray("response.erased", "period.released") }).Body(201);
        await service.Admin.Put("/v1/surveys/airport/imports/typeform", new JsonObject { ["secret"] = "a-secret-of-the-other-product" });
        foreach (var audience in (string[])["customer", "employee"])
            await service.Admin.Post("/v1/feedback", new JsonObject { ["audience"] = audience, ["kind"] = "concern", ["text"] = "The door is too heavy.", ["about"] = new JsonObject { ["unit"] = "emea-sales" } });
    }

    private static async Task ReleaseOfUnits(TestService service)
    {
        await service.Admin.Put("/v1/units", JsonNode.Parse("""{"units":[{"code":"emea","name":"EMEA","headcount":12},{"code":"emea-sales","name":"Sales","parent":"emea","headcount":240}]}""")!);
        var survey = await service.PublishByCode(Some.EmployeeSurvey(), "trust-of-units");
        await service.StoreInvited(survey, Enumerable.Range(0, 40).Select(i =>
        {
            var response = Some.EmployeeResponse();
            response["answeredAt"] = $"2026-10-{i % 28 + 1:00}T12:00:00Z";
            response["about"] = new JsonObject { ["unit"] = i % 2 == 0 ? "emea" : "emea-sales", ["channel"] = i % 3 == 0 ? "web" : "paper" };
            response["answers"]!["why"] = "Long queues, friendly people, number " + i;
            return (JsonNode)response;
        }));
        await service.Store(await service.Publish(Some.CustomerSurvey(), "trust-of-customers"), Enumerable.Range(0, 40).Select(i =>
        {
            var response = Some.Response();
            response["answeredAt"] = $"2026-{i % 10 + 1:00}-03T12:00:00Z";
            response["answers"]!["nps"] = i % 11;
            return (JsonNode)response;
        }));
    }

    private static async Task RunTheExamples(TestService service, Words words, IReadOnlyList<DescribedOperation> operations, Dictionary<string, List<byte[]>> bodies)
    {
        var (examples, random) = (new Examples(service.Nobody), new Random(1));
        foreach (var block in Examples.Blocks)
        {
            var (request, body, answer, text) = await examples.Send(block);
            Assert.That(answer.IsSuccessStatusCode, $"{block}\n\n{text}");
            var operation = operations.First(o => o.Id == Examples.OperationOf(block));
            LearnAddress(words, operation, new Uri(service.Address, request.RequestUri!));
            if (body.Length > 0)
            {
                if (!bodies.TryGetValue(operation.Id, out var known)) bodies[operation.Id] = known = [];
                known.Add(body);
            }
            foreach (var json in (string?[])[System.Text.Encoding.UTF8.GetString(body), text]) Learn(words, operation, json, random);
        }
    }

    /// <summary>The values of the parameters, as the operation's path and the query have them.</summary>
    private static void LearnAddress(Words words, DescribedOperation operation, Uri address)
    {
        var (described, sent) = (operation.Path.Split('/'), address.AbsolutePath.Split('/'));
        for (var i = 0; i < Math.Min(described.Length, sent.Length); i++)
        {
            if (described[i] is not ['{', .. var name, '}']) continue;
            words.Add(name, Uri.UnescapeDataString(sent[i]));
            words.Add(string.Join('/', described[..(i + 1)]), Uri.UnescapeDataString(sent[i]));
        }
        foreach (var pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)))
        {
            if (pair[0] != "key") words.Add(pair[0], Uri.UnescapeDataString(pair[1]));
        }
    }

    private static void Learn(Words words, DescribedOperation operation, string? json, Random random)
    {
        try
        {
            if (!string.IsNullOrEmpty(json)) words.Learn(operation.Path, JsonNode.Parse(json), random);
        }
        catch (JsonException)
        {
            // A file, a form, a page.
        }
    }
}
