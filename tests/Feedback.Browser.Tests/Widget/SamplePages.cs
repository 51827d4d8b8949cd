using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Demo;
using Feedback.Indicators;
using Feedback.Samples.Site;
using Microsoft.AspNetCore.Builder;

namespace Feedback.Browser.Tests.Widget;

/// <summary>The real sample site on a port of its own, beside a service that asks the surveys of the demo: two origins, as in real life.</summary>
internal sealed class SamplePages : IAsyncDisposable
{
    private readonly WebApplication _site;

    private SamplePages(TestService service, WebApplication site, Uri address, string shopKey, string intranetKey) =>
        (Service, _site, Address, ShopKey, IntranetKey) = (service, site, address, shopKey, intranetKey);

    public TestService Service { get; }

    /// <summary>Where the sample pages are.</summary>
    public Uri Address { get; }

    public string ShopKey { get; }

    public string IntranetKey { get; }

    /// <summary>An address that nothing listens at yet.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }

    public static async Task<SamplePages> Start()
    {
        var service = await TestService.Start("sqlite");
        // The pages tell the day they are answered on.
        service.Clock.Now = DateTimeOffset.UtcNow;
        await service.InSession(session => DemoCatalogue.Write(session, new DemoOptions(), Days.Date(Days.Number(DateOnly.FromDateTime(service.Clock.Now.UtcDateTime))), service.Clock));
        var address = FreeAddress();
        var (shop, intranet) = (await service.MakeKey(KeyScope.Ingest, Audience.Customer, origins: Origin(address)), await service.MakeKey(KeyScope.Ingest, Audience.Employee, origins: Origin(address)));
        var site = await Serve(address, service.Address, shop, intranet);
        return new SamplePages(service, site, address, shop, intranet);
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
    public async Task<JsonArray> Exported(string survey) =>
        (await Service.Admin.GetAsync($"/v1/surveys/{survey}/responses?includeTest=true").Body())["value"]!.AsArray();

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await Service.DisposeAsync();
    }
}
