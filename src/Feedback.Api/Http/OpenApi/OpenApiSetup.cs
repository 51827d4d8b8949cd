using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Feedback.Api.Http.OpenApi;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c> and a page to try it at <c>/swagger</c>; both without a key.</summary>
public static class OpenApiSetup
{
    public const string DocumentName = "v1";

    /// <summary>How a key can be sent.</summary>
    public const string Bearer = "bearer", Header = "header", Basic = "basic", Query = "query", Token = "token";

    private const string Description =
        """
        Feedback collects what employees and customers say and answers with figures that carry their intervals. Figures of employees come from audited releases of closed periods alone.
        A query parameter or body field that is not in this document is refused. Every refusal is a problem (RFC 9457) whose code is one of a closed list.
        """;

    public static void AddOpenApi(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSingleton<ISerializerDataContractResolver>(new JsonSerializerDataContractResolver(Json.Options));
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(DocumentName, new OpenApiInfo { Title = "Feedback", Version = DocumentName, Description = Description.ReplaceLineEndings(" "), License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" } });
            options.SupportNonNullableReferenceTypes();
            options.CustomSchemaIds(NameOf);
            options.IncludeXmlComments(typeof(OpenApiSetup).Assembly);
            options.MapType<LocalizedText>(() => Either("A text, or one text a language.", Text(), new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = Text() }));
            options.MapType<DimensionDefinition>(() => Either("A dimension by its name, or with more about it.", Text(), Dimension()));
            options.MapType<JsonNode>(() => new OpenApiSchema
            {
                Description = "A number (rating), an option's code or codes (choice), a text; null for shown and skipped.",
                Type = JsonSchemaType.Null | JsonSchemaType.Integer | JsonSchemaType.String | JsonSchemaType.Array,
                Items = Text(),
            });
            options.AddSecurityDefinition(Bearer, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "Authorization: Bearer KEY" });
            options.AddSecurityDefinition(Header, new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-Api-Key", Description = "X-Api-Key: KEY" });
            options.AddSecurityDefinition(Basic, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "basic", Description = "The key as the password, any user name: what Power BI, Excel and Tableau can send." });
            options.AddSecurityDefinition(Query, new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Query, Name = "key", Description = "Ingest operations alone, because a beacon cannot set headers." });
            options.AddSecurityDefinition(Token, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "Authorization: Bearer TOKEN, where the service is set up with an OpenID Connect issuer; never for operations that bring answers in." });
            options.SchemaFilter<ShapeFilter>();
            options.SchemaFilter<RuleFilter>();
            options.OperationFilter<OperationFilter>();
        });
    }

    public static void UseOpenApi(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments("/openapi") || context.Request.Path.StartsWithSegments("/swagger"),
        documents =>
        {
            documents.UseSwagger(options =>
            {
                options.RouteTemplate = "openapi/{documentName}.json";
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            });
            documents.UseSwaggerUI(options =>
            {
                options.RoutePrefix = "swagger";
                options.DocumentTitle = "Feedback";
                options.SwaggerEndpoint($"../openapi/{DocumentName}.json", "Feedback");
            });
        });

    /// <summary>An operation's own Request and Response go by its name; a generic type by what it holds.</summary>
    private static string NameOf(Type type)
    {
        if (type.IsGenericType) return type.Name[..type.Name.IndexOf('`')] + "Of" + string.Concat(type.GetGenericArguments().Select(NameOf));
        return type.DeclaringType is { } operation && type.Name is "Request" or "Response" or "Entry" or "Rejection" ? type.DeclaringType!.Name + type.Name : type.Name;
    }

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema Either(string description, params IOpenApiSchema[] schemas) => new() { Description = description, OneOf = [.. schemas] };

    private static OpenApiSchema Dimension() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["name"] = Text(),
            ["values"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text(), Description = "The only values it takes; without it values are learned." },
            ["aliases"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text(), Description = "Names under which other products know it." },
        },
        Required = new HashSet<string> { "name" },
        AdditionalPropertiesAllowed = false,
    };
}
