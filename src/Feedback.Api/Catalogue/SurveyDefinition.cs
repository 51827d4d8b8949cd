using System.Text.Json;
using Feedback.Indicators;

namespace Feedback.Api.Catalogue;

/// <summary>A survey as it is published: what is asked, of whom, and under which dimensions answers are told apart.</summary>
public sealed record SurveyDefinition
{
    /// <summary>Whom it asks: <c>customer</c> or <c>employee</c>.</summary>
    public Audience? Audience { get; init; }

    public LocalizedText? Title { get; init; }

    /// <summary>Plain text that stands before the items.</summary>
    public LocalizedText? Description { get; init; }

    /// <summary>Plain text for whoever has answered.</summary>
    public LocalizedText? Thanks { get; init; }

    /// <summary>Dimensions beside <c>unit</c>, which every survey has; at most 12.</summary>
    public IReadOnlyList<DimensionDefinition>? Dimensions { get; init; }

    public IReadOnlyList<ItemDefinition>? Items { get; init; }

    /// <summary>Employees: <c>month</c> (default), <c>quarter</c>, <c>year</c> or <c>wave</c>.</summary>
    public string? Period { get; init; }

    /// <summary>Employees: <c>open</c> (default) or <c>code</c>.</summary>
    public string? Access { get; init; }

    /// <summary>Employees: the fewest people behind any figure, 5 to 50.</summary>
    public int? K { get; init; }

    /// <summary>True opens the hosted page to everybody.</summary>
    public bool? Page { get; init; }

    /// <summary>Customers: true keeps each text as it was sent beside the one without what leads to a person; only admins can export it.</summary>
    public bool? KeepOriginalText { get; init; }

    /// <summary>So many days after its day the answers and texts of a response are erased and its counts stay; of employees not before its period is released. Those of the version in force hold for every response.</summary>
    public int? RetentionDays { get; init; }

    /// <summary>Employees: the questions to <c>drivers</c> that are answered when a period is released; at most 20. Those of the version then in force count.</summary>
    public IReadOnlyList<DriverDefinition>? Drivers { get; init; }

    /// <summary>Names under which other products send what has no item here; their values are left out and told of. At most 500.</summary>
    public IReadOnlyList<string>? Ignores { get; init; }

    /// <summary>The definition as one text that is equal for equal content.</summary>
    public string ToCanonicalJson() => JsonSerializer.Serialize(this, CatalogueJson.Options);

    public static SurveyDefinition Parse(string json) => JsonSerializer.Deserialize<SurveyDefinition>(json, CatalogueJson.Options)!;
}

/// <summary>A question to <c>drivers</c>, as a request asks it.</summary>
public sealed record DriverDefinition
{
    /// <summary>What is explained: a measure, a scale, or <c>item:CODE</c>.</summary>
    public string? Outcome { get; init; }

    /// <summary>The codes of 2 to 10 rating items.</summary>
    public IReadOnlyList<string>? Drivers { get; init; }
}
