using Feedback.Api.Catalogue;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;
using Feedback.Indicators;

namespace Feedback.Api.Features.Indicators;

/// <summary>Lists every indicator with the question it answers, its formula, source, scale and columns, and what it is not for.</summary>
public sealed class ReadIndicators : IEndpoint
{
    /// <param name="Slug">Its name in addresses.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Question">The question it answers.</param>
    /// <param name="Formula">How it is worked out.</param>
    /// <param name="Source">Authors and years.</param>
    /// <param name="Caveat">What it must not be used for.</param>
    /// <param name="Scale">Where estimates can lie.</param>
    /// <param name="Audiences">Whose answers it is offered for.</param>
    /// <param name="Weighted">Whether weighted figures are offered.</param>
    /// <param name="Columns">The components of a row, and what tells several rows of one group apart.</param>
    /// <param name="Components">What each component says.</param>
    /// <param name="Parameters">The query parameters it knows.</param>
    public sealed record Entry(string Slug, string Title, string Question, string Formula, string Source, string Caveat, IndicatorScale Scale,
        IReadOnlyList<Audience> Audiences, bool Weighted, IReadOnlyList<string> Columns, IReadOnlyDictionary<string, string> Components, IReadOnlyList<string> Parameters);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/indicators", Handle)
        .WithName("ReadIndicators")
        .WithTags("Indicators")
        .For(KeyScope.Read)
        .List<Entry>()
        .Problems(400, 401, 403, 503);

    private static IResult Handle(HttpContext context)
    {
        if (ListRequest.Read(context, out var asked) is { } problem) return problem;
        var readings = ReadingCatalogue.All.OrderBy(r => r.Indicator.Slug, StringComparer.Ordinal).ToList();
        return asked.Answer(readings, r => r.Indicator.Slug, ToEntry);
    }

    private static Entry ToEntry(Reading reading) => ToEntry(reading.Indicator, [.. IndicatorRequestReader.ParametersOf(reading)]);

    private static Entry ToEntry(Indicator indicator, IReadOnlyList<string> parameters) => new(
        indicator.Slug, indicator.Title, indicator.Question, indicator.Formula, indicator.Source, indicator.Caveat,
        new IndicatorScale(indicator.ScaleLow, indicator.ScaleHigh), indicator.Audiences, indicator.AllowsWeights,
        [.. indicator.RowColumn is { } column ? [column] : Array.Empty<string>(), "estimate", "low", "high", "n", "status", "target", "reached", .. indicator.Components.Select(c => "components." + c)],
        indicator.Components.ToDictionary(c => c, c => ComponentTexts.Of(indicator, c)),
        parameters);
}
