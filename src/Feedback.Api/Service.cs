using Feedback.Api.Audit;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Features.Running;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Api.Http.Intake;
using Feedback.Api.Http.Limits;
using Feedback.Api.Http.Lists;
using Feedback.Api.Http.OpenApi;
using Feedback.Api.Http.SignOn;
using Feedback.Api.Ingest;
using Feedback.Api.OData;
using Feedback.Api.Releases;
using Feedback.Api.Replica;
using Feedback.Api.Retention;
using Feedback.Api.Telemetry;
using Feedback.Api.Texts;
using Feedback.Api.Webhooks;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Feedback.Api;

/// <summary>Puts the service together: what there is, and what a request passes on its way.</summary>
public static class Service
{
    /// <summary>The largest body of any operation (a batch), in bytes, before and after decompression.</summary>
    public const long LargestBody = 64L << 20;

    /// <param name="builder">With the configuration to run under.</param>
    /// <param name="time">Another clock than the system's; tests move theirs.</param>
    public static WebApplication Build(WebApplicationBuilder builder, TimeProvider? time = null)
    {
        var settings = Settings.Read(builder.Configuration);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            ServerLimits.Set(kestrel.Limits, settings.Limits);
        });
        builder.WebHost.UseSockets(ServerLimits.Set);
        // It writes whole addresses: filters, references, and the key of a beacon. While anybody listens to it every request gets an activity, which
        // the service makes itself where one is needed: RequestTrace.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // It writes the origins that callers name.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Cors", LogLevel.Warning);
        // What is wrong with a token is told to nobody, and every wrong one would be a line.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Authentication", LogLevel.Warning);
        builder.AddTelemetry(settings.Telemetry);
        AddStore(builder.Services, settings, time ?? TimeProvider.System);
        AddHttp(builder.Services, settings, time ?? TimeProvider.System);
        var app = builder.Build();
        app.UseTrustedProxies(settings.Limits);
        app.UseSafeHeaders();
        app.UseFeedHeaders();
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => Bare(context.HttpContext));
        app.UseResponseCompression();
        app.UseOpenApi();
        app.UseReportPage();
        app.UseRouting();
        app.UseCors();
        if (settings.Telemetry.IsOn) app.UseMiddleware<TracedRequests>();
        app.UseMiddleware<AuditTrail>();
        app.UseMiddleware<AdminTrail>();
        app.UseMiddleware<KeyGate>();
        app.UseMiddleware<RequestLimits>();
        // Around the replica: what is asked again takes another snapshot, of whichever store answers then.
        app.UseMiddleware<RepeatedReads>();
        app.UseMiddleware<ReplicaReads>();
        app.UseEntityTags();
        app.UseKnownEncodings();
        app.MapFeedback();
        return app;
    }

    /// <summary>The service without HTTP: the store, its writer and the catalogue, for verbs that fill the store.</summary>
    /// <remarks>Run <see cref="Startup"/> before the host is started.</remarks>
    internal static IHost BuildStore(HostApplicationBuilder builder)
    {
        AddStore(builder.Services, Settings.Read(builder.Configuration), TimeProvider.System);
        return builder.Build();
    }

    private static void AddStore(IServiceCollection services, Settings settings, TimeProvider time)
    {
        services.AddSingleton(settings);
        services.AddSingleton(time);
        services.TryAddSingleton(_ => settings.OpenDatabase());
        services.TryAddSingleton(_ => new ReplicaStore(settings.OpenReplica()));
        services.AddSingleton<CatalogueCache>();
        services.AddSingleton<Cohorts>();
        services.AddSingleton<SecretHolder>();
        services.AddSingleton(provider => new Seal(provider.GetRequiredService<SecretHolder>().Value));
        services.AddSingleton(provider => new OrganisationClock(provider.GetRequiredService<TimeProvider>(), settings.Zone()));
        services.AddSingleton<CommentReaders>();
        services.TryAddSingleton(_ => new Inbox(settings.Limits.Waiting, (long)settings.Limits.WaitingMegabytes << 20));
        services.AddSingleton<Writer>();
        services.AddHostedService(provider => provider.GetRequiredService<Writer>());
        services.AddSingleton<FrozenReleases>();
        services.AddSingleton<Startup>();
        services.AddSingleton<Stopping>();
        services.Configure<HostOptions>(options => options.ShutdownTimeout = Stopping.ForRequests);
    }

    private static void AddHttp(IServiceCollection services, Settings settings, TimeProvider time)
    {
        services.AddSingleton(settings.Limits);
        services.AddSingleton<RequestRates>();
        services.AddSingleton<BodyRoom>();
        services.AddSingleton(new AdminKey(settings.AdminKey));
        services.AddSignOn(settings.Oidc, time);
        services.AddSingleton<ResponseIntake>();
        services.AddSingleton<Receipts>();
        services.AddSingleton<FlagThreads>();
        services.AddSingleton<RaisedFlags>();
        services.AddSingleton<ReadReplica>();
        services.AddSingleton<Heartbeat>();
        services.AddHostedService(provider => provider.GetRequiredService<Heartbeat>());
        services.AddSingleton<ComputedRows>();
        services.AddHostedService(provider => provider.GetRequiredService<ComputedRows>());
        services.AddSingleton<Expiry>();
        services.AddHostedService(provider => provider.GetRequiredService<Expiry>());
        services.AddSingleton<Rereading>();
        services.AddHostedService(provider => provider.GetRequiredService<Rereading>());
        services.AddSingleton<Purging>();
        services.AddHostedService(provider => provider.GetRequiredService<Purging>());
        services.AddSingleton<Listing>();
        services.AddHostedService(provider => provider.GetRequiredService<Listing>());
        services.AddSingleton<Readiness>();
        services.AddHostedService<ClockWatch>();
        services.AddSingleton<ReleaseRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<ReleaseRunner>());
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<Rounds>();
        services.AddHostedService<Courier>();
        services.AddSingleton<WarningWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<WarningWatch>());
        services.AddSingleton<ReleaseSchedule>();
        services.AddHostedService(provider => provider.GetRequiredService<ReleaseSchedule>());
        services.TryAddSingleton(_ => new Ledger());
        services.AddSingleton<DailyAlert>();
        services.AddHostedService<LedgerWriter>();
        services.TryAddSingleton(_ => ReportPage.Embedded());
        services.AddOpenApi();
        services.AddCors();
        services.AddSafeHeaders();
        services.AddTransient<ICorsPolicyProvider, CrossOrigin>();
        services.AddExceptionHandler<Errors>();
        services.AddRequestDecompression();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, .. ListFormats.MediaTypes];
        });
        services.TryAddSingleton(_ => new Feed(FeedSets.All));
        services.AddSingleton<FeedReader>();
        services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
    }

    /// <summary>Gives a body to answers that the server itself refused.</summary>
    private static Task Bare(HttpContext context) => (context.Response.StatusCode switch
    {
        404 => Problem.NotFound(ProblemCodes.NotFound, "There is nothing at this address."),
        405 => new Problem(405, ProblemCodes.MethodNotAllowed, "The address does not take this method."),
        413 => Body.TooLarge(LargestBody),
        415 => Body.UnsupportedMediaType("another media type"),
        var status => new Problem(status, status >= 500 ? ProblemCodes.InternalError : ProblemCodes.InvalidRequest, "The request was refused."),
    }).ExecuteAsync(context);
}
