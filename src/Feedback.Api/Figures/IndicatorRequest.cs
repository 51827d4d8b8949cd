using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>What is asked of an indicator: which answers, cut how.</summary>
public sealed record IndicatorRequest
{
    public required Indicator Indicator { get; init; }
    public required Audience Audience { get; init; }

    /// <summary>The surveys of the audience that ask what the indicator needs.</summary>
    public required IReadOnlyList<Survey> Surveys { get; init; }

    /// <summary>Whether surveys of the audience were named; else all of it are meant, those to come as well.</summary>
    public required bool NamesSurveys { get; init; }

    /// <summary>The same of the other audience's.</summary>
    public bool NamesOthers { get; init; }

    public Audience OtherAudience => Audience == Audience.Customer ? Audience.Employee : Audience.Customer;

    /// <summary>The other audience's surveys, for indicators that compare both; empty otherwise.</summary>
    public IReadOnlyList<Survey> Others { get; init; } = [];

    public DayRange Range { get; init; } = new(null, null);
    public Interval Interval { get; init; }

    /// <summary>Up to two dimensions; touchpoint or item may be one.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>Dimension to the value it must have; of a unit its descendants count.</summary>
    public IReadOnlyList<(string Dimension, string Value)> Where { get; init; } = [];

    public bool IsWeighted { get; init; }
    public bool IncludesTest { get; init; }

    /// <summary>The code of the item asked for, or null.</summary>
    public string? Item { get; init; }

    /// <summary>The code of the one topic asked for, or null.</summary>
    public string? Topic { get; init; }

    /// <summary>What the indicator is worked out on, where it takes any measure.</summary>
    public Construct? Measure { get; init; }

    /// <summary><c>topics</c>, or <c>topic:CODE</c>, in the place of <see cref="Measure"/>; null for neither.</summary>
    public string? Topics { get; init; }

    /// <summary>What the other audience is compared on (<c>alignment</c>).</summary>
    public Construct? With { get; init; }

    /// <summary>Facets of <c>consistency</c>, or the one dimension of <c>silo</c>.</summary>
    public IReadOnlyList<string> Over { get; init; } = [];

    /// <summary>The level of the tree at which units are compared, 1 at the top; null: units as the answers name them.</summary>
    public int? Level { get; init; }

    /// <summary>The two groups of <c>hierarchy-gap</c>.</summary>
    public (string Dimension, string Senior, string Frontline)? Gap { get; init; }

    /// <summary>What <c>change</c> compares: of which indicator, and between what.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>The company's own figure (<c>alignment</c>), or what is explained (<c>drivers</c>).</summary>
    public string? Outcome { get; init; }

    /// <summary>Item codes.</summary>
    public IReadOnlyList<string> Drivers { get; init; } = [];

    /// <summary>Periods by which customers follow.</summary>
    public int Lag { get; init; }

    /// <summary>A column of its own that touchpoints or items make, which is no dimension of cohorts.</summary>
    public const string Touchpoint = "touchpoint", ItemColumn = "item";

    /// <summary>Whether its rows are one side of a comparison: two answers to one question, and no complete count of a group, so without finite population correction.</summary>
    public bool IsCompared { get; init; }

    /// <summary>Under which units a breakdown by unit counts; as the answers name them when null.</summary>
    public Axis? UnitAxis { get; init; }

    /// <summary>A mean below this is a problem (<c>inertia</c>), 0..100.</summary>
    public double Threshold { get; init; } = 50;

    /// <summary>What single indicators are asked beside the common parameters, as one text; part of the keys of rows.</summary>
    public string Own => string.Join('\u001f', Measure?.Name ?? Topics, With?.Name, string.Join(',', Over), Level, Gap, Outcome, string.Join(',', Drivers), Lag, Threshold,
        Comparison is null ? null : $"{Comparison.Of.Indicator.Slug} {Comparison.Before} {Comparison.After} {Comparison.Initiative}");

    /// <summary>The dimensions by which cohorts are told apart.</summary>
    public IEnumerable<string> CohortDimensions => By.Where(d => d is not (Touchpoint or ItemColumn));

    /// <summary>The last released period of the surveys that lies in the range; null if there is none.</summary>
    public SurveyPeriod? LastReleased() => Surveys.SelectMany(s => s.Released).Where(p => ReleasedCube.Lies(p, Range)).MaxBy(p => p.PastDay);

    /// <summary>When the last of the released periods came out that the figures rest on; employees only.</summary>
    public DateTimeOffset? ReleasedAt()
    {
        DayRange[] ranges = Comparison is { Before.Range: { } before, After.Range: { } after } ? [before, after] : [Range];
        return Surveys.SelectMany(s => s.Released).Where(p => ranges.Any(r => ReleasedCube.Lies(p, r))).Max(p => p.ReleaseTime);
    }

    /// <summary>The fewest people behind a figure: the strictest of the surveys.</summary>
    public int MinimumGroup(int otherwise) => Surveys.Concat(Others).Select(s => s.MinimumGroup ?? otherwise).DefaultIfEmpty(otherwise).Max();
}

/// <summary>What <c>change</c> compares.</summary>
/// <param name="Of">The same question without the comparison: its rows are compared.</param>
/// <param name="Before">The earlier period, or the group that is compared with.</param>
/// <param name="After">The later period, or the group that is compared.</param>
/// <param name="Initiative">Or the key of the initiative whose units are compared with the others.</param>
public sealed record Comparison(IndicatorRequest Of, ComparedSide? Before, ComparedSide? After, string? Initiative);

/// <summary>One side of a comparison: a period, or a group.</summary>
public sealed record ComparedSide(DayRange? Range, (string Dimension, string Value)? Group);
