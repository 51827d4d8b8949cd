using System.Data;
using Feedback.Api.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.OData;

/// <summary>Nobody who reads slowly, or no more, holds a snapshot of the store for long.</summary>
public sealed class LettingGoOfReaders(string engine) : FeedFixture(engine), IStartupFilter
{
    private MinDataRate? _pace;
    private ConnectionState? _snapshot;

    protected override void Configure(IServiceCollection services)
    {
        base.Configure(services);
        services.AddSingleton<IStartupFilter>(this);
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) =>
        {
            context.Response.OnStarting(() =>
            {
                _pace = context.Features.Get<IHttpMinResponseDataRateFeature>()!.MinDataRate;
                _snapshot = Invented.Session?.Connection.State;
                return Task.CompletedTask;
            });
            return following(context);
        });
        next(app);
    };

    [TestCase("")]
    [TestCase("?$orderby=text&$count=true")]
    [TestCase("('k''000003')")]
    [TestCase("('nothing')")]
    public async Task The_snapshot_is_left_before_a_page_goes_out(string path)
    {
        _snapshot = null;
        await (await Ask(InventedRows.SetName + path, "*/*")).Content.ReadAsStringAsync();
        Assert.That(_snapshot, Is.EqualTo(ConnectionState.Closed));
    }

    [TestCase("/odata/Invented?$format=csv", true)]
    [TestCase("/odata/Invented?$format=ndjson", true)]
    [TestCase("/odata/Invented", false)]
    [TestCase("/v1/surveys/{survey}/responses", true)]
    [TestCase("/v1/audit?format=csv", true)]
    [TestCase("/v1/audit", false)]
    public async Task An_export_has_to_be_read_steadily(string path, bool isSteady)
    {
        using var answer = await Service.Admin.GetAsync(path.Replace("{survey}", CustomerSurvey, StringComparison.Ordinal));
        if (path.StartsWith("/odata", StringComparison.Ordinal)) (await Ask(path[7..])).Dispose();
        else Assert.That((int)answer.StatusCode, Is.EqualTo(200), await answer.Content.ReadAsStringAsync());
        Assert.That((_pace!.BytesPerSecond == ReadingPace.LeastBytes, _pace.GracePeriod == ReadingPace.Grace), Is.EqualTo((isSteady, isSteady)));
    }
}
