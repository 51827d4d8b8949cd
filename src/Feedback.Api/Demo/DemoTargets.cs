using Feedback.Indicators;
using Target = Feedback.Api.Catalogue.Target;

namespace Feedback.Api.Demo;

/// <summary>Where the demo's bank wanted to be by the end of its last whole month.</summary>
internal static class DemoTargets
{
    /// <summary>One that is reached, two that are missed, one that no figure decides: it lies where the figure is expected.</summary>
    public static Target[] Make(DemoCalendar calendar) =>
    [
        At(calendar, Audience.Customer, "trust", null, 60),
        At(calendar, Audience.Customer, "satisfaction", null, 80),
        At(calendar, Audience.Customer, "trust", DemoInitiatives.Training.Units[2], 72),
        At(calendar, Audience.Employee, "trust", Stories.TroubledUnit, 62),
    ];

    private static Target At(DemoCalendar calendar, Audience audience, string indicator, string? unit, double value) => new()
    {
        Audience = audience,
        Indicator = indicator,
        Unit = unit,
        Direction = Direction.AtLeast,
        Value = value,
        Until = calendar.Month(DemoCalendar.WholeMonths).AddDays(-1),
    };
}
