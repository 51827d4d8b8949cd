using System.Text.Json.Nodes;
using Feedback.Api.Checking;
using Feedback.Api.Data;
using Feedback.Api.Tests.Flags;
using Feedback.Api.Tests.Topics;
using Feedback.Api.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Checking;

/// <summary>What a store holds twice, as answers and as counts, is counted again and compared; what differs is told, and mended where that takes nothing away.</summary>
public sealed class CheckingStores(string engine) : ServiceFixture(engine)
{
    private const int Customers = 30;

    private string _customers = "", _employees = "";

    [OneTimeSetUp]
    public async Task Fill()
    {
        _customers = await Service.Publish(Some.CustomerSurvey());
        foreach (var day in (string[])["2026-03-10", "2026-03-11", "2026-05-04"])
            await Service.Store(_customers, Mentions.Customers(Customers / 3, day, "The queue at the counter was far too long.").Select((r, i) => Rated(r, i)));
        var erased = Some.Response();
        await Service.Store(_customers, [erased]);
        await Service.Ingest.DeleteAsync($"/v1/responses/{erased["id"]}");
        _employees = await Service.PublishByCode(Some.EmployeeSurvey());
        await Service.StoreInvited(_employees, Enumerable.Range(0, 20).Select(_ => Dated(Some.EmployeeResponse())));
        await Service.Release("2026-04");
        await Service.Raise("The lift is broken.", audience: "customer");
        await Service.Raise("Nobody answers me.");
        await Service.Folded();
        await Service.Services.GetRequiredService<Listing>().CatchUp(CancellationToken.None);
    }

    [TestCase("update tally set n = n + 1, weight = weight + 10000, squared_weight = squared_weight + 100000000 where grain = 1")]
    [TestCase("update tally set n = n - 1 where grain = 2")]
    [TestCase("update tally set weight = weight - 1 where grain = 3")]
    [TestCase("update tally set squared_weight = 7 where grain = 1")]
    [TestCase("delete from tally where grain = 1")]
    [TestCase("delete from tally where grain <> 1")]
    [TestCase("delete from tally")]
    [TestCase("update tally set value = -5 - value where grain = 3")]
    [TestCase("insert into tally_fresh (variable, cohort, day, period, value, complete, n, weight, squared_weight) select min(variable), min(cohort), 20260310, 0, 0, 1, 5, 5, 5 from tally")]
    [TestCase("insert into tally_fresh (variable, cohort, day, period, value, complete, n, weight, squared_weight) values (9999, 1, 20260310, 0, 0, 1, 5, 5, 5)")]
    public async Task Counts_that_differ_are_told_and_mended(string sql)
    {
        var before = await Figures();
        // On SQLite what is not folded is a view of two tables.
        if (Service.Store.Engine == "sqlite") sql = sql.Replace("tally_fresh", "tally_appended", StringComparison.Ordinal);
        Assert.That(await Service.Break(sql), Is.GreaterThan(0));
        var (told, findings) = await Service.Check();
        Assert.That((told.Mended, told.Left), Is.EqualTo((0, findings.Count)));
        Assert.That(findings.Select(f => f.Text), Is.Not.Empty.And.All.StartWith("counts of "));
        var (mended, _) = await Service.Check(mends: true);
        Assert.That((mended.Mended, mended.Left), Is.EqualTo((findings.Count, 0)));
        await Service.AssertClean();
        Assert.That(await Figures(), Is.EqualTo(before));
        await Service.Folded();
        await Service.AssertClean();
        Assert.That(await Figures(), Is.EqualTo(before));
    }

    [TestCase("delete from survey_day", "of {0} days it is not noted when they changed", "select count(*) from (select distinct v.survey, t.start from variable v join tally t on t.variable = v.id and t.grain = 1 where v.kind = 'response') d")]
    [TestCase("update flag set messages = 7", "{0} flags tell of another number of messages than they have", "select count(*) from flag")]
    [TestCase("update comment set month = month + 1 where month > 0", "{0} texts are listed under another survey, month or cohort than their response's", "select count(*) from comment where month > 0")]
    public async Task Rows_that_do_not_agree_are_told_and_mended(string sql, string text, string count)
    {
        var what = string.Format(null, text, await Service.Number(count));
        await Service.Break(sql);
        Assert.That((await Service.Check()).Findings, Is.EqualTo(new[] { new Finding(what, false) }));
        Assert.That((await Service.Check(mends: true)).Findings, Is.EqualTo(new[] { new Finding(what, true) }));
        await Service.AssertClean();
    }

    [Test]
    public async Task Texts_that_no_search_would_find_are_told_and_listed_again()
    {
        if (Service.Store.Engine != "sqlite") Assert.Ignore("The index of words is SQLite's.");
        await Service.Break("insert into comment_text (comment_text) values ('delete-all')");
        var what = $"{await Service.Number("select count(*) from comment where month > 0")} texts are listed and not in the index of words, or in it and not listed";
        Assert.That((await Service.Check(mends: true)).Findings, Is.EqualTo(new[] { new Finding(what, true) }));
        await Service.Services.GetRequiredService<Listing>().CatchUp(CancellationToken.None);
        await Service.AssertClean();
        Assert.That(await Service.Number("select count(*) from comment_text where comment_text match 'counter'"), Is.EqualTo(Customers));
    }

    [Test]
    public async Task A_listing_anew_that_was_broken_off_is_told_and_begun_again()
    {
        if (Service.Store.Engine != "sqlite") Assert.Ignore("The index of words is SQLite's.");
        // As a kill leaves it: some texts wait already and some are listed still. The last one is far behind the others, so that it takes several steps.
        var waiting = await Service.Break("update comment set month = -1 where month > 0 and seq % 2 = 0");
        await Service.Break("update comment set seq = seq + 12000 where seq = (select max(seq) from comment where month > 0)");
        // The words of those that wait are in the index still, and those of the one that moved under the number that it had.
        var what = $"{waiting + 2} texts are listed and not in the index of words, or in it and not listed";
        Assert.That((await Service.Check()).Findings, Is.EqualTo(new[] { new Finding(what, false) }));
        Assert.That((await Service.Check(mends: true)).Findings, Is.EqualTo(new[] { new Finding(what, true) }));
        await Service.Services.GetRequiredService<Listing>().CatchUp(CancellationToken.None);
        await Service.AssertClean();
        Assert.That(await Service.Number("select count(*) from comment_text where comment_text match 'counter'"), Is.EqualTo(Customers));
        Assert.That(await Service.Number("select count(*) from comment where month > 0"), Is.EqualTo(await Service.Number("select count(*) from comment_text_docsize")));
    }

    [TestCase("update response set language = 'en' where erased = 1", "update response set language = null where erased = 1", "1 erased responses still hold more than their id")]
    [TestCase("update response set content_hash = null where day = 20260310", "update response set content_hash = 1 where day = 20260310", "10 responses lack a day, a survey or the like")]
    [TestCase("update response set version = 9 where day = 20260310", "update response set version = 1 where day = 20260310", "10 responses name a version that their survey does not have")]
    [TestCase("update invitation_code set used = 0", "update invitation_code set used = 1", "1 surveys have more responses by invitation code than codes that were used")]
    [TestCase("update cohort_value set dimension = 'lane' where dimension = 'channel'", "update cohort_value set dimension = 'channel' where dimension = 'lane'", " cohorts have another signature than their values make")]
    [TestCase("update released_base set base = 'never' where base = 'trust'", "update released_base set base = 'trust' where base = 'never'", "is not what its hash was made of")]
    [TestCase("update survey_period set state = 'merged' where hash is not null", "update survey_period set state = 'released' where hash is not null", "was merged into no later period")]
    [TestCase("update comment set variable = (select min(id) from variable)", "update comment set variable = (select v.id from variable v join response r on r.survey = v.survey where r.seq = comment.response and v.kind = 'item' and v.items = 4)", "texts answer no text item of their survey")]
    public async Task What_cannot_be_mended_is_told(string sql, string undo, string what)
    {
        await Service.Break(sql);
        try
        {
            var (summary, findings) = await Service.Check(mends: true);
            Assert.That(findings.Where(f => f.Text.Contains(what, StringComparison.Ordinal)).Select(f => f.IsMended), Is.EqualTo(new[] { false }), string.Join('\n', findings));
            Assert.That(summary.Left, Is.EqualTo(findings.Count));
        }
        finally
        {
            await Service.Break(undo);
        }
        await Service.AssertClean();
    }

    [Test]
    public async Task Answers_that_are_none_to_their_survey_are_told_and_what_was_counted_of_them_stays()
    {
        var before = await Figures();
        const string where = "where day = 20260310 and survey = (select max(survey) from response where day = 20260310)";
        var stored = await Service.Column<string>($"select answers from response {where} order by seq");
        await Service.Break("update response set answers = '{\"clean\":9}' " + where);
        var (_, findings) = await Service.Check();
        Assert.That(findings.Select(f => f.Text), Has.Some.EqualTo($"10 responses to {_customers} cannot be read as answers to it, so that they are not counted again"));
        Assert.That((await Service.Check(mends: true)).Summary.Mended, Is.Zero);
        Assert.That(await Figures(), Is.EqualTo(before));
        foreach (var (answers, i) in stored.Select((a, i) => (a, i)))
        {
            await Service.Break($"update response set answers = '{answers}' where seq = (select min(seq) + {i} from response {where})");
        }
        await Service.AssertClean();
    }

    [Test]
    public async Task A_check_beside_senders_finds_nothing()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        using var done = new CancellationTokenSource();
        var senders = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                var response = Some.Response();
                await Service.Submit(survey, response);
                if (Random.Shared.Next(3) == 0) await Service.Ingest.DeleteAsync($"/v1/responses/{response["id"]}");
            }
        })).ToList();
        for (var i = 0; i < 8; i++) await Service.AssertClean();
        await done.CancelAsync();
        await Task.WhenAll(senders);
        Assert.That((await Service.AssertClean()).Responses, Is.GreaterThan(Customers));
    }

    [Test]
    public void The_print_of_a_count_never_changes_because_stores_keep_it()
    {
        var print = new CountPrint();
        print.Add(new TallyKey(3, 7, 20260310, 202603, 1_000_004, 1), new CountSum(2, 20_000, 200_000_000), 1);
        Assert.That((print.N, print.Weight, print.SquaredWeight), Is.EqualTo((PrintOfTwo, unchecked(PrintOfTwo * 10_000), unchecked(PrintOfTwo * 100_000_000))));
        print.Add(new TallyKey(3, 7, 20260310, 202603, 1_000_004, 1), new CountSum(2, 20_000, 200_000_000), -1);
        Assert.That(print.IsNothing);
    }

    private const long PrintOfTwo = 4380589095928220038;

    private async Task<string> Figures()
    {
        string[] queries = [$"recommend?survey={_customers}", $"recommend?survey={_customers}&interval=month", $"recommend?survey={_customers}&from=2026-03-01&to=2026-03-11", $"journey-pass?survey={_customers}&interval=year"];
        var rows = await Task.WhenAll(queries.Select(Service.Rows));
        return string.Join('\n', rows.SelectMany(r => r).Select(r => r.ToJsonString())) + '\n' + string.Join('\n', (await Service.Topics($"survey={_customers}")).Select(r => r.ToJsonString()));
    }

    private static JsonNode Rated(JsonNode response, int number)
    {
        response["answers"]!["nps"] = number % 11;
        response["answers"]!["clean"] = 1 + number % 5;
        response["answers"]!["used"] = new JsonArray("wifi", "lounge");
        response["weight"] = number % 2 == 0 ? 1 : 2.5;
        response["invitedOn"] = "2026-03-01";
        response["about"] = number % 3 == 0 ? new JsonObject { ["channel"] = "web" } : [];
        return response;
    }

    private static JsonNode Dated(JsonNode response)
    {
        response["answeredAt"] = "2026-04-10T10:00:00Z";
        return response;
    }
}
