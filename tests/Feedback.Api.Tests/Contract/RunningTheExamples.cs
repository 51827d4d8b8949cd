using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Feedback.Api.Tests.Contract;

/// <summary><c>openapi/feedback.http</c> is what newcomers try first: every operation is in it, and every request of it succeeds.</summary>
public sealed partial class RunningTheExamples(string engine) : ServiceFixture(engine)
{
    private static string[] Blocks() =>
        [.. File.ReadAllText(Repository.Path("openapi", "feedback.http")).ReplaceLineEndings("\n").Split("\n### ").Skip(1)];

    [Test]
    public async Task Every_operation_has_an_example()
    {
        var document = JsonNode.Parse(await OpenApiDocument.Text())!;
        var operations = document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Select(o => (string)o.Value!["operationId"]!);
        var shown = Blocks().Select(b => b.Split([' ', '\n'])[0]).ToHashSet();
        Assert.That(operations.Where(o => !shown.Contains(o)), Is.Empty, "Add these to openapi/feedback.http, each under a line `### operationId`.");
    }

    [Test]
    public async Task Every_example_succeeds()
    {
        var named = new Dictionary<string, JsonNode>();
        foreach (var block in Blocks())
        {
            var (answer, text) = await Send(block, named);
            // A release takes a moment; who tries the examples by hand asks again.
            for (var i = 0; i < 400 && text.Contains("period_not_released"); i++)
            {
                await Task.Delay(50);
                (answer, text) = await Send(block, named);
            }
            Assert.That(answer.IsSuccessStatusCode, $"{block}\n\n{text}");
            if (NamePattern().Match(block) is { Success: true } name) named[name.Groups[1].Value] = JsonNode.Parse(text)!;
        }
    }

    private async Task<(HttpResponseMessage Answer, string Text)> Send(string block, Dictionary<string, JsonNode> named)
    {
        var answer = await Service.Nobody.SendAsync(Parse(block, named));
        return (answer, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What lies at a path such as <c>value[0].key</c>.</summary>
    private static JsonNode? Member(JsonNode body, string path) => path.Split('.', '[').Aggregate((JsonNode?)body, (node, part) => part.EndsWith(']') ? node![int.Parse(part[..^1])] : node![part]);

    private static HttpRequestMessage Parse(string block, Dictionary<string, JsonNode> named)
    {
        var filled = VariablePattern().Replace(block, match => match.Groups[1].Value switch
        {
            "host" => "",
            "key" => TestService.AdminKey,
            var path when path.Split(".response.body.$.") is [var name, var member] => (string)Member(named[name], member)!,
            var unknown => throw new InvalidOperationException($"There is no variable {unknown}."),
        });
        var parts = filled.Split("\n\n", 2);
        var lines = parts[0].Split('\n').Skip(1).Where(l => !l.StartsWith('#')).ToArray();
        var start = lines[0].Split(' ', 2);
        var request = new HttpRequestMessage(new HttpMethod(start[0]), start[1]);
        if (parts.Length > 1 && parts[1].Length > 0) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(parts[1].TrimEnd()));
        foreach (var header in lines.Skip(1).Where(l => l.Length > 0).Select(l => l.Split(": ", 2)))
        {
            if (!request.Headers.TryAddWithoutValidation(header[0], header[1])) request.Content!.Headers.TryAddWithoutValidation(header[0], header[1]);
        }
        return request;
    }

    [GeneratedRegex(@"\{\{([^}]+)\}\}")]
    private static partial Regex VariablePattern();

    [GeneratedRegex(@"^# @name (\w+)$", RegexOptions.Multiline)]
    private static partial Regex NamePattern();
}
