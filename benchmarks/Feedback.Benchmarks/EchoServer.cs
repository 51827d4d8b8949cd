using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Feedback.Benchmarks;

/// <summary>The ceiling: Kestrel takes a JSON POST, parses it and answers as many bytes as the service would.</summary>
public static class EchoServer
{
    public static async Task Run(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add(url);
        app.MapPost("/echo", async (HttpContext context) =>
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body);
            var body = System.Text.Encoding.ASCII.GetBytes($$"""{"id":"{{Guid.CreateVersion7()}}","status":"stored"}""");
            context.Response.StatusCode = 201;
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body);
            GC.KeepAlive(document);
        });
        await app.RunAsync();
    }
}
