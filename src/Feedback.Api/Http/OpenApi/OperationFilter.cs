using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Feedback.Api.Catalogue;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Feedback.Api.Http.OpenApi;

/// <summary>What an operation's class says of itself: the summary, the query parameters, the scopes, the examples.</summary>
internal sealed class OperationFilter : IOperationFilter
{
    private static readonly Dictionary<string, string> Summaries = ReadSummaries();

    private static readonly (string Type, string Description)[] Tables =
    [
        ("text/csv", "A line for the columns, then one an entry; without limit all there is. A text that a spreadsheet would run as a formula has an apostrophe in front."),
        ("application/x-ndjson", "One entry a line, as they are in value; without limit all there is."),
    ];

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        operation.Summary ??= Summaries.GetValueOrDefault("T:" + ClassOf(context.MethodInfo)?.FullName?.Replace('+', '.'));
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? []) parameter.Description ??= ParameterTexts.OfPath(parameter.Name!, operation.OperationId);
        foreach (var name in metadata.OfType<KnownParameters>().SelectMany(k => k.Names)) (operation.Parameters ??= []).Add(ParameterTexts.OfQuery(name, operation.OperationId));
        if (metadata.OfType<RequiredScope>().FirstOrDefault() is { } required) Secure(operation, required, context.Document);
        foreach (var content in operation.Responses?.Values.Select(r => r.Content).OfType<IDictionary<string, IOpenApiMediaType>>() ?? []) DescribeTables(content);
        if (context.ApiDescription is { HttpMethod: "GET", RelativePath: { } path } && path.StartsWith("v1/", StringComparison.Ordinal)) operation.Responses?.TryAdd("304", new OpenApiResponse { Description = "Not Modified" });
        foreach (var other in metadata.OfType<OtherAnswer>()) Add(operation, other);
        foreach (var example in metadata.OfType<OperationExample>()) Show(operation, example);
    }

    /// <summary>What is no JSON document is a text.</summary>
    private static void DescribeTables(IDictionary<string, IOpenApiMediaType> content)
    {
        foreach (var (type, description) in Tables)
        {
            if (content.TryGetValue(type, out var media) && media is OpenApiMediaType table) table.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = description };
        }
    }

    private static void Add(OpenApiOperation operation, OtherAnswer other)
    {
        if (operation.Responses?["200"].Content?["application/json"] is not OpenApiMediaType { Schema: { } usual } media) return;
        media.Schema = new OpenApiSchema { AnyOf = [usual, new OpenApiSchema { Type = JsonSchemaType.Object, Description = other.Description }] };
    }

    private static void Secure(OpenApiOperation operation, RequiredScope required, Microsoft.OpenApi.OpenApiDocument document)
    {
        var scopes = required.Scopes.Append(KeyScope.Admin).Distinct().Select(s => s.ToString().ToLowerInvariant());
        operation.Description = $"Scope: {string.Join(" or ", scopes)}.";
        string[] schemes = required.Scopes.Contains(KeyScope.Ingest)
            ? [OpenApiSetup.Bearer, OpenApiSetup.Header, OpenApiSetup.Basic, OpenApiSetup.Query]
            : [OpenApiSetup.Bearer, OpenApiSetup.Header, OpenApiSetup.Basic];
        if (required.Scopes.Any(s => s != KeyScope.Ingest)) schemes = [.. schemes, OpenApiSetup.Token];
        operation.Security = [.. schemes.Select(s => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(s, document)] = [] })];
    }

    private static void Show(OpenApiOperation operation, OperationExample example)
    {
        var content = example.Status is not { } status ? operation.RequestBody?.Content
            : operation.Responses?.TryGetValue(status.ToString(CultureInfo.InvariantCulture), out var response) == true ? response.Content : null;
        if (content?.TryGetValue("application/json", out var media) == true && media is OpenApiMediaType json) json.Example = JsonNode.Parse(example.Json);
    }

    /// <summary>A handler is a method of the class, or a lambda in one the compiler made within it.</summary>
    private static Type? ClassOf(MethodInfo? method)
    {
        var type = method?.DeclaringType;
        while (type is not null && !typeof(IEndpoint).IsAssignableFrom(type)) type = type.DeclaringType;
        return type;
    }

    private static Dictionary<string, string> ReadSummaries()
    {
        var file = Path.ChangeExtension(typeof(OperationFilter).Assembly.Location, ".xml");
        return XDocument.Load(file).Descendants("member")
            .Where(m => m.Element("summary") is not null)
            .ToDictionary(m => m.Attribute("name")!.Value, m => string.Join(' ', m.Element("summary")!.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }
}
