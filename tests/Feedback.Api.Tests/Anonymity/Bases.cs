using Feedback.Api.Tests.Anonymity.Invented;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>Which people an indicator is worked out on: one variable, one base.</summary>
internal static class Bases
{
    /// <summary>One indicator of each base that <see cref="InventedSurvey"/> has answers for.</summary>
    public static readonly string[] OneEach =
        ["trust", "engagement", "purpose", "change-readiness", "item?item=trust.outcome", "item?item=collaboration", "recommend", "stay", "effort"];

    /// <summary>The items that people of the base have all answered.</summary>
    public static string[] Of(string indicator) => indicator switch
    {
        "trust" or "net-trust" => InventedSurvey.Trust,
        "engagement" or "engagement-positive" => InventedSurvey.Engagement,
        "purpose" => InventedSurvey.Purpose,
        "change-readiness" => InventedSurvey.Readiness,
        "recommend" or "ambassadors" => ["recommend"],
        "stay" or "effort" => [indicator],
        "listening" => [],
        _ => OfItem(indicator[(indicator.IndexOf('=', StringComparison.Ordinal) + 1)..]),
    };

    /// <summary>The items of the scale that an item belongs to, or the item itself.</summary>
    private static string[] OfItem(string item) =>
        new[] { InventedSurvey.Trust, InventedSurvey.Engagement, InventedSurvey.Purpose, InventedSurvey.Readiness }.FirstOrDefault(scale => scale.Contains(item)) ?? [item];
}
