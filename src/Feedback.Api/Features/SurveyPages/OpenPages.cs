using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;

namespace Feedback.Api.Features.SurveyPages;

/// <summary>Which surveys have a page.</summary>
internal static class OpenPages
{
    /// <summary>The survey if its definition in force opens the page. One that is unknown and one that is not opened look the same.</summary>
    public static async Task<(CatalogueSnapshot Catalogue, Survey? Survey)> Find(string key, CatalogueCache catalogue, Database database, CancellationToken cancellation)
    {
        var snapshot = await Newest(catalogue, database, cancellation);
        return (snapshot, Names.IsName(key) && snapshot.Survey(key) is { Current.Definition.Page: true } survey ? survey : null);
    }

    public static Problem NotOpened { get; } = Problem.NotFound(ProblemCodes.UnknownSurvey, "There is no survey with a page at this address.");

    /// <summary>A page can be shown while the store takes no work: what was known a moment ago suffices until something is to be stored.</summary>
    private static async Task<CatalogueSnapshot> Newest(CatalogueCache catalogue, Database database, CancellationToken cancellation)
    {
        try
        {
            return await catalogue.Refresh(cancellation);
        }
        catch (Exception e) when (database.IsTransient(e))
        {
            return catalogue.Current;
        }
    }
}
