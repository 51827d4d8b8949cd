using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Widget;

/// <summary>What a widget learns before it shows the small feedback form, and what it may send back.</summary>
public sealed class ReadingTheFeedbackForm(string engine) : ServiceFixture(engine)
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Feedback:MinimumGroup"] = "12" };

    [Test]
    public async Task A_key_for_employees_gives_their_form_with_the_k_below_which_nothing_is_shown()
    {
        var form = await Service.Nobody.GetAsync($"/v1/feedback/form?key={await Service.MakeKey(KeyScope.Ingest, Audience.Employee)}").Body();
        Assert.That(form.ToJsonString(), Is.EqualTo(
            """{"audience":"employee","kinds":["idea","concern","praise","question"],"rating":{"low":1,"high":5},"maximumLength":10000,"dimensions":["channel","page","topic"],"access":"open","k":12}"""));
    }

    [Test]
    public async Task Customers_have_no_k()
    {
        var form = await Service.Nobody.GetAsync($"/v1/feedback/form?key={await Service.MakeKey(KeyScope.Ingest, Audience.Customer)}").Body();
        Assert.That((string?)form["audience"], Is.EqualTo("customer"));
        Assert.That(form["k"], Is.Null);
    }

    [Test]
    public async Task A_key_for_both_says_which_and_a_key_for_one_gets_no_other()
    {
        await Service.Ingest.GetAsync("/v1/feedback/form").Problem(400, "invalid_parameter");
        await Service.Ingest.GetAsync("/v1/feedback/form?audience=everybody").Problem(400, "invalid_parameter");
        Assert.That((string?)(await Service.Ingest.GetAsync("/v1/feedback/form?audience=employee").Body())["audience"], Is.EqualTo("employee"));
        var key = await Service.MakeKey(KeyScope.Ingest, Audience.Customer);
        await Service.Nobody.GetAsync($"/v1/feedback/form?audience=employee&key={key}").Problem(403, "forbidden_audience");
        await Service.Nobody.GetAsync("/v1/feedback/form").Problem(401, "unauthorized");
        await Service.Read.GetAsync("/v1/feedback/form").Problem(403, "forbidden_scope");
    }

    [Test]
    public async Task A_page_of_a_listed_origin_may_read_it_without_a_preflight()
    {
        const string origin = "https://form.example.org";
        var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/feedback/form?key={await Service.MakeKey(KeyScope.Ingest, Audience.Customer, origins: origin)}");
        request.Headers.Add("Origin", origin);
        var answer = await Service.Nobody.SendAsync(request);
        Assert.That(answer.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo((string[])[origin]));
    }

    [Test]
    public async Task Feedback_that_comes_late_belongs_to_the_day_it_was_given()
    {
        var feedback = Feedback("employee");
        feedback["answeredAt"] = "2026-11-18T10:00:00Z";
        await Service.Ingest.Post("/v1/feedback", feedback).Body(201);
        Assert.That(await Service.Column<int>("select day from response where erased = 0"), Does.Contain(20261118));
        feedback["answeredAt"] = "2031-11-18T10:00:00Z";
        await Service.Ingest.Post("/v1/feedback", feedback).Problem(400, "invalid_response");
    }

    [Test]
    public async Task A_customer_may_be_referred_to_and_an_employee_may_not()
    {
        var feedback = Feedback("customer");
        feedback["respondent"] = "crm-77";
        await Service.Ingest.Post("/v1/feedback", feedback).Body(201);
        Assert.That((int)(await Service.Admin.DeleteAsync("/v1/respondents/crm-77").Body())["erased"]!, Is.EqualTo(1));
        feedback = Feedback("employee");
        feedback["respondent"] = "crm-77";
        await Service.Ingest.Post("/v1/feedback", feedback).Problem(400, "anonymous_audience");
    }

    [Test]
    public async Task A_rating_that_was_shown_and_left_is_told_from_one_that_was_not_shown()
    {
        var (left, absent) = (Feedback("customer"), Feedback("customer"));
        left["rating"] = null;
        await Service.Ingest.Post("/v1/feedback", left).Body(201);
        await Service.Ingest.Post("/v1/feedback", absent).Body(201);
        var stored = await Service.Column<string>("select cast(r.answers as varchar(400)) from response r join survey s on s.id = r.survey where s.survey_key = '_feedback-customer' and r.respondent is null");
        Assert.That(stored, Is.EquivalentTo((string[])["""{"kind":"idea","rating":null}""", """{"kind":"idea"}"""]));
        await Service.Ingest.Post("/v1/feedback", new JsonObject { ["audience"] = "customer", ["kind"] = "idea", ["text"] = "x", ["isRatingShown"] = true }).Problem(400, "unknown_field");
    }

    private static JsonObject Feedback(string audience) =>
        new() { ["id"] = Guid.NewGuid().ToString(), ["audience"] = audience, ["kind"] = "idea", ["text"] = "Open a second desk." };
}
