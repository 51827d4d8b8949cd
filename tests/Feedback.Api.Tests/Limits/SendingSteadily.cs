using System.Net.Sockets;
using System.Text;
using Feedback.Api.Catalogue;
using Feedback.Api.Http.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Limits;

/// <summary>A batch has its place for as long as it comes steadily.</summary>
[Category("Load")]
public sealed class SendingSteadily(string engine) : ServiceFixture(engine), IStartupFilter
{
    private const int Places = 2;

    private MinDataRate? _pace;
    private string _survey = "";

    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["Feedback:Limits:LongRequests"] = $"{Places}" };

    protected override void Configure(IServiceCollection services) => services.AddSingleton<IStartupFilter>(this);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) =>
        {
            context.Response.OnStarting(() =>
            {
                _pace = context.Features.Get<IHttpMinRequestBodyDataRateFeature>()!.MinDataRate;
                return Task.CompletedTask;
            });
            return following(context);
        });
        next(app);
    };

    [OneTimeSetUp]
    public async Task Publish() => _survey = await Service.Publish(Some.CustomerSurvey());

    [TestCase("/v1/surveys/{survey}/responses/batch", "application/x-ndjson", true)]
    [TestCase("/v1/imports/csv?survey={survey}", "text/csv", true)]
    [TestCase("/v1/surveys/{survey}/responses", "application/json", false)]
    public async Task What_holds_a_place_has_to_come_steadily(string path, string mediaType, bool isSteady)
    {
        (await Service.Ingest.PostAsync(path.Replace("{survey}", _survey, StringComparison.Ordinal), Wire.Text("{}", mediaType))).Dispose();
        Assert.That((_pace?.BytesPerSecond, _pace?.GracePeriod), Is.EqualTo(isSteady ? ((double?)SendingPace.LeastBytes, (TimeSpan?)SendingPace.Grace) : ((double?)ServerLimits.LeastBytesPerSecond, (TimeSpan?)ServerLimits.Grace)));
    }

    [Test]
    public async Task Slow_batches_give_their_places_to_others()
    {
        if (!Tried.IsAtLength) Assert.Ignore("It takes the time the limits are.");
        var request = $"POST {Asking.Responses(_survey)}/batch HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {await Service.MakeKey(KeyScope.Ingest)}\r\nContent-Type: application/x-ndjson\r\nContent-Length: 1000000\r\nExpect: 100-continue\r\n\r\n";
        using var end = new CancellationTokenSource();
        var slow = new List<Socket>();
        foreach (var _ in Enumerable.Range(0, Places))
        {
            slow.Add(await Flood.Connect(Service.Address));
            await slow[^1].SendAsync(Encoding.ASCII.GetBytes(request));
            Assert.That(await Flood.Read(slow[^1]), Is.EqualTo((int[])[100]), "It has its place, and is read.");
        }
        var dawdling = slow.Select(socket => Dawdle(socket, end.Token)).ToList();
        var answer = await Service.Ingest.PostAsync(Asking.Responses(_survey) + "/batch", Wire.Text(Some.Response().ToJsonString(), "application/x-ndjson")).Body(200);
        Assert.That((int)answer["stored"]!, Is.EqualTo(1));
        await Task.WhenAny(Task.WhenAll(dawdling), Task.Delay(TimeSpan.FromSeconds(60)));
        Assert.That(dawdling.All(d => d.IsCompleted), "They are let go of.");
        await end.CancelAsync();
        slow.ForEach(socket => socket.Dispose());
        Tried.Line($"Batches that send 500 bytes a second, in all {Places} places", $"{Places}", "let go of in time; a batch that waited for a place was stored");
    }

    /// <summary>Sends what the server itself takes as a pace, until the connection ends.</summary>
    private static async Task Dawdle(Socket socket, CancellationToken end)
    {
        try
        {
            while (!end.IsCancellationRequested)
            {
                await socket.SendAsync(new byte[500]);
                await Task.Delay(TimeSpan.FromSeconds(1), end);
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
        }
    }
}
