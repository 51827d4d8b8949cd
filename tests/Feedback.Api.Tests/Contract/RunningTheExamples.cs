using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Contract;

/// <summary><c>openapi/feedback.http</c> is what newcomers try first: every operation is in it, and every request of it succeeds.</summary>
public sealed class RunningTheExamples(string engine) : ServiceFixture(engine)
{
    [Test]
    public async Task Every_operation_has_an_example()
    {
        var document = JsonNode.Parse(await OpenApiDocument.Text())!;
        var operations = document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Select(o => (string)o.Value!["operationId"]!);
        var shown = Examples.Blocks.Select(Examples.OperationOf).ToHashSet();
        Assert.That(operations.Where(o => !shown.Contains(o)), Is.Empty, "Add these to openapi/feedback.http, each under a line `### operationId`.");
    }

    [Test]
    public async Task Every_example_succeeds()
    {
        var examples = new Examples(Service.Nobody);
        foreach (var block in Examples.Blocks)
        {
            var (_, _, answer, text) = await examples.Send(block);
            Assert.That(answer.IsSuccessStatusCode, $"{block}\n\n{text}");
        }
        await EveryActHasALine();
    }

    /// <summary>All of them were done with the admin's key.</summary>
    private async Task EveryActHasALine()
    {
        var document = JsonNode.Parse(await OpenApiDocument.Text())!;
        var acts = document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Where(o => (string?)o.Value!["description"] == "Scope: admin." && o.Key != "get").Select(o => (string)o.Value!["operationId"]!);
        var lines = (await Service.Admin.GetAsync("/v1/audit?limit=1000").Body())["value"]!.AsArray();
        Assert.That(acts.Except(lines.Where(l => (string?)l!["status"] == "done").Select(l => (string)l!["operation"]!)), Is.Empty);
    }
}
