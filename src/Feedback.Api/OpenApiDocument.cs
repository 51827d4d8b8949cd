using Feedback.Api.Http.OpenApi;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace Feedback.Api;

/// <summary>The OpenAPI document as a text, without a store and without listening: what is committed as <c>openapi/feedback.v1.json</c>.</summary>
public static class OpenApiDocument
{
    /// <summary>The document, JSON with line feeds, ending in one.</summary>
    public static async Task<string> Text(CancellationToken cancellation = default)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        // No setting of this machine is to change the document.
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders();
        await using var app = Service.Build(builder);
        // Tells the routes to the services that describe them, as a start would.
        app.UseEndpoints(_ => { });
        var document = await app.Services.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync(OpenApiSetup.DocumentName);
        var text = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellation);
        return text.ReplaceLineEndings("\n").TrimEnd() + "\n";
    }
}
