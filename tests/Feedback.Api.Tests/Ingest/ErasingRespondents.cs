using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Ingest;

/// <summary>All that one customer has said is found by the reference and erased.</summary>
public sealed class ErasingRespondents(string engine) : ServiceFixture(engine)
{
    [TestCase("crm-48151623")]
    [TestCase("a/b")]
    [TestCase("/a//b/")]
    [TestCase("a%2Fb")]
    [TestCase("100 % + & ? # =")]
    [TestCase("Zoë Ørsted 株式会社 😀")]
    [TestCase("x?key=1")]
    public async Task Every_response_of_a_customer_is_erased(string reference)
    {
        var (one, other) = (await Service.Publish(Some.CustomerSurvey()), await Service.Publish(Some.CustomerSurvey()));
        await Service.Store(one, [Of(reference), Of(reference), Of("somebody else")]);
        await Service.Store(other, [Of(reference)]);
        Assert.That(await Erase(reference), Is.EqualTo(3));
        Assert.That(await Erase(reference), Is.Zero);
        Assert.That(await Service.ResponsesStored(one), Is.EqualTo(1));
        Assert.That(await Service.ResponsesCounted(one), Is.EqualTo(1));
        Assert.That(await Service.CountsLeft(other), Is.Zero);
    }

    [Test]
    public async Task An_encoded_slash_and_its_spelling_are_two_references()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(survey, [Of("c/d"), Of("c%2Fd")]);
        Assert.That(await Erase("c%2Fd"), Is.EqualTo(1));
        Assert.That(await Erase("c/d"), Is.EqualTo(1));
    }

    [Test]
    public async Task Erasing_a_customer_at_once_from_many_sides_counts_once()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(survey, Enumerable.Range(0, 5).Select(_ => Of("crm-7")));
        var erased = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Erase("crm-7")));
        Assert.That(erased.Sum(), Is.EqualTo(5));
        Assert.That(await Service.CountsLeft(survey), Is.Zero);
    }

    [Test]
    public async Task The_reference_is_not_logged_and_only_an_admin_erases_by_it()
    {
        await Service.Ingest.DeleteAsync("/v1/respondents/Marker-6021").Problem(403, "forbidden_scope");
        await Service.Nobody.DeleteAsync("/v1/respondents/Marker-6021").Problem(401, "unauthorized");
        Assert.That(await Erase("Marker-6021"), Is.Zero);
        Assert.That(Service.Log.Lines, Has.None.Contain("Marker-6021"));
    }

    private async Task<int> Erase(string reference) =>
        (int)(await Service.Admin.DeleteAsync("/v1/respondents/" + Uri.EscapeDataString(reference)).Body())["erased"]!;

    private static JsonObject Of(string respondent)
    {
        var response = Some.Response();
        response["respondent"] = respondent;
        return response;
    }
}
