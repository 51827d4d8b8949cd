using Feedback.Api.Catalogue;

namespace Feedback.Api.Figures;

/// <summary>Which counts to read, and along what to cut them.</summary>
public sealed record CubeQuery
{
    public required IReadOnlyList<Survey> Surveys { get; init; }

    /// <summary>What is counted. Responses are counted besides, because they say which rows there are.</summary>
    public required IReadOnlyList<Variable> Variables { get; init; }

    public DayRange Range { get; init; } = new(null, null);

    /// <summary>Cuts the range into periods, open ends at what was counted.</summary>
    public Interval Interval { get; init; }

    /// <summary>Dimension to the value it must have; of a unit its descendants count.</summary>
    public IReadOnlyList<(string Dimension, string Value)> Where { get; init; } = [];

    /// <summary>What makes rows: a missing value is a row of its own.</summary>
    public IReadOnlyList<Axis> Rows { get; init; } = [];

    /// <summary>What makes the cells inside a row.</summary>
    public IReadOnlyList<Axis> Cells { get; init; } = [];

    public bool IncludesTest { get; init; }

    /// <summary>The answers that a request is about, in its rows and periods.</summary>
    public static CubeQuery Of(IndicatorRequest request, IReadOnlyList<Variable> variables) => new()
    {
        Surveys = request.Surveys,
        Variables = variables,
        Range = request.Range,
        Interval = request.Interval,
        Where = request.Where,
        Rows = [.. request.CohortDimensions.Select(d => d == "unit" && request.UnitAxis is { } units ? units : new Axis(d))],
        IncludesTest = request.IncludesTest,
    };
}
