using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Indicators;

namespace Feedback.Api.Features.Indicators;

/// <summary>What is asked of an indicator: which answers, cut how.</summary>
public sealed record IndicatorRequest
{
    public required Audience Audience { get; init; }
    public required IReadOnlyList<Survey> Surveys { get; init; }
    /// <summary>Whether surveys were named; else all of the audience are meant, those to come as well.</summary>
    public required bool NamesSurveys { get; init; }

    public required DayRange Range { get; init; }
    public required Interval Interval { get; init; }

    /// <summary>Up to two dimensions; touchpoint may be one.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>Dimension to the value it must have; of a unit its descendants count.</summary>
    public required IReadOnlyList<(string Dimension, string Value)> Where { get; init; }

    public required string? Item { get; init; }
    public required bool IsWeighted { get; init; }
    public required bool IncludesTest { get; init; }
    public required Paging Paging { get; init; }

    public const string Touchpoint = "touchpoint";

    /// <summary>The dimensions by which cohorts are told apart.</summary>
    public IEnumerable<string> CohortDimensions => By.Where(d => d != Touchpoint);

    /// <summary>The fewest people behind a figure: the strictest of the surveys.</summary>
    public int MinimumGroup(int otherwise) => Surveys.Count == 0 ? otherwise : Surveys.Max(s => s.MinimumGroup ?? otherwise);
}
