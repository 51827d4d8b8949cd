using System.Text.Json.Serialization;
using Feedback.Indicators;

namespace Feedback.Api.Features.Indicators;

/// <summary>An indicator's answer on the wire. Columns of the breakdown, and facet or option where there are several rows a group, stand beside.</summary>
/// <param name="Indicator">Its slug.</param>
/// <param name="Audience">Whose answers.</param>
/// <param name="Scale">Where estimates can lie.</param>
/// <param name="AsOf">When it was worked out.</param>
/// <param name="Value">The rows.</param>
/// <param name="NextCursor">For the next page; null on the last.</param>
public sealed record IndicatorAnswer(string Indicator, Audience Audience, IndicatorScale Scale, DateTimeOffset AsOf, IReadOnlyList<IndicatorAnswerRow> Value, string? NextCursor);

/// <param name="Low">Lowest possible estimate.</param>
/// <param name="High">Highest possible estimate.</param>
public sealed record IndicatorScale(double Low, double High);

/// <param name="Key">Stable for the same row.</param>
/// <param name="From">First day; null when open.</param>
/// <param name="To">First day after; null when open.</param>
/// <param name="Estimate">The figure.</param>
/// <param name="Low">Lower limit of the 95% interval.</param>
/// <param name="High">Upper limit of the 95% interval.</param>
/// <param name="N">People, answers or mentions behind it.</param>
/// <param name="Status"><c>released</c>, <c>withheld</c>, <c>insufficient</c> or <c>undefined</c>.</param>
/// <param name="Bound">Of a small group of employees whose answers lie near an end of the scale, and of response rates near 100: the figure is the estimate or more (<c>atLeast</c>), or less (<c>atMost</c>). Null: it is the estimate.</param>
/// <param name="Target">What the organisation wants the figure to be; null without a target.</param>
/// <param name="Reached"><c>yes</c>, <c>no</c>, or <c>unclear</c> where the interval holds the target; null without one, or without a figure.</param>
/// <param name="Components">Parts of the figure by name, every name in every row.</param>
public sealed record IndicatorAnswerRow(string Key, DateOnly? From, DateOnly? To, double? Estimate, double? Low, double? High, long? N, Status Status, Bound? Bound, double? Target, Reached? Reached, IReadOnlyDictionary<string, object?> Components)
{
    /// <summary>The dimensions of the breakdown, and facet or option.</summary>
    [JsonExtensionData]
    public Dictionary<string, object?>? Columns { get; init; }
}
