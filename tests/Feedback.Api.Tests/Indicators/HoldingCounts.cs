using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Indicators;

/// <summary>Folded counts that are held in memory are what the session's own snapshot of the tables holds, whatever happens meanwhile.</summary>
public sealed class HoldingCounts(string engine) : ServiceFixture(engine)
{
    private static readonly string[] Asked =
    [
        "recommend?by=channel", "recommend?interval=month&by=unit", "recommend?interval=week&weighted=true", "recommend?interval=quarter&where=unit:emea", "recommend?interval=year&by=boardingArea&includeTest=true",
        "item?item=clean&from=2025-11-11&to=2026-04-04", "item?item=clean&interval=month&from=2025-11-11", "item?item=used&weighted=true", "journey-pass", "consistency?over=touchpoint,channel,time",
    ];

    private Database Database => Service.Services.GetRequiredService<Database>();

    [Test]
    public async Task Figures_are_those_of_the_engine_at_every_step()
    {
        var (survey, random, living) = (await Publish(), new Random(3), new List<string>());
        for (var step = 0; step < 12; step++)
        {
            if (step is 3 or 8)
            {
                foreach (var id in living.Take(25)) Assert.That((await Service.Ingest.DeleteAsync($"/v1/responses/{id}")).IsSuccessStatusCode);
                living.RemoveRange(0, 25);
            }
            else if (step == 6)
            {
                await Service.Restart();
            }
            else
            {
                living.AddRange(await Post(survey, random.Next(20, 120), step));
            }
            if (random.Next(3) > 0) await Fold(Database);
            var held = await Answers(survey);
            Assert.That(Database.Folded.Size, Is.Positive);
            Database.Folded.Budget = 0;
            Assert.That(await Answers(survey), Is.EqualTo(held), $"step {step}");
            Database.Folded.Budget = 1_000_000;
        }
    }

    [Test]
    public async Task A_store_with_more_counts_than_there_is_room_for_has_the_same_figures()
    {
        var survey = await Publish();
        await Post(survey, 400, 17);
        await Fold(Database);
        var all = await Answers(survey);
        await using var other = OtherProcess();
        foreach (var budget in (int[])[1, 900, 3_000])
        {
            other.Folded.Budget = budget;
            for (var again = 0; again < 2; again++)
            {
                await AssertSame(other, survey);
                Assert.That(other.Folded.Size, Is.LessThanOrEqualTo(budget));
            }
        }
        Assert.That(other.Folded.Size, Is.Positive);
        Assert.That(await Answers(survey), Is.EqualTo(all));
    }

    [Test]
    public async Task Another_process_sees_every_folding()
    {
        var survey = await Publish();
        await using var other = OtherProcess();
        for (var i = 0; i < 25; i++)
        {
            await Post(survey, 15, i);
            await Fold(i % 2 == 0 ? other : Database);
            // Counts of responses are ahead of those of items then, which follow later.
            if (i % 3 == 1) Assert.That(await Responses(other, survey), Is.EqualTo(15 * (i + 1)));
            else await AssertSame(other, survey);
            if (i % 3 == 0) await AssertSame(Database, survey);
        }
        Assert.That(other.Folded.Size, Is.Positive);
    }

    [Test]
    public async Task A_snapshot_that_is_older_than_what_is_held_stays_as_it_is([Values] bool isHeldSinceTheFirst)
    {
        var survey = await Publish();
        await using var other = OtherProcess();
        var snapshots = new List<(Session Session, long Responses)>();
        for (var i = 1; i <= 14; i++)
        {
            await Post(survey, 10, i);
            await Fold(Database);
            var session = await other.Read();
            await CatchUp(session);
            snapshots.Add((session, i * 10));
        }
        // Held since the first, the others lie within changes that were read at once; held since the last, they are older than all of it.
        List<(Session Session, long Responses)> order = isHeldSinceTheFirst ? [snapshots[0], snapshots[^1], .. snapshots] : [.. snapshots.AsEnumerable().Reverse(), .. snapshots];
        foreach (var (session, responses) in order)
        {
            Assert.That(await CountedInSession.Responses(session, Catalogue, Survey(survey)), Is.EqualTo(responses));
            await CountedInSession.AssertSame(session, Catalogue, Survey(survey));
        }
        foreach (var (session, _) in snapshots) await session.DisposeAsync();
    }

    [Test]
    public async Task Who_missed_changes_that_are_gone_reads_all_again()
    {
        var survey = await Publish();
        await using var other = OtherProcess();
        await Post(survey, 30, 1);
        await Fold(Database);
        await AssertSame(other, survey);
        for (var i = 2; i < 5; i++)
        {
            await Post(survey, 30, i);
            await Fold(Database);
        }
        await Service.InSession(session => session.Run(Queries.RemoveChanges, new { Kept = 1 }));
        Assert.That(await Service.Number("select count(*) from tally_change"), Is.EqualTo(1));
        await AssertSame(other, survey);
        await Post(survey, 5, 9);
        await Fold(Database);
        await AssertSame(other, survey);
    }

    [Test]
    public async Task Reads_are_exact_while_others_post_erase_and_fold()
    {
        var survey = await Publish();
        await using var other = OtherProcess();
        using var stop = new CancellationTokenSource();
        var readers = ((Database[])[Database, Database, other]).Select(database => Task.Run(async () =>
        {
            var reads = 0;
            for (; !stop.IsCancellationRequested || reads == 0; reads++) await AssertSame(database, survey);
            return reads;
        })).ToList();
        var folding = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await Fold(other);
                await Task.Yield();
            }
        });
        await Task.WhenAll(Enumerable.Range(0, 3).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < 12; i++)
            {
                var ids = await Post(survey, 12, 100 * w + i);
                await Service.Ingest.DeleteAsync($"/v1/responses/{ids[0]}");
            }
        })));
        await stop.CancelAsync();
        await folding;
        Assert.That(await Task.WhenAll(readers), Has.All.Positive);
        await AssertSame(other, survey);
        Assert.That(await Service.ResponsesCounted(survey), Is.EqualTo(3 * 12 * 11));
    }

    private CatalogueSnapshot Catalogue => Service.Services.GetRequiredService<CatalogueCache>().Current;

    private Survey Survey(string key) => Catalogue.Survey(key)!;

    private async Task<string> Publish()
    {
        await Service.Admin.Put("/v1/units", Visit.Units).Body();
        return await Service.Publish(Some.CustomerSurvey());
    }

    private async Task<List<string>> Post(string survey, int count, int seed)
    {
        var responses = Visit.Some(count, seed).Select(v => v.ToJson()).ToList();
        await Service.Store(survey, responses);
        return [.. responses.Select(r => (string)r["id"]!)];
    }

    private async Task<string[]> Answers(string survey)
    {
        var answers = new List<string>();
        foreach (var query in Asked) answers.Add(string.Join('\n', (await Service.Rows($"{query}{(query.Contains('?') ? '&' : '?')}survey={survey}")).Select(r => r.ToJsonString())));
        return [.. answers];
    }

    private async Task<long> Responses(Database database, string survey)
    {
        await using var session = await database.Read();
        return await CountedInSession.Responses(session, Catalogue, Survey(survey));
    }

    private async Task AssertSame(Database database, string survey)
    {
        await using var session = await database.Read();
        await CatchUp(session);
        await CountedInSession.AssertSame(session, Catalogue, Survey(survey));
    }

    /// <summary>The snapshot is taken by the first read.</summary>
    private static Task CatchUp(Session session) => new Cohorts().CatchUp(session);

    /// <summary>Folds all that is there, unless another does just now.</summary>
    private static Task Fold(Database database) => Task.Run(() =>
    {
        using var store = database.OpenResponseStore(new Cohorts());
        while (store.Fold(store.FoldSize, TimeProvider.System) > 0) { }
    });

    /// <summary>The same store as another process has it open.</summary>
    private Database OtherProcess() => Feedback.Api.Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(Service.Store.Settings).Build()).OpenDatabase();
}
