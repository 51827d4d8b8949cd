namespace Feedback.Api.Demo;

/// <summary>
/// What is planted in the answers, in points of 0 to 100 on top of what everybody has. docs/demo.md tells the same to readers.
/// Everything else that shows is chance.
/// </summary>
internal static class Stories
{
    /// <summary>Silo: the units of one division see different companies, and none is helped by the others.</summary>
    public const string SiloDivision = "operations";

    /// <summary>Drift: one channel becomes worse from month to month.</summary>
    public const string DriftingChannel = "app";

    public const int DriftFrom = 6;
    public const double DriftAMonth = -1.6;

    /// <summary>Trouble: employees of one unit name it, and customers feel it two months later.</summary>
    public const string TroubledUnit = "retail-south";

    public const int TroubleNamed = 12, TroubleFelt = TroubleNamed + 2;

    /// <summary>Silence: people of one unit hardly answer the pulse.</summary>
    public const string SilentUnit = "cash-logistics";

    /// <summary>Not all that happens to customers on one visit reaches their trust.</summary>
    private const double ReachesTrust = .6;

    /// <summary>How much of what sets a unit apart for its employees its customers notice too.</summary>
    private const double ReachesCustomers = .6;

    public static bool IsTroubledFor(Visit visit) => visit.Unit == TroubledUnit && visit.Month >= TroubleFelt;

    public static bool IsTroubledFor(Turn turn) => turn.Who.Unit == TroubledUnit && turn.Month >= TroubleNamed;

    /// <summary>How much better or worse a customer finds something: the unit, a programme in it, channel drift and trouble.</summary>
    public static double Shift(Visit visit, bool ofTrust)
    {
        var drift = visit.Channel == DriftingChannel ? DriftAMonth * Math.Max(0, visit.Month - DriftFrom + 1) : 0;
        var passing = (drift + (IsTroubledFor(visit) ? -14 : 0)) * (ofTrust ? ReachesTrust : 1);
        return passing + ReachesCustomers * OfUnit(visit.Unit, "engagement") + DemoInitiatives.Lift(visit);
    }

    /// <summary>How much higher or lower an employee answers on a scale or single measure.</summary>
    public static double Shift(Turn turn, string scale) =>
        OfLevel(turn.Who.Level, scale) + OfUnit(turn.Who.Unit, scale) + (IsTroubledFor(turn) ? OfTrouble(scale) : 0) + DemoInitiatives.Lift(turn, scale);

    /// <summary>The senior level lives in another company, most of all where engagement and trust are asked.</summary>
    private static double OfLevel(string level, string scale) => (level, scale) switch
    {
        ("senior", "engagement" or "recommend") => 17,
        ("senior", "trust") => 14,
        ("senior", "collaboration") => 3,
        ("senior", _) => 8,
        ("middle", _) => 3,
        ("frontline", "engagement" or "recommend" or "trust") => -3,
        _ => 0,
    };

    private static double OfUnit(string unit, string scale) => (unit, scale) switch
    {
        ("operations" or "payments" or "lending" or "technology", "collaboration") => -20,
        (_, "purpose" or "collaboration" or "own") => 0,
        ("payments", _) => 10,
        ("technology", _) => -1,
        ("lending", _) => -12,
        ("retail-north" or "retail-coast" or "business-desk", _) => 2,
        ("retail-east" or "digital", _) => 1,
        ("retail-city" or "contact-centre", _) => -1,
        ("retail-west", _) => -2,
        _ => 0,
    };

    private static double OfTrouble(string scale) => scale switch
    {
        "trust" => -15,
        "engagement" or "recommend" or "readiness" or "stay" => -7,
        _ => 0,
    };
}
