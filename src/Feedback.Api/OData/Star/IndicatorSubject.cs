using Feedback.Api.Catalogue;
using Feedback.Api.Figures;
using Feedback.Api.Figures.Readings;

namespace Feedback.Api.OData.Star;

/// <summary>An indicator that needs no parameter, asked of one survey.</summary>
/// <param name="Reading">How it is read.</param>
/// <param name="Request">With every parameter as it is when it is not given.</param>
internal sealed record IndicatorSubject(Reading Reading, IndicatorRequest Request) : StarSubject(Reading.Indicator.Slug)
{
    /// <summary>Indicators that are not of one group may look into every unit below.</summary>
    public override int RowsOfCell(int units) => Reading is GroupReading ? 1 : 1 + units / 2;

    public override bool SpansPeriods => Reading.SpansPeriods(Request);

    public override IEnumerable<Survey> Surveys(Survey survey) => [survey, .. Request.Others];

    /// <summary>Whether it is asked of units.</summary>
    public bool TakesUnits => Reading.RefusesFilter("where", Ingest.ResponseRules.Unit, Request) is null;

    /// <summary>Whether it is asked by the values of a dimension.</summary>
    public bool TakesDimensions => !Reading.Without.Contains("by");

    /// <summary>Every one that the survey asks for, and the key may read.</summary>
    public static IEnumerable<IndicatorSubject> Of(FeedScope scope, Survey survey) =>
        from reading in ReadingCatalogue.All
        where reading.Indicator.Audiences.Contains(survey.Audience) && (!reading.ComparesAudiences || scope.Caller.Key.Audience is null)
        let request = Ask(scope, reading, survey)
        where request is not null && reading.Asks(survey, request) && (!reading.ComparesAudiences || request.Others.Any(o => reading.Asks(o, request)))
        select new IndicatorSubject(reading, request);

    private static IndicatorRequest? Ask(FeedScope scope, Reading reading, Survey survey) =>
        TargetQuestion.Ask(reading, survey.Audience, null, scope.Read.Catalogue, out var request, survey) is null ? request : null;
}
