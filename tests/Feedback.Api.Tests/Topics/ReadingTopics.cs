using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Topics;

/// <summary>Customers' topics: shares of those who wrote, live, cut like any figure.</summary>
public sealed class ReadingTopics(string engine) : ServiceFixture(engine)
{
    [Test]
    public async Task A_topic_is_counted_by_people_among_those_who_wrote()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(survey, [.. Mentions.Customers(15, "2026-05-04", "I waited in the queue, waited and waited."), .. Mentions.Customers(25, "2026-05-05", "Very friendly and helpful staff."),
            .. Mentions.Customers(8, "2026-05-05", "Fees are too high."), Silent("2026-05-06")]);
        var rows = await Service.Topics($"survey={survey}");
        Assert.That(rows.Released(), Is.EqualTo(new[] { "empathy", "waiting" }));
        var waiting = rows.Single(r => (string)r["topic"]! == "waiting");
        Assert.That((waiting.Number("people"), waiting.Number("n"), waiting.Number("share")), Is.EqualTo((15d, 48d, 31.25)));
        Assert.That((string)waiting["title"]!, Is.EqualTo("Waiting"));
        var price = rows.Single(r => (string)r["topic"]! == "price");
        Assert.That(price.AsObject().Where(f => f.Key is "people" or "share" or "low" or "high" or "n" or "sentiment" or "keyness" or "new").Select(f => f.Value), Is.All.Null);
    }

    [Test]
    public async Task Sentiment_is_told_per_question_and_of_english_alone()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(survey, [.. Mentions.Customers(12, "2026-05-04", "Terrible, I hated waiting in that awful queue."), .. Mentions.Customers(4, "2026-05-04", "Great, no queue at all, I loved it!"),
            .. Mentions.Customers(10, "2026-05-04", "Wir mussten leider sehr lange in der Schlange am Schalter warten.", language: "de")]);
        var waiting = await Service.Topic($"survey={survey}", "waiting");
        Assert.That((waiting.Number("people"), waiting.Number("sentiment"), waiting.Number("negative")), Is.EqualTo((26d, -50d, 75d)));
        // Unprompted feedback is another question.
        Assert.That((await Service.Topic("audience=customer", "waiting"))["sentiment"], Is.Null);
    }

    [Test]
    public async Task New_is_what_the_period_before_did_not_have()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(survey, [.. Mentions.Customers(50, "2026-03-10", "Very friendly."), .. Mentions.Customers(30, "2026-04-10", "Very friendly."), .. Mentions.Customers(20, "2026-04-11", "The queue was long.")]);
        var april = await Service.Topic($"survey={survey}&period=2026-04", "waiting");
        Assert.That((bool)april["new"]!, Is.True);
        Assert.That(april.Number("keyness"), Is.GreaterThan(10));
        Assert.That(april.Number("pAdjusted"), Is.LessThan(.001));
        var friendly = await Service.Topic($"survey={survey}&from=2026-04-01&to=2026-05-01", "empathy");
        Assert.That((bool)friendly["new"]!, Is.False);
        var series = await Service.Topics($"survey={survey}&interval=month&topic=waiting&from=2026-04-01&to=2026-06-01");
        Assert.That(series.Select(r => ((string)r["from"]!, (bool?)r["new"])), Is.EqualTo(new[] { ("2026-04-01", true), ("2026-05-01", (bool?)null) }));
        Assert.That((await Service.Topic($"survey={survey}", "waiting"))["new"], Is.Null);
    }

    [Test]
    public async Task How_sure_it_is_does_not_tell_how_few_mentioned_it_before()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(survey, [.. Mentions.Customers(50, "2026-03-10", "Very friendly."), .. Mentions.Customers(9, "2026-03-11", "The queue was long."),
            .. Mentions.Customers(50, "2026-04-10", "Very friendly."), .. Mentions.Customers(80, "2026-04-11", "The queue was long."), .. Mentions.Customers(10, "2026-05-11", "The queue was long.")]);
        var waiting = await Service.Topic($"survey={survey}&period=2026-04", "waiting");
        Assert.That((bool)waiting["new"]!, Is.True);
        Assert.That(Sureness(waiting), Is.All.Null);
        Assert.That(Sureness(await Service.Topic($"survey={survey}&period=2026-04", "empathy")), Is.All.Not.Null);
        Assert.That(Sureness(await Service.Topic($"survey={survey}&period=2026-05", "waiting")), Is.All.Not.Null);
        Assert.That((await Service.Topics($"survey={survey}&from=2026-04-01&to=2026-05-01&interval=month&topic=waiting")).SelectMany(Sureness), Is.All.Null);

        static IEnumerable<JsonNode?> Sureness(JsonNode row) => ((string[])["keyness", "logRatio", "p", "pAdjusted"]).Select(c => row[c]);
    }

    [Test]
    public async Task It_is_cut_by_dimensions_and_days_and_erased_with_its_response()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var web = Mentions.Customers(12, "2026-05-04", "Slow, I had to wait.", "web").ToList();
        await Service.Store(survey, [.. web, .. Mentions.Customers(11, "2026-05-20", "Slow, I had to wait.", "phone")]);
        Assert.That((await Service.Topics($"survey={survey}&by=channel&topic=waiting")).Select(r => ((string)r["channel"]!, r.Number("people"))), Is.EqualTo(new[] { ("phone", 11d), ("web", 12d) }));
        Assert.That((await Service.Topic($"survey={survey}&where=channel:web", "waiting")).Number("people"), Is.EqualTo(12));
        Assert.That((await Service.Topic($"survey={survey}&from=2026-05-10", "waiting")).Number("people"), Is.EqualTo(11));
        foreach (var response in web.Take(2)) await Service.Ingest.DeleteAsync($"/v1/responses/{response["id"]}");
        Assert.That((await Service.Topic($"survey={survey}&where=channel:web", "waiting")).Number("people"), Is.EqualTo(10));
        await Service.Ingest.DeleteAsync($"/v1/responses/{web[2]["id"]}");
        Assert.That((await Service.Topic($"survey={survey}&where=channel:web", "waiting")).Status(), Is.EqualTo("withheld"));
    }

    [Test]
    public async Task Several_texts_of_one_person_count_once_and_one_question_can_be_asked_for()
    {
        var definition = Some.CustomerSurvey();
        definition["items"]!.AsArray().Add(new JsonObject { ["code"] = "better", ["kind"] = "text", ["text"] = "What could be better?" });
        var survey = await Service.Publish(definition);
        await Service.Store(survey, Mentions.Customers(14, "2026-05-04", "Great, and I loved that there was no queue!").Select(r =>
        {
            r["answers"]!["better"] = "The awful queue on Mondays is terrible.";
            return r;
        }));
        var all = await Service.Topic($"survey={survey}", "waiting");
        Assert.That((all.Number("people"), all.Number("n"), all["sentiment"]), Is.EqualTo((14d, 14d, (JsonNode?)null)));
        Assert.That((await Service.Topic($"survey={survey}&item=why", "waiting")).Number("sentiment"), Is.EqualTo(100));
        Assert.That((await Service.Topic($"survey={survey}&item=better", "waiting")).Number("sentiment"), Is.EqualTo(-100));
        await Service.Read.GetAsync($"/v1/topics?survey={survey}&item=clean").Problem(404, "unknown_item");
    }

    [TestCase("", "invalid_parameter")]
    [TestCase("audience=customer&topic=weather", "invalid_parameter")]
    [TestCase("audience=customer&topic=", "invalid_parameter")]
    [TestCase("audience=customer&item=", "invalid_parameter")]
    [TestCase("audience=customer&weighted=true", "unknown_parameter")]
    [TestCase("audience=customer&search=queue", "unknown_parameter")]
    [TestCase("audience=employee&item=why", "invalid_parameter")]
    public async Task What_is_not_offered_is_refused(string query, string code) => await Service.Read.GetAsync("/v1/topics?" + query).Problem(400, code);

    [Test]
    public async Task A_table_has_the_same_columns_whatever_the_status()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(survey, Mentions.Customers(15, "2026-05-04", "I waited."));
        var lines = (await Service.Read.GetStringAsync($"/v1/topics?survey={survey}&by=channel&format=csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines[0], Is.EqualTo("key,topic,title,from,to,channel,people,share,low,high,n,sentiment,sentimentLow,sentimentHigh,positive,neutral,negative,keyness,logRatio,p,pAdjusted,new,status,bound"));
        Assert.That(lines.Skip(1).Select(l => l.Replace("Safety, privacy", "Safety privacy").Count(c => c == ',')), Is.All.EqualTo(lines[0].Count(c => c == ',')));
    }

    private static JsonNode Silent(string day)
    {
        var response = Some.Response();
        response["answeredAt"] = day + "T12:00:00Z";
        response["answers"] = new JsonObject { ["clean"] = 4, ["why"] = "  " };
        return response;
    }
}
