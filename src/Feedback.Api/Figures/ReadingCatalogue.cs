using Feedback.Api.Figures.Readings;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>Every indicator that is served, and how.</summary>
public static class ReadingCatalogue
{
    /// <summary>In the order of the catalogue of indicators.</summary>
    public static IReadOnlyList<Reading> All { get; } = [.. IndicatorCatalogue.All.Select(Of).OfType<Reading>()];

    /// <summary>How the indicator with this slug is read, or null.</summary>
    public static Reading? Find(string slug) => All.FirstOrDefault(r => r.Indicator.Slug == slug);

    private static Reading? Of(Indicator indicator) => indicator switch
    {
        Item => new ItemReading(),
        Consistency => new ConsistencyReading(),
        Alignment => new AlignmentReading(),
        Ambassadors => new AmbassadorsReading(),
        Change => new ChangeReading(),
        Drivers => new DriversReading(),
        Scale scale => new ConstructReading(scale, scale.Of) { OnlyScales = true, Facets = Scale.ComponentsOf },
        Agreement agreement => new ConstructReading(agreement, agreement.Of) { Default = audience => audience == Audience.Employee ? "engagement" : "satisfaction" },
        Silo => new SiloReading(),
        HierarchyGap => new HierarchyGapReading(),
        Inertia => new InertiaReading(),
        Listening => new ListeningReading(),
        EarlyWarning => new EarlyWarningReading(),
        CountedIndicator counted => new CountedReading(counted),
        _ => null,
    };
}
