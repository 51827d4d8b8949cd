using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>One of two audiences that are compared, with the k of its own surveys.</summary>
/// <param name="Audience">Whose answers.</param>
/// <param name="Surveys">Their surveys.</param>
/// <param name="Measure">What they are compared on.</param>
internal sealed record AudienceSide(Audience Audience, IReadOnlyList<Survey> Surveys, Construct Measure)
{
    /// <summary>The audience that is asked for.</summary>
    public static AudienceSide Asked(IndicatorRequest request, Construct measure) => new(request.Audience, request.Surveys, measure);

    /// <summary>The other one.</summary>
    public static AudienceSide Other(IndicatorRequest request, Construct measure) => new(request.OtherAudience, request.Others, measure);

    /// <summary>Its answers are shown from the strictest k of its surveys on.</summary>
    /// <param name="otherwise">k where a survey sets none.</param>
    public Terms TermsOf(int otherwise) => new(Audience, Surveys.Select(s => s.MinimumGroup ?? otherwise).DefaultIfEmpty(otherwise).Max());

    /// <summary>Its counts by unit, in the rows, the range and under the filters of the request.</summary>
    /// <param name="scope">The snapshot that the other side is read from as well.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="interval">Cuts the range into periods.</param>
    /// <param name="units">What makes the cells.</param>
    public Task<Cube> Read(ReadScope scope, IndicatorRequest request, Interval interval, Axis units) => Cube.Read(scope, new CubeQuery
    {
        Surveys = Surveys,
        Variables = [.. Surveys.SelectMany(s => s.Variables).Where(v => Reading.IsOf(v, Measure))],
        Range = request.Range,
        Interval = interval,
        Where = request.Where,
        Rows = CubeQuery.Of(request, []).Rows,
        Cells = [units],
        IncludesTest = request.IncludesTest,
    });
}
