using System.Text.Json.Nodes;
using Dapper;
using Feedback.Api.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Imports;

/// <summary>The sample that is shipped: what its README promises, imported beside a running service.</summary>
public sealed class ImportingTheAirportSurvey(string engine) : ServiceFixture(engine)
{
    private const int Rows = 2831;

    private FeedbackProcess.Result _first = null!;

    [OneTimeSetUp]
    public async Task ImportTheSample() => _first = await Import();

    [Test]
    public async Task Every_row_is_stored_and_none_rejected()
    {
        Assert.That(_first.ExitCode, Is.Zero, _first.Errors);
        Assert.That(_first.Output, Does.Contain("2,831 rows read: 2,831 stored, 0 already stored, 0 rejected"));
        Assert.That(_first.Errors, Does.Not.Contain("line "));
        Assert.That(await Numbers("select count(*) from response"), Is.EqualTo(new[] { Rows }));
    }

    [Test]
    public async Task Importing_twice_stores_nothing_twice()
    {
        var second = await Import();
        Assert.That(second.ExitCode, Is.Zero, second.Errors);
        Assert.That(second.Output, Does.Contain("0 stored, 2,831 already stored, 0 rejected"));
        Assert.That(await Numbers("select count(*) from response"), Is.EqualTo(new[] { Rows }));
        Assert.That((await Numbers("select sum(n) from item_count where item = 'recommend'")).Single(), Is.EqualTo(2746));
    }

    [TestCase("art", 2284, 102, 445)]
    [TestCase("overall", 2688, 143, 0)]
    [TestCase("safe", 2781, 50, 0)]
    [TestCase("security-check", 2407, 166, 258)]
    [TestCase("recommend", 2746, 85, 0)]
    public async Task Skipped_and_not_shown_are_kept_apart(string item, int answered, int skipped, int notShown)
    {
        var answers = (await Texts("select answers from response")).Select(a => JsonNode.Parse(a)!.AsObject()).ToList();
        Assert.That(answers.Count(a => a[item] is not null), Is.EqualTo(answered));
        Assert.That(answers.Count(a => a.ContainsKey(item) && a[item] is null), Is.EqualTo(skipped));
        Assert.That(answers.Count(a => !a.ContainsKey(item)), Is.EqualTo(notShown));
    }

    [TestCase("recommend", 17, 6, 8, 19, 18, 144, 130, 291, 677, 564, 872)]
    [TestCase("overall", 6, 32, 444, 1507, 699)]
    public async Task The_counts_are_those_of_the_source(string item, params int[] counts) =>
        Assert.That(await Numbers($"select sum(n) from item_count where item = '{item}' group by value order by value"), Is.EqualTo(counts));

    [TestCase("yes", 3.86)]
    [TestCase("no", 4.38)]
    public async Task A_problem_goes_with_a_worse_security_check(string problem, double mean)
    {
        var tail = $"from item_count i join cohort_value c on c.cohort = i.cohort and c.dimension = 'problem' and c.value = '{problem}' where i.item = 'security-check'";
        var (sum, n) = ((await Numbers($"select sum(i.value * i.n) {tail}")).Single(), (await Numbers($"select sum(i.n) {tail}")).Single());
        Assert.That((double)sum / n, Is.EqualTo(mean).Within(0.005));
    }

    [Test]
    public async Task Days_and_weights_are_those_of_the_source()
    {
        Assert.That(await Numbers("select count(*) from response where day = 20170525"), Is.EqualTo(new[] { 286 }));
        Assert.That(await Numbers("select count(*) from response where day not between 20170505 and 20170530"), Is.EqualTo(new[] { 0 }));
        // .2847177143 and 1.6329600946 are the smallest and the largest weight of the file.
        Assert.That(await Numbers("select min(weight) from response"), Is.EqualTo(new[] { 2847 }));
        Assert.That(await Numbers("select max(weight) from response"), Is.EqualTo(new[] { 16330 }));
    }

    [Test]
    public async Task The_service_that_ran_beside_answers_with_the_published_figures()
    {
        var all = await Figure("recommend?survey=airport-2017");
        Assert.That((double)all["estimate"]!, Is.EqualTo(39.84).Within(0.005));
        Assert.That(((double)all["high"]! - (double)all["low"]!) / 2, Is.EqualTo(2.61).Within(0.005));
        Assert.That((int)all["n"]!, Is.EqualTo(2746));
        Assert.That((double)(await Figure("recommend?survey=airport-2017&weighted=true"))["estimate"]!, Is.EqualTo(40.40).Within(0.005));
    }

    [TestCase("yes", 3.86)]
    [TestCase("no", 4.38)]
    public async Task The_service_tells_those_with_a_problem_from_those_without(string problem, double mean)
    {
        var row = await Figure($"item?survey=airport-2017&item=security-check&where=problem:{problem}");
        Assert.That((double)row["components"]!["mean"]!, Is.EqualTo(mean).Within(0.005), row.ToJsonString());
    }

    [TestCase("agreement?measure=item:overall", "agreement-1")]
    [TestCase("silo?measure=item:overall&over=boardingArea", "silo-1")]
    [TestCase("consistency?over=touchpoint", "consistency-2")]
    public async Task Groups_are_compared_as_in_the_reference_file(string indicator, string id)
    {
        var row = (await Service.Rows(indicator + "&survey=airport-2017"))[^1];
        var reference = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Reference", "indicators.json")))!["cases"]!.AsArray().Single(c => (string?)c!["id"] == id)!;
        Assert.That((int?)row["n"], Is.EqualTo((int?)reference["expected"]!["n"]));
        foreach (var name in (string[])["estimate", "low", "high"])
            Assert.That(row.Number(name), Is.EqualTo(reference["expected"]!.Number(name)).Within((double)reference["tolerance"]!), name);
    }

    private async Task<JsonNode> Figure(string indicator) => (await Service.Read.GetAsync("/v1/indicators/" + indicator).Body())["value"]!.AsArray().Single()!;

    private Task<FeedbackProcess.Result> Import() => FeedbackProcess.Run(
        new Dictionary<string, string?>(Service.Store.Settings) { ["Feedback:AdminKey"] = TestService.AdminKey },
        "import", "--format", "csv", "--map", Path.Combine(FeedbackProcess.Root, "samples", "airport-2017", "map.json"));

    private async Task<int[]> Numbers(string sql) => [.. (await Query<long>(sql)).Select(n => (int)n)];

    private Task<IEnumerable<string>> Texts(string sql) => Query<string>(sql);

    private async Task<IEnumerable<T>> Query<T>(string sql)
    {
        await using var session = await Service.Services.GetRequiredService<Database>().Read();
        return await session.Connection.QueryAsync<T>(sql, transaction: session.Transaction);
    }
}
