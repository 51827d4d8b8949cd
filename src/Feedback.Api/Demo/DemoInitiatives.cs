using Feedback.Api.Catalogue;

namespace Feedback.Api.Demo;

/// <summary>A change programme of the demo.</summary>
/// <param name="Key">Its key in addresses.</param>
/// <param name="Title">Its name.</param>
/// <param name="Month">The month on whose first day it began, 0 being the oldest.</param>
/// <param name="Units">The units it touched, all on the third level.</param>
internal sealed record DemoInitiative(string Key, string Title, int Month, string[] Units)
{
    public Initiative ToStored(DemoCalendar calendar) => new()
    {
        Key = Key,
        Title = Title,
        From = calendar.Month(Month),
        Units = [.. Units.Order(StringComparer.Ordinal)],
        WayPoints = [new WayPoint(calendar.Month(Month), "Begins")],
    };
}

/// <summary>
/// Two change programmes: one that lifts the units it touches, and one that does nothing. Before and after are compared over as
/// many months as the shorter side has. The months are chosen so that nothing else begins in either window: the training has
/// 0 to 4 and 5 to 10, the intranet 0 to 1 and 2 to 4. Drift meets all units alike; trouble comes later.
/// </summary>
internal static class DemoInitiatives
{
    /// <summary>What the training adds, in points: to all that customers rate, trust included, and to the readiness of employees.</summary>
    public const double CustomersLift = 6, ReadinessLift = 8;

    public static readonly DemoInitiative Training = new("service-training", "Service training", 5, ["retail-north", "retail-city", "retail-coast", "contact-centre"]);

    public static readonly DemoInitiative Intranet = new("new-intranet", "New intranet", 2, ["retail-west", "retail-east", "digital", "business-desk"]);

    public static readonly DemoInitiative[] All = [Training, Intranet];

    public static double Lift(Visit visit) => IsTrained(visit.Unit, visit.Month) ? CustomersLift : 0;

    public static double Lift(Turn turn, string scale) => scale == "readiness" && IsTrained(turn.Who.Unit, turn.Month) ? ReadinessLift : 0;

    private static bool IsTrained(string unit, int month) => month >= Training.Month && Array.IndexOf(Training.Units, unit) >= 0;
}
