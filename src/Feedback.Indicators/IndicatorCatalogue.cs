namespace Feedback.Indicators;

/// <summary>Every indicator there is, in the order they are listed to readers.</summary>
public static class IndicatorCatalogue
{
    public static IReadOnlyList<Indicator> All { get; } =
    [
        new Trust(),
        new NetTrust(),
        new Engagement(),
        new EngagementPositive(),
        new Recommend(),
        new Satisfaction(),
        new Effort(),
        new Consistency(),
        new Agreement(),
        new JourneyPass(),
        new Silo(),
        new HierarchyGap(),
        new ChangeReadiness(),
        new Inertia(),
        new Purpose(),
        new Stay(),
        new Ambassadors(),
        new Alignment(),
        new EarlyWarning(),
        new Listening(),
        new Drivers(),
        new Change(),
        new Scale(),
        new Item(),
    ];

    /// <summary>The indicator with this slug, or null.</summary>
    public static Indicator? Find(string slug) => All.FirstOrDefault(indicator => indicator.Slug == slug);
}
