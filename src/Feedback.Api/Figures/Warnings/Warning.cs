using Feedback.Indicators;

namespace Feedback.Api.Figures.Warnings;

/// <summary>What a stream shows in a period. Its figure has passed the gate.</summary>
/// <param name="Stream">The name of the stream.</param>
/// <param name="Unit">The unit with everything below it; null for everybody.</param>
/// <param name="Topic">The topic that is mentioned; null for a score.</param>
/// <param name="Measure">The score that is watched; null for a topic.</param>
/// <param name="Audience">Whose.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">First day after it.</param>
/// <param name="Figure">As <c>early-warning</c> has it.</param>
public sealed record Warning(string Stream, string? Unit, string? Topic, string? Measure, Audience Audience, DateOnly From, DateOnly To, Released<Figure> Figure)
{
    /// <summary>Whether there is an alarm; null where that is not told.</summary>
    public bool? Alarm => Figure.Value.Components.GetValueOrDefault("alarm") as bool?;

    /// <summary>Customers: the first day of the period in which the alarm began; null without one.</summary>
    public DateOnly? Since { get; init; }
}
