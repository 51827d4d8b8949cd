using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Demo;
using Feedback.Indicators;
using Feedback.Samples.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Feedback.Browser.Tests.Widget;

/// <summary>The real sample site on a port of its own, beside a service that asks the surveys of the demo: two origins, as in real life.</summary>
internal sealed class SamplePages : IAsyncDisposable
{
    private static readonly Lazy<Task<SamplePages>> Made = new(Start);

    private readonly WebApplication _site, _others;
    private readonly ConcurrentDictionary<string, (string Html, string Policy)> _pages;

    private SamplePages(TestService service, WebApplication site, WebApplication others, ConcurrentDictionary<string, (string Html, string Policy)> pages) =>
        (Service, _site, _others, _pages) = (service, site, others, pages);

    /// <summary>Those that all tests share: each asks a survey of its own.</summary>
    public static Task<SamplePages> Shared => Made.Value;

    public TestService Service { get; }

    /// <summary>Where the sample pages are.</summary>
    public required Uri Address { get; init; }

    /// <summary>Where pages of a test's own are.</summary>
    public required Uri Others { get; init; }

    public required string ShopKey { get; init; }

    public required string IntranetKey { get; init; }

    /// <summary>Serves a page of a test's own.</summary>
    /// <returns>Its address.</returns>
    public Uri Serve(string html, string policy)
    {
        var name = $"page-{_pages.Count + 1}-{Guid.NewGuid():N}";
        _pages[name] = (html, policy);
        return new Uri(Others, name);
    }

    /// <summary>An address that nothing listens at yet.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }

    private static async Task<SamplePages> Start()
    {
        var service = await TestService.Start("sqlite");
        // The pages tell the day they are answered on.
        service.Clock.Now = DateTimeOffset.UtcNow;
        await service.InSession(session => DemoCatalogue.Write(session, new DemoOptions(), Days.Date(Days.Number(DateOnly.FromDateTime(service.Clock.Now.UtcDateTime))), service.Clock));
        var (address, others) = (FreeAddress(), FreeAddress());
        string[] origins = [Origin(address), Origin(others)];
        var (shop, intranet) = (await service.MakeKey(KeyScope.Ingest, Audience.Customer, origins: origins), await service.MakeKey(KeyScope.Ingest, Audience.Employee, origins: origins));
        var pages = new ConcurrentDictionary<string, (string Html, string Policy)>();
        return new SamplePages(service, await Serve(address, service.Address, shop, intranet), await Serve(others, pages), pages) { Address = address, Others = others, ShopKey = shop, IntranetKey = intranet };
    }

    private static async Task<WebApplication> Serve(Uri address, ConcurrentDictionary<string, (string Html, string Policy)> pages)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address.ToString());
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/{name}", (string name, HttpResponse response) =>
        {
            if (!pages.TryGetValue(name, out var page)) return Results.NotFound();
            response.Headers.ContentSecurityPolicy = page.Policy;
            return Results.Text(page.Html, "text/html", System.Text.Encoding.UTF8);
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>Serves the sample pages at an address.</summary>
    public static async Task<WebApplication> Serve(Uri address, Uri service, string shopKey, string intranetKey)
    {
        var site = SampleSite.Build([$"--urls={address}", $"--service={service}", $"--shop-key={shopKey}", $"--intranet-key={intranetKey}", "--Logging:LogLevel:Default=Warning"]);
        await site.StartAsync();
        return site;
    }

    public static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);

    /// <summary>A single-use invitation code for the employees' pulse.</summary>
    public async Task<string> Code() =>
        (string)(await Service.Admin.Post($"/v1/surveys/{DemoSurveys.Employees}/codes", new JsonObject { ["count"] = 1 }).Body(201))["codes"]![0]!;

    /// <summary>The customers' answers to a survey as an operator exports them.</summary>
    public async Task<JsonNode[]> Exported(string survey)
    {
        var lines = await Service.Admin.GetStringAsync($"/v1/surveys/{survey}/responses?format=ndjson");
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];
    }

    /// <summary>Stops those that tests shared, if any did.</summary>
    public static async Task StopShared()
    {
        if (Made.IsValueCreated && Made.Value.IsCompletedSuccessfully) await (await Made.Value).DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _others.DisposeAsync();
        await Service.DisposeAsync();
    }
}
