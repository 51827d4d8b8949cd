using System.Reflection;
using System.Text.Json;
using FluentValidation;
using FluentValidation.Validators;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Feedback.Api.Http.OpenApi;

/// <summary>Puts the rules of a type's validator into its schema: required, length, range, pattern, the names allowed. Rules under a condition are left to the texts.</summary>
internal sealed class RuleFilter : ISchemaFilter
{
    private static readonly Dictionary<Type, IEnumerable<IValidationRule>> Rules = FindValidators();

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties.Count: > 0 } shape || !Rules.TryGetValue(context.Type, out var rules)) return;
        foreach (var rule in rules.Where(r => !r.HasCondition && !r.HasAsyncCondition && r.PropertyName is not null))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(rule.PropertyName);
            if (!shape.Properties.TryGetValue(name, out var property)) continue;
            var isOfElements = rule.GetType().GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICollectionRule<,>));
            var target = isOfElements ? property.Items as OpenApiSchema : property as OpenApiSchema;
            foreach (var component in rule.Components.Where(c => !c.HasCondition && !c.HasAsyncCondition))
            {
                var isNeeded = component.Validator is INotNullValidator or INotEmptyValidator;
                if (isNeeded && !isOfElements)
                {
                    (shape.Required ??= new HashSet<string>()).Add(name);
                    shape.Properties[name] = ShapeFilter.NotNull(property);
                }
                if (target is not null) Write(component.Validator, target);
            }
        }
    }

    private static void Write(IPropertyValidator validator, OpenApiSchema schema)
    {
        switch (validator)
        {
            case INotEmptyValidator when schema.Type == JsonSchemaType.String:
                schema.MinLength = Math.Max(1, schema.MinLength ?? 0);
                break;
            case INotEmptyValidator when schema.Type == JsonSchemaType.Array:
                schema.MinItems = Math.Max(1, schema.MinItems ?? 0);
                break;
            case INotEmptyValidator when schema.Type == JsonSchemaType.Object:
                schema.MinProperties = Math.Max(1, schema.MinProperties ?? 0);
                break;
            case ILengthValidator length:
                if (length.Min > 0) schema.MinLength = length.Min;
                if (length.Max > 0) schema.MaxLength = length.Max;
                break;
            case IRegularExpressionValidator pattern:
                schema.Pattern = pattern.Expression;
                break;
            case IBetweenValidator range:
                schema.Minimum = Convert.ToString(range.From, System.Globalization.CultureInfo.InvariantCulture);
                schema.Maximum = Convert.ToString(range.To, System.Globalization.CultureInfo.InvariantCulture);
                break;
            case IOneOfValidator names:
                schema.Enum = [.. names.Names.Select(n => (System.Text.Json.Nodes.JsonNode)n)];
                break;
        }
    }

    /// <summary>Validators of requests have a static Instance; what else is validated, settings and files, is in no document.</summary>
    private static Dictionary<Type, IEnumerable<IValidationRule>> FindValidators() => typeof(RuleFilter).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false, BaseType.IsGenericType: true } && t.BaseType.GetGenericTypeDefinition() == typeof(AbstractValidator<>))
        .Select(t => (Type: t.BaseType!.GetGenericArguments()[0], Rules: Instance(t)))
        .Where(v => v.Rules is not null)
        .ToDictionary(v => v.Type, v => v.Rules!);

    private static IEnumerable<IValidationRule>? Instance(Type validator) =>
        validator.GetProperty("Instance", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)?.GetValue(null) as IEnumerable<IValidationRule>;
}
