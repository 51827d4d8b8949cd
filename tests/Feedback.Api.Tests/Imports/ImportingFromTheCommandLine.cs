using System.Text.Json.Nodes;
using Feedback.Api.Tests.Audit;

namespace Feedback.Api.Tests.Imports;

/// <summary>The formats of HTTP as files of the command line: the same rows, the same ids.</summary>
public sealed class ImportingFromTheCommandLine(string engine) : ServiceFixture(engine)
{
    [TestCase("qualtrics-csv", "qualtrics-numbers.csv", "6 rows read: 3 stored, 0 already stored, 2 left out, 1 rejected", "columns not read: StartDate, IPAddress", "line 9, column Q1: It is not a whole number")]
    [TestCase("limesurvey-vv", "vv.tsv", "5 rows read: 1 stored, 0 already stored, 1 left out, 3 rejected", "columns not read: token, lastpage", "line 7, column submitdate: ")]
    [TestCase("typeform", "typeform.json", "1 rows read: 1 stored", "columns not read: desk.other", "")]
    public async Task A_file_needs_no_map(string format, string file, string summary, string ignored, string reject)
    {
        var survey = await Service.Publish(Importing.VisitSurvey());
        var result = await Import("--format", format, "--survey", survey, "--file", Importing.Path(file));
        Assert.That(result.Output, Does.Contain(summary), result.Errors);
        Assert.That(result.Errors, Does.Contain(ignored).And.Contain(reject));
        var line = (await Service.Ledger("?limit=1000")).First(l => (string?)l["operation"] == "feedback import");
        Assert.That(line["detail"]!.ToJsonString(), Is.EqualTo($$$"""{"target":{"survey":"{{{survey}}}","format":"{{{format}}}"}}"""));
        Assert.That(line["key"], Is.Null);
        Assert.That((int)(await Service.Ingest.Import(format, survey, await Importing.File(file)).Body())["stored"]!, Is.Zero, "the same ids over HTTP");
    }

    [Test]
    public async Task Rejected_rows_are_mended_and_imported_again()
    {
        var survey = await Service.Publish(Importing.VisitSurvey());
        var rejects = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"rejects-{survey}.tsv");
        try
        {
            await Import("--format", "limesurvey-vv", "--survey", survey, "--rejects", rejects, Importing.Path("vv.tsv"));
            var text = await File.ReadAllTextAsync(rejects);
            Assert.That(text, Does.Contain("rejected_line\trejected_column\trejected_reason\tid\ttoken").And.Contain("{newline}").And.Contain("{question_not_shown}"));
            await File.WriteAllTextAsync(rejects, text.Replace("\tA1\t", "\tA-1\t").Replace("1980-01-01", "2026-03-04").Replace("\tA3\t", "\t3\t"));
            var second = await Import("--format", "limesurvey-vv", "--survey", survey, rejects);
            Assert.That(second.Output, Does.Contain("3 rows read: 3 stored"), second.Errors);
            Assert.That((await Service.Responses(survey)).Select(r => r.Json("answers")), Has.Some.Contains("\\\"Bright\\\"\\ntwo\\tlines {newline}"));
        }
        finally
        {
            File.Delete(rejects);
        }
    }

    [Test]
    public async Task Rows_without_ids_are_mended_under_the_name_of_their_file()
    {
        var survey = await Service.Publish(Some.EmployeeSurvey());
        var (file, rejects) = (Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{survey}.csv"), Path.Combine(TestContext.CurrentContext.WorkDirectory, $"rejects-{survey}.csv"));
        try
        {
            await File.WriteAllTextAsync(file, "capability\n6\nsix\n6\n");
            Assert.That((await Import("--survey", survey, file)).Errors, Does.Contain("part: Rows with neither id nor answeredAt"));
            Assert.That((await Import("--survey", survey, "--part", "not a name", file)).ExitCode, Is.Not.Zero);
            Assert.That((await Import("--survey", survey, "--part", "2026-03", "--rejects", rejects, file)).Output, Does.Contain("3 rows read: 2 stored, 0 already stored, 1 rejected"));
            await File.WriteAllTextAsync(rejects, (await File.ReadAllTextAsync(rejects)).Replace(",six", ",5"));
            Assert.That((await Import("--survey", survey, "--part", "2026-03", rejects)).Output, Does.Contain("1 rows read: 1 stored"));
            await File.WriteAllTextAsync(file, "capability\n6\n5\n6\n");
            Assert.That((await Import("--survey", survey, "--part", "2026-03", file)).Output, Does.Contain("3 rows read: 0 stored, 3 already stored"));
            Assert.That((await Import("--survey", survey, "--part", "2026-04", file)).Output, Does.Contain("3 rows read: 3 stored"));
        }
        finally
        {
            File.Delete(file);
            File.Delete(rejects);
        }
    }

    [Test]
    public async Task The_map_that_is_kept_is_used_and_a_survey_has_to_be_named()
    {
        var survey = await Service.Publish(Importing.VisitSurvey());
        await Service.Admin.Put($"/v1/surveys/{survey}/imports/qualtrics-csv", JsonNode.Parse("""{"map":{"items":{"nps":{"column":"Q1","skipped":["-99"]}}}}""")!).Body();
        await Import("--format", "qualtrics-csv", "--survey", survey, Importing.Path("qualtrics-numbers.csv"));
        Assert.That((await Service.Responses(survey)).Select(r => r.Json("answers")), Is.EqualTo(new[] { """{"nps":9}""", """{"nps":null}""", """{"nps":5}""" }));
        var nameless = await Import("--format", "qualtrics-csv", Importing.Path("qualtrics-numbers.csv"));
        Assert.That(nameless.ExitCode, Is.EqualTo(2));
        Assert.That(nameless.Errors, Does.Contain("Neither the command nor the map names a survey."));
    }

    private Task<FeedbackProcess.Result> Import(params string[] arguments) =>
        FeedbackProcess.Run(new Dictionary<string, string?>(Service.Store.Settings) { ["Feedback:AdminKey"] = TestService.AdminKey }, ["import", .. arguments]);
}
