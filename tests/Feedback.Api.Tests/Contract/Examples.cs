using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Feedback.Api.Tests.Contract;

/// <summary>The requests of <c>openapi/feedback.http</c>, which may name values of answers that came before them.</summary>
internal sealed partial class Examples(HttpClient client)
{
    private readonly Dictionary<string, JsonNode> _named = [];

    /// <summary>Every example, beginning with the operation's id.</summary>
    public static IReadOnlyList<string> Blocks { get; } =
        [.. File.ReadAllText(Repository.Path("openapi", "feedback.http")).ReplaceLineEndings("\n").Split("\n### ").Skip(1)];

    /// <summary>The id of the operation that an example shows.</summary>
    public static string OperationOf(string block) => block.Split([' ', '\n'])[0];

    /// <summary>Sends an example, again while the release that it waits for is not out; gives what was sent and what came.</summary>
    public async Task<(HttpRequestMessage Request, byte[] Body, HttpResponseMessage Answer, string Text)> Send(string block)
    {
        var sent = await Once(block);
        // A release takes a moment; who tries the examples by hand asks again.
        for (var i = 0; i < 1_200 && sent.Text.Contains("period_not_released", StringComparison.Ordinal); i++)
        {
            await Task.Delay(50);
            sent = await Once(block);
        }
        if (sent.Answer.IsSuccessStatusCode && NamePattern().Match(block) is { Success: true } name) _named[name.Groups[1].Value] = JsonNode.Parse(sent.Text)!;
        return sent;
    }

    private async Task<(HttpRequestMessage Request, byte[] Body, HttpResponseMessage Answer, string Text)> Once(string block)
    {
        var request = Parse(block);
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync();
        var answer = await client.SendAsync(request);
        return (request, body, answer, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What lies at a path such as <c>value[0].key</c>.</summary>
    private static JsonNode? Member(JsonNode body, string path) => path.Split('.', '[').Aggregate((JsonNode?)body, (node, part) => part.EndsWith(']') ? node![int.Parse(part[..^1])] : node![part]);

    private HttpRequestMessage Parse(string block)
    {
        var filled = VariablePattern().Replace(block, match => match.Groups[1].Value switch
        {
            "host" => "",
            "key" => TestService.AdminKey,
            var path when path.Split(".response.body.$.") is [var name, var member] => (string)Member(_named[name], member)!,
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
