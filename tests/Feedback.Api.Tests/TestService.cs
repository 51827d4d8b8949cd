using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Feedback.Api.Tests;

/// <summary>The real service on a port of its own, with clients that hold a key of each scope.</summary>
internal sealed class TestService : IAsyncDisposable
{
    public const string AdminKey = "the-admin-key-of-the-tests-0123456789";

    private readonly TestStore _store;
    private readonly IReadOnlyDictionary<string, string?> _settings;
    private readonly Dictionary<KeyScope, string> _keys = [];
    private readonly List<HttpClient> _clients = [];
    private Action<IServiceCollection>? _configure;
    private WebApplication? _app;

    private TestService(TestStore store, IReadOnlyDictionary<string, string?> settings) => (_store, _settings) = (store, settings);

    public TestClock Clock { get; } = new();

    public TestLog Log { get; } = new();

    public TestStore Store => _store;

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    public HttpClient Admin { get; private set; } = null!;
    public HttpClient Ingest { get; private set; } = null!;
    public HttpClient Read { get; private set; } = null!;

    /// <summary>Sends no key.</summary>
    public HttpClient Nobody { get; private set; } = null!;

    public static Task<TestService> Start(string engine, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null) =>
        Start(new TestStore(engine), settings, services);

    /// <summary>Starts on a store that a test has made, and takes it over.</summary>
    public static async Task<TestService> Start(TestStore store, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null)
    {
        var service = new TestService(store, settings ?? new Dictionary<string, string?>()) { _configure = services };
        await service.Run();
        return service;
    }

    /// <summary>Stops the service and starts it again on the same store.</summary>
    public async Task Restart()
    {
        await Stop();
        await Run();
    }

    /// <summary>A client with a key of the test's own, or without.</summary>
    public HttpClient Client(string? key = null, HttpMessageHandler? handler = null)
    {
        var client = new HttpClient(handler ?? new HttpClientHandler()) { BaseAddress = Address };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        _clients.Add(client);
        return client;
    }

    /// <summary>Makes a key and gives its plain text.</summary>
    public async Task<string> MakeKey(KeyScope scope, Feedback.Indicators.Audience? audience = null, DateTimeOffset? expiresAt = null, params string[] origins)
    {
        var key = await Admin.Post("/v1/keys", new JsonObject
        {
            ["name"] = Some.Key(),
            ["scope"] = scope.ToString().ToLowerInvariant(),
            ["audience"] = audience?.ToString().ToLowerInvariant(),
            ["origins"] = new JsonArray([.. origins.Select(o => (JsonNode)o)]),
            ["expiresAt"] = expiresAt,
        }).Body(201);
        return (string)key["key"]!;
    }

    /// <summary>Publishes a survey and gives its key.</summary>
    public async Task<string> Publish(JsonObject definition, string? key = null)
    {
        key ??= Some.Key();
        var answer = await Admin.Put($"/v1/surveys/{key}", definition);
        Assert.That(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return key;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await _store.DisposeAsync();
    }

    /// <summary>Does in one transaction what no operation of the service does.</summary>
    public async Task InSession(Func<Session, Task> work, bool refreshes = true)
    {
        await using (var session = await Services.GetRequiredService<Database>().Write())
        {
            await work(session);
            await session.Commit();
        }
        if (refreshes) await Services.GetRequiredService<CatalogueCache>().Refresh();
    }

    /// <summary>Starts it on its store; it is started when it is made.</summary>
    public async Task Run()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(_store.Settings);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["urls"] = "http://127.0.0.1:0", ["Feedback:AdminKey"] = AdminKey });
        builder.Configuration.AddInMemoryCollection(_settings);
        builder.Logging.ClearProviders().AddProvider(Log);
        _configure?.Invoke(builder.Services);
        _app = Feedback.Api.Service.Build(builder, Clock);
        await _app.Services.GetRequiredService<Startup>().Run();
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        (Admin, Nobody) = (Client(AdminKey), Client());
        Ingest = Client(_keys[KeyScope.Ingest] = _keys.GetValueOrDefault(KeyScope.Ingest) ?? await MakeKey(KeyScope.Ingest));
        Read = Client(_keys[KeyScope.Read] = _keys.GetValueOrDefault(KeyScope.Read) ?? await MakeKey(KeyScope.Read));
    }

    /// <summary>Stops it; the store stays.</summary>
    public async Task Stop()
    {
        foreach (var client in _clients) client.Dispose();
        _clients.Clear();
        if (_app is null) return;
        await _app.StopAsync();
        await _app.DisposeAsync();
        _app = null;
    }
}
