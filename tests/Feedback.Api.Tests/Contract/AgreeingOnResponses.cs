using System.Text.Json;
using Feedback.Api.Features.Responses;

namespace Feedback.Api.Tests.Contract;

/// <summary>The bytes of a response are read by hand; the validator is what the document shows. Both must say the same.</summary>
public sealed class AgreeingOnResponses(string engine) : ServiceFixture(engine)
{
    private static readonly string[] Bodies =
    [
        """{"answers":{"nps":9}}""",
        """{"answers":{"nps":null}}""",
        """{"answers":{"used":"wifi","why":"x"}}""",
        """{"answers":{"used":["wifi","lounge"]}}""",
        """{"answers":{"used":[]}}""",
        """{"answers":{}}""",
        """{"answers":null}""",
        """{}""",
        "null",
        "[]",
        """{"answers":[]}""",
        """{"answers":{"nps":true}}""",
        """{"answers":{"nps":{}}}""",
        """{"answers":{"used":[1]}}""",
        """{"answers":{"used":[null]}}""",
        """{"answers":{"nps":9},"extra":1}""",
        """{"Answers":{"nps":9}}""",
        """{"answers":{"nps":9},"answers":{"nps":8}}""",
        """{"answers":{"nps":9,"nps":8}}""",
        """{"answers":{"nps":9},"id":"01a1fd9a-24a0-73bc-be56-9c8e32b9ec48"}""",
        """{"answers":{"nps":9},"id":null}""",
        """{"answers":{"nps":9},"id":"01a1fd9a24a073bcbe569c8e32b9ec48"}""",
        """{"answers":{"nps":9},"id":7}""",
        """{"answers":{"nps":9},"version":1}""",
        """{"answers":{"nps":9},"version":"1"}""",
        """{"answers":{"nps":9},"version":1.5}""",
        """{"answers":{"nps":9},"answeredAt":"2026-11-21T10:15:00Z"}""",
        """{"answers":{"nps":9},"answeredAt":"2026-11-21T10:15:00.123+01:00"}""",
        """{"answers":{"nps":9},"answeredAt":"2026-11-21T10:15:00"}""",
        """{"answers":{"nps":9},"answeredAt":"2026-11-21"}""",
        """{"answers":{"nps":9},"answeredAt":"1999-12-31T23:59:59Z"}""",
        """{"answers":{"nps":9},"answeredAt":"2000-01-01T00:00:00Z"}""",
        """{"answers":{"nps":9},"answeredAt":"2026-13-01T00:00:00Z"}""",
        """{"answers":{"nps":9},"answeredAt":1763720100}""",
        """{"answers":{"nps":9},"language":"de-CH"}""",
        """{"answers":{"nps":9},"language":"d"}""",
        """{"answers":{"nps":9},"language":"en\n"}""",
        """{"answers":{"nps":9},"language":""}""",
        """{"answers":{"nps":9},"respondent":"crm-1"}""",
        """{"answers":{"nps":9},"respondent":""}""",
        """{"answers":{"nps":9},"respondent":"a\u0000b"}""",
        """{"answers":{"nps":9},"respondent":4}""",
        """{"answers":{"nps":9},"weight":1}""",
        """{"answers":{"nps":9},"weight":0.01}""",
        """{"answers":{"nps":9},"weight":100}""",
        """{"answers":{"nps":9},"weight":1.23456}""",
        """{"answers":{"nps":9},"weight":0}""",
        """{"answers":{"nps":9},"weight":100.0001}""",
        """{"answers":{"nps":9},"weight":"1"}""",
        """{"answers":{"nps":9},"isTest":true}""",
        """{"answers":{"nps":9},"isTest":"true"}""",
        """{"answers":{"nps":9},"isTest":1}""",
        """{"answers":{"nps":9},"invitedOn":"2026-11-02"}""",
        """{"answers":{"nps":9},"invitedOn":"2026-02-30"}""",
        """{"answers":{"nps":9},"invitedOn":"2026-11-02T00:00:00Z"}""",
        """{"answers":{"nps":9},"invitedOn":"1800-01-01"}""",
        """{"answers":{"nps":9},"about":{"channel":"web"}}""",
        """{"answers":{"nps":9},"about":{"channel":null}}""",
        """{"answers":{"nps":9},"about":{}}""",
        """{"answers":{"nps":9},"about":null}""",
        """{"answers":{"nps":9},"about":{"channel":""}}""",
        """{"answers":{"nps":9},"about":{"channel":1}}""",
        """{"answers":{"nps":9},"about":{"channel":"a\tb"}}""",
        """{"answers":{"nps":9},"about":{"channel":"a","channel":"b"}}""",
        """{"answers":{"nps":9},"about":[]}""",
        $$$"""{"answers":{"why":"{{{new string('x', 10_000)}}}"}}""",
        $$$"""{"answers":{"why":"{{{new string('x', 10_001)}}}"}}""",
        $$$"""{"answers":{"nps":9},"respondent":"{{{new string('x', 200)}}}"}""",
        $$$"""{"answers":{"nps":9},"respondent":"{{{new string('x', 201)}}}"}""",
        $$$"""{"answers":{"nps":9},"about":{"channel":"{{{new string('x', 200)}}}"}}""",
        $$$"""{"answers":{"nps":9},"about":{"channel":"{{{new string('x', 201)}}}"}}""",
    ];

    [Test]
    public async Task The_reader_and_the_validator_take_and_refuse_the_same()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var taken = 0;
        foreach (var body in Bodies)
        {
            var answer = await Service.Ingest.PostAsync($"/v1/surveys/{survey}/responses", Wire.Text(body));
            Assert.That((int)answer.StatusCode, Is.EqualTo(IsValid(body) ? 201 : 400), $"{body} {await answer.Content.ReadAsStringAsync()}");
            if (answer.IsSuccessStatusCode) taken++;
        }
        Assert.That(taken, Is.InRange(20, Bodies.Length - 20), "The table has both good and bad bodies.");
    }

    private static bool IsValid(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<SubmitResponse.Request>(body, Feedback.Api.Http.Json.Options) is { } request && SubmitResponseValidator.Instance.Validate(request).IsValid;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
