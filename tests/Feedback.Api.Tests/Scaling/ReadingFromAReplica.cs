using System.Globalization;
using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Replica;
using Feedback.Api.Tests.Periods;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Feedback.Api.Tests.Scaling;

/// <summary>Figures, comments and exports come from a read replica, with the time up to which they have everything; and from the store itself where the replica is no help.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class ReadingFromAReplica(string engine)
{
    private TestService _service = null!;
    private Copy _copy = null!;

    [OneTimeSetUp]
    public async Task StartWithAReplica()
    {
        var store = new TestStore(engine);
        _copy = new Copy(store);
        _service = await TestService.Start(store, _copy.Settings, _copy.Configure);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _service.DisposeAsync();
        await _copy.DisposeAsync();
    }

    [Test]
    public async Task A_read_shows_what_has_arrived_and_says_up_to_when()
    {
        var survey = await _service.Publish(Some.CustomerSurvey());
        await _service.Store(survey, Responses(12));
        var at = await Follow();
        await _service.Store(survey, Responses(5));
        _service.Clock.Advance(TimeSpan.FromSeconds(5));
        var (count, asOf, header) = await Recommend(survey);
        Assert.That(count, Is.EqualTo(_copy.Lags ? 12 : 17));
        Assert.That(header, Is.GreaterThanOrEqualTo(at));
        if (_copy.Lags) Assert.That((asOf, header), Is.EqualTo((at, at)));
        await Follow();
        Assert.That((await Recommend(survey)).Count, Is.EqualTo(17));
    }

    [Test]
    public async Task Counts_in_memory_are_those_of_the_replica_through_every_folding()
    {
        var survey = await _service.Publish(Some.CustomerSurvey());
        for (var round = 1; round <= 4; round++)
        {
            await _service.Store(survey, Responses(12));
            // Folded there and here, folded there alone, and not folded at all.
            if (round % 2 == 1) await _service.Folded();
            await Follow();
            if (round == 2) await _service.Folded();
            Assert.That((await Recommend(survey)).Count, Is.EqualTo(12 * round), $"round {round}");
            // The store itself holds counts of its own, which went further.
            await using var session = await _service.Services.GetRequiredService<Database>().Read();
            Assert.That(session.Database.Folded, Is.Not.SameAs(_service.Services.GetRequiredService<ReplicaStore>().Database!.Folded));
        }
    }

    [Test]
    public async Task A_survey_is_known_there_once_it_has_arrived_and_here_at_once()
    {
        await Follow();
        var survey = await _service.Publish(Some.CustomerSurvey());
        await _service.Read.GetAsync($"/v1/surveys/{survey}").Body();
        if (_copy.Lags) await _service.Read.GetAsync($"/v1/indicators/recommend?survey={survey}").Problem(404, "unknown_survey");
        await Follow();
        await _service.Read.GetAsync($"/v1/indicators/recommend?survey={survey}").Body();
    }

    [Test]
    public async Task A_period_is_released_there_once_its_release_has_arrived()
    {
        await _service.Admin.Put("/v1/units", Pulse.Units(("north", null), ("south", null))).Body();
        var survey = await _service.Publish(Pulse.Survey());
        await _service.StoreInvited(survey, [.. Pulse.People(40, "2026-03", "north"), .. Pulse.People(40, "2026-03", "south")]);
        await Follow();
        await _service.Release("2026-03");
        var question = $"/v1/indicators/trust?audience=employee&survey={survey}&period=2026-03&by=unit";
        if (_copy.Lags) await _service.Read.GetAsync(question).Problem(404, "period_not_released");
        await Follow();
        var rows = (await _service.Read.GetAsync(question).Body())["value"]!.AsArray();
        Assert.That(rows.Select(r => (string?)r!["status"]), Is.EqualTo(new[] { "released", "released" }));
    }

    [Test]
    public async Task A_key_that_was_revoked_reads_nowhere_and_a_new_one_at_once()
    {
        var question = $"/v1/indicators/recommend?survey={await _service.Publish(Some.CustomerSurvey())}";
        var made = await _service.Admin.Post("/v1/keys", new JsonObject { ["name"] = Some.Key(), ["scope"] = "read" }).Body(201);
        await Follow();
        var client = _service.Client((string)made["key"]!);
        await client.GetAsync(question).Body();
        Assert.That((await _service.Admin.DeleteAsync($"/v1/keys/{made["id"]}")).IsSuccessStatusCode);
        await client.GetAsync(question).Problem(401, "unauthorized");
        var late = _service.Client(await _service.MakeKey(KeyScope.Read));
        await late.GetAsync(question).Body();
    }

    [Test]
    public async Task Everything_that_only_reads_figures_comments_and_answers_comes_from_there()
    {
        var survey = await _service.Publish(Some.CustomerSurvey());
        await _service.Store(survey, Responses(12));
        await Follow();
        foreach (var path in (string[])[$"/v1/indicators/recommend?survey={survey}", $"/v1/items?survey={survey}", $"/v1/topics?survey={survey}", "/v1/topics/words?audience=customer&period=2026-11", $"/v1/comments?audience=customer&survey={survey}",
            $"/v1/surveys/{survey}/responses", "/v1/early-warnings", "/v1/committee/2026-11", "/odata/Figures?$top=1", "/odata/Units/$count"])
        {
            using var answer = await _service.Admin.GetAsync(path);
            Assert.That(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
            Assert.That(AsOf(answer), Is.Not.Null, path);
        }
        foreach (var path in (string[])[$"/v1/surveys/{survey}", "/v1/surveys", "/v1/periods", "/v1/units", "/v1/keys"])
            Assert.That(AsOf(await _service.Admin.GetAsync(path)), Is.Null, $"{path} is read where it was written");
    }

    [Test]
    public async Task A_replica_that_fell_behind_is_not_read_until_it_has_caught_up()
    {
        if (!_copy.Lags) Assert.Ignore("One database is both here, and never behind.");
        var survey = await _service.Publish(Some.CustomerSurvey());
        await Follow();
        await _service.Store(survey, Responses(11));
        _service.Clock.Advance(ReadReplica.LongestLag + TimeSpan.FromSeconds(1));
        var (count, _, header) = await Recommend(survey);
        Assert.That((count, header), Is.EqualTo((11, (DateTimeOffset?)null)));
        Assert.That((string?)(await Health())["state"], Is.EqualTo("behind"));
        await Follow();
        Assert.That((await Recommend(survey)).Header, Is.Not.Null);
        Assert.That((string?)(await Health())["state"], Is.EqualTo("current"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_read_that_the_replica_breaks_off_is_answered_by_the_store_itself(bool isAskedAgain)
    {
        if (!_copy.Lags) Assert.Ignore("One database is both here, and breaks as one.");
        var store = new TestStore(engine);
        await using var copy = new Copy(store);
        var (isBroken, breaks) = (false, 0);
        await using var replica = new WatchedDatabase(new SqliteDatabase($"Data Source={copy.File}"))
        {
            BeforeFresh = () =>
            {
                if (!isBroken) return;
                breaks++;
                throw new SqliteException("disk I/O error", 10);
            },
        };
        // The service itself asks a server's reads again; a file's are asked again by whoever asked.
        var again = isAskedAgain ? new Retry(new(2, TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1)), e => e is SqliteException) : null;
        await using var service = await TestService.Start(store, services: services =>
        {
            copy.Configure(services);
            services.RemoveAll<ReplicaStore>().AddSingleton(_ => new ReplicaStore(replica));
            services.AddSingleton<Database>(_ => new WatchedDatabase(new SqliteDatabase($"Data Source={Path.Combine(store.Folder, "feedback.db")}")) { Again = again });
        });
        var survey = await service.Publish(Some.CustomerSurvey());
        await service.Store(survey, Responses(12));
        async Task<(int, bool)> Ask()
        {
            using var answer = await service.Read.GetAsync($"/v1/indicators/recommend?survey={survey}");
            return ((int)(await answer.Body())["value"]![0]!["n"]!, AsOf(answer) is not null);
        }

        var (count, isOfReplica) = (0, false);
        for (var i = 0; i < 100 && !isOfReplica; i++)
        {
            service.Clock.Advance(ReadReplica.Pause + TimeSpan.FromSeconds(1));
            await service.Services.GetRequiredService<Heartbeat>().Beat();
            await copy.Follow();
            (count, isOfReplica) = await Ask();
        }
        Assert.That((count, isOfReplica), Is.EqualTo((12, true)));
        await service.Store(survey, Responses(1));
        isBroken = true;
        if (!isAskedAgain) await service.Read.GetAsync($"/v1/indicators/recommend?survey={survey}").Problem(503, "store_unavailable");
        Assert.That((await Ask(), await Ask()), Is.EqualTo(((13, false), (13, false))));
        Assert.That(breaks, Is.EqualTo(1), "It is left alone.");
    }

    [Test]
    public async Task Without_the_replica_reads_come_from_the_store_itself()
    {
        await using var service = await TestService.Start(engine, services: services =>
            services.AddSingleton(_ => new ReplicaStore(new SqliteDatabase($"Data Source={Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "none.db")}"))));
        var survey = await service.Publish(Some.CustomerSurvey());
        await service.Store(survey, Responses(12));
        using var answer = await service.Read.GetAsync($"/v1/indicators/recommend?survey={survey}");
        Assert.That((int)(await answer.Body())["value"]![0]!["n"]!, Is.EqualTo(12));
        Assert.That(AsOf(answer), Is.Null);
        var health = (await service.Nobody.GetAsync("/health/ready").Body())["replica"]!;
        Assert.That(((string?)health["state"], (double?)health["lagSeconds"]), Is.EqualTo(("away", (double?)null)));
    }

    /// <summary>Brings the copy to where the store is, and the clock past the time for which one that had not answered is left alone; gives the time of the beat.</summary>
    private async Task<DateTimeOffset> Follow()
    {
        _service.Clock.Advance(ReadReplica.Pause + TimeSpan.FromSeconds(1));
        var at = _service.Clock.Now;
        await _service.Services.GetRequiredService<Heartbeat>().Beat();
        await _copy.Follow();
        return at;
    }

    private async Task<(int Count, DateTimeOffset AsOf, DateTimeOffset? Header)> Recommend(string survey)
    {
        using var answer = await _service.Read.GetAsync($"/v1/indicators/recommend?survey={survey}");
        var body = await answer.Body();
        return ((int)body["value"]![0]!["n"]!, (DateTimeOffset)body["asOf"]!, AsOf(answer));
    }

    private async Task<JsonNode> Health() => (await _service.Nobody.GetAsync("/health/ready").Body())["replica"]!;

    private static DateTimeOffset? AsOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues(ReplicaReads.AsOfHeader, out var values) ? DateTimeOffset.Parse(values.Single(), CultureInfo.InvariantCulture) : null;

    private static IEnumerable<JsonObject> Responses(int count) => Enumerable.Range(0, count).Select(_ => Some.Response());
}
