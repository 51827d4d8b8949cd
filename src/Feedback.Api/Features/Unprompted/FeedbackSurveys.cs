using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Indicators;

namespace Feedback.Api.Features.Unprompted;

/// <summary>
/// Unprompted feedback is stored as responses to two surveys of the service's own, so that it is counted, erased and filtered
/// like any other answer.
/// </summary>
public static class FeedbackSurveys
{
    public const string KindItem = Survey.KindItem, TextItem = "text", RatingItem = "rating";

    public const int LowestRating = 1, HighestRating = 5;

    public static readonly string[] Kinds = ["idea", "concern", "praise", "question"];

    /// <summary>What feedback can be about, beside the unit.</summary>
    public static readonly string[] Dimensions = ["channel", "page", "topic"];

    public static string KeyOf(Audience audience) => audience == Audience.Employee ? "_feedback-employee" : "_feedback-customer";

    /// <summary>Publishes both; changes nothing when they are there.</summary>
    public static async Task Publish(Session session, int minimumGroup, TimeProvider time)
    {
        var known = await CatalogueReader.Read(session);
        foreach (var audience in (Audience[])[Audience.Customer, Audience.Employee])
        {
            if (known.Survey(KeyOf(audience)) is null) await Publishing.Publish(session, KeyOf(audience), Definition(audience), minimumGroup, time);
        }
    }

    private static SurveyDefinition Definition(Audience audience) => new()
    {
        Audience = audience,
        Title = new LocalizedText("Unprompted feedback", null),
        Dimensions = [.. Dimensions.Select(d => new DimensionDefinition(d, null))],
        Items =
        [
            new ItemDefinition { Code = KindItem, Kind = ItemKind.Choice, Text = new LocalizedText("Kind", null), Options = [.. Kinds.Select(k => new OptionDefinition { Code = k, Text = new LocalizedText(k, null) })] },
            new ItemDefinition { Code = TextItem, Kind = ItemKind.Text, Text = new LocalizedText("Text", null) },
            new ItemDefinition { Code = RatingItem, Kind = ItemKind.Rating, Text = new LocalizedText("Rating", null), Low = LowestRating, High = HighestRating },
        ],
    };
}
