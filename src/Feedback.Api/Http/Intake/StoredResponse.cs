using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Feedback.Api.Http.Intake;

/// <summary>The answer to a stored response, written without a serializer: it is the hottest answer there is.</summary>
internal sealed class StoredResponse(Guid id, int status, string what) : IResult
{
    /// <summary>Whether the id was known and its response taken back before, so that nothing was stored.</summary>
    public bool IsErased => what == "erased";

    /// <summary>The same answer, which tells what of the response was left out.</summary>
    public StoredResponse Telling(IReadOnlyCollection<string> ignored) => new(id, status, what) { Ignored = ignored };

    private IReadOnlyCollection<string> Ignored { get; init; } = [];

    public async Task ExecuteAsync(HttpContext context)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        var left = Ignored.Count == 0 ? "" : $",\"ignored\":{JsonSerializer.Serialize(Ignored)}";
        var body = Encoding.ASCII.GetBytes($$"""{"id":"{{id}}","status":"{{what}}"{{left}}}""");
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}

/// <summary>What became of a response.</summary>
/// <param name="Id">The response's id: the receipt with which it can be erased.</param>
/// <param name="Status"><c>stored</c>, <c>already_stored</c> or <c>erased</c>.</param>
/// <param name="Ignored">With format=surveyjs: answers that were left out, because their questions have no counterpart here; missing where there are none.</param>
public sealed record ResponseReceipt(Guid Id, string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Ignored = null);
