namespace Feedback.Api.Figures.Warnings;

/// <summary>How many people mentioned a topic in a unit, period by period.</summary>
/// <param name="Unit">The unit with everything below it; null for everybody.</param>
/// <param name="Topic">The topic's code.</param>
/// <param name="Counts">People in each period of the history; null for a period of which nothing is known: of employees one that released nothing of the unit, or released it under another tree.</param>
public sealed record TopicStream(string? Unit, string Topic, IReadOnlyList<long?> Counts)
{
    /// <summary>What it is called where streams of topics and of scores stand side by side.</summary>
    public string Name => NameOf(Unit, Mark + Topic);

    /// <summary>What stands before a topic's code, where a measure may stand too.</summary>
    public const string Mark = "topic:";

    /// <summary>The topic in the name of a stream; null for a score's.</summary>
    public static string? TopicOf(string name) => name.IndexOf('/' + Mark, StringComparison.Ordinal) is >= 0 and var at ? name[(at + 1 + Mark.Length)..] : null;

    /// <summary>The name of a stream of a unit, or of everybody. A unit may be called like everybody: no unit has a colon in its code.</summary>
    public static string NameOf(string? unit, string what) => $"{(unit == Everybody ? "unit:" + unit : unit ?? Everybody)}/{what}";

    private const string Everybody = "all";
}
