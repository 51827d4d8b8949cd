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
    }
}
