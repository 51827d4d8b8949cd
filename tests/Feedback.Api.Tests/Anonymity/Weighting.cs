using System.Text.Json.Nodes;
using Feedback.Api.Tests.Anonymity.Invented;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>A20: making one answer weigh more than all the others.</summary>
public sealed class Weighting(string engine) : ServiceFixture(engine)
{
    [Test]
    public async Task A20_employees_answers_have_no_weight()
    {
        var survey = await Service.Publish(InventedSurvey.Definition(InventedSurvey.Trust, [], access: "open"));
        var response = new JsonObject { ["weight"] = 1.0, ["answers"] = new JsonObject { ["trust.capability"] = 3 } };
        await Service.Submit(survey, response).Problem(400, "invalid_response");
        Assert.That(await Service.ResponsesStored(survey), Is.Zero);
        foreach (var slug in (string[])["trust", "net-trust", "item"])
            await Service.Read.GetAsync($"/v1/indicators/{slug}?survey={survey}&weighted=true{(slug == "item" ? "&item=trust.capability" : "")}").Problem(400, "invalid_parameter");
    }

    [TestCase(99.0, 1.0, "withheld", TestName = "A20_one_of_twelve_who_carries_nine_tenths_of_the_weight_hides_the_cell")]
    [TestCase(1.0, 1.0, "released", TestName = "A20_twelve_who_weigh_the_same_are_shown")]
    public async Task A20_a_weighted_cell_needs_ten_effective_answers(double one, double others, string status)
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(survey, Enumerable.Range(0, 12).Select(i => Weighted(i == 0 ? one : others)));
        Assert.That((await Service.Row($"recommend?survey={survey}&weighted=true")).Status(), Is.EqualTo(status));
        Assert.That((await Service.Row($"recommend?survey={survey}")).Status(), Is.EqualTo("released"), "unweighted");
    }

    [TestCase(0)]
    [TestCase(101)]
    [TestCase(1.23456)]
    public async Task A20_weights_that_are_no_weights_are_refused(double weight) =>
        await Service.Submit(await Service.Publish(Some.CustomerSurvey()), Weighted(weight)).Problem(400, "invalid_response");

    private static JsonObject Weighted(double weight)
    {
        var response = Some.Response();
        response["weight"] = weight;
        return response;
    }
}
