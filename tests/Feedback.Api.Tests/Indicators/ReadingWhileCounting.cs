namespace Feedback.Api.Tests.Indicators;

/// <summary>A read sees every response whose 201 came before it, whatever is folded meanwhile.</summary>
public sealed class ReadingWhileCounting(string engine) : ServiceFixture(engine)
{
    private const int Least = 10;

    [Test]
    public async Task A_read_right_after_the_answer_sees_the_response()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        for (var i = 1; i <= 60; i++)
        {
            var response = Some.Response();
            response["about"]!["channel"] = "channel-" + i % 7;
            await Service.Submit(survey, response).Body(201);
            Assert.That((int?)(await Service.Row($"recommend?survey={survey}"))["n"], Is.EqualTo(i < Least ? null : i));
        }
    }

    [Test]
    public async Task Counts_only_grow_and_end_at_what_was_acknowledged()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var acknowledged = 0;
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            var last = 0;
            while (!stop.IsCancellationRequested)
            {
                var atLeast = Volatile.Read(ref acknowledged);
                var n = (int?)(await Service.Row($"recommend?survey={survey}"))["n"] ?? 0;
                Assert.That(n, Is.GreaterThanOrEqualTo(atLeast < Least ? 0 : atLeast).And.GreaterThanOrEqualTo(last));
                last = n;
            }
        })).ToList();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < 60; i++)
            {
                var response = Some.Response();
                response["answeredAt"] = $"2026-{1 + i % 10:D2}-{1 + w:D2}T10:00:00Z";
                await Service.Submit(survey, response).Body(201);
                Interlocked.Increment(ref acknowledged);
                // Now and then nothing waits for long enough that the writer folds.
                if (i % 20 == 19) await Task.Delay(600);
            }
        })));
        await stop.CancelAsync();
        await Task.WhenAll(readers);
        Assert.That((int?)(await Service.Row($"recommend?survey={survey}"))["n"], Is.EqualTo(acknowledged));
        await Service.Folded();
        Assert.That((int?)(await Service.Row($"recommend?survey={survey}"))["n"], Is.EqualTo(acknowledged));
    }

    [Test]
    public async Task Figures_are_the_same_before_and_after_folding_and_a_restart()
    {
        await Service.Admin.Put("/v1/units", Visit.Units).Body();
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(survey, Visit.Some(300, seed: 9).Select(v => v.ToJson()));
        string[] queries = ["recommend?by=channel", "recommend?interval=month&by=unit", "recommend?interval=week&weighted=true", "item?item=clean&from=2025-11-11&to=2026-04-04", "item?item=used"];
        var fresh = await Answers();
        await Service.Folded();
        Assert.That(await Answers(), Is.EqualTo(fresh));
        await Service.Restart();
        Assert.That(await Answers(), Is.EqualTo(fresh));

        async Task<string[]> Answers()
        {
            var answers = new List<string>();
            foreach (var query in queries) answers.Add(string.Join('\n', (await Service.Rows($"{query}&survey={survey}")).Select(r => r.ToJsonString())));
            return [.. answers];
        }
    }
}
