using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Feedback.Api.Http.OpenApi;

/// <summary>On the wire the members of this property stand beside those of its type.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlattenedAttribute : Attribute;

/// <summary>What a type says of its shape: which members may be null, that an answer always has every member, and that the code of a problem is one of a closed list.</summary>
internal sealed class ShapeFilter : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { Count: > 0 } properties } shape) return;
        var nullability = new NullabilityInfoContext();
        foreach (var member in context.Type.GetProperties())
        {
            if (!properties.TryGetValue(NameOf(member), out var property)) continue;
            properties[NameOf(member)] = nullability.Create(member).ReadState == NullabilityState.Nullable && !IsLeftOut(member) ? OrNull(property) : NotNull(property);
        }
        if (IsAnswer(context.Type)) shape.Required = properties.Keys.Except(context.Type.GetProperties().Where(IsLeftOut).Select(NameOf)).ToHashSet();
        foreach (var member in context.Type.GetProperties().Where(p => p.IsDefined(typeof(FlattenedAttribute)))) Flatten(shape, member, context.SchemaRepository);
        if (typeof(ProblemBody).IsAssignableFrom(context.Type) && properties["code"] is OpenApiSchema code) code.Enum = [.. ProblemCodes.All.Select(c => (JsonNode)c)];
    }

    /// <summary>The same schema, without null.</summary>
    public static IOpenApiSchema NotNull(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema own) return schema;
        own.Type &= ~JsonSchemaType.Null;
        if (own.OneOf is not { } choices) return own;
        own.OneOf = [.. choices.Where(c => c.Type != JsonSchemaType.Null)];
        return own.OneOf is [OpenApiSchemaReference only] ? only : own;
    }

    private static IOpenApiSchema OrNull(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchemaReference) return new OpenApiSchema { OneOf = [schema, new OpenApiSchema { Type = JsonSchemaType.Null }] };
        if (schema is OpenApiSchema { Type: not null } own) own.Type |= JsonSchemaType.Null;
        return schema;
    }

    private static string NameOf(PropertyInfo member) => member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(member.Name);

    /// <summary>Whether a null is left out instead of written.</summary>
    private static bool IsLeftOut(PropertyInfo member) => member.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Answers are positional records, requests have settable members.</summary>
    private static bool IsAnswer(Type type) => type.GetConstructors() is [var constructor, ..] && constructor.GetParameters().Length > 0
        && !type.Name.Contains("Request", StringComparison.Ordinal);

    private static void Flatten(OpenApiSchema shape, PropertyInfo member, SchemaRepository repository)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(member.Name);
        shape.Properties!.Remove(name);
        shape.Required?.Remove(name);
        var inner = repository.Schemas[member.PropertyType.Name];
        foreach (var (innerName, property) in inner.Properties!) shape.Properties.TryAdd(innerName, property);
        shape.Required?.UnionWith(inner.Required ?? new HashSet<string>());
    }
}
