namespace Feedback.Api.Catalogue;

/// <summary>One item: a rating, a choice or a text.</summary>
public sealed record ItemDefinition
{
    public string? Code { get; init; }

    /// <summary><c>rating</c>, <c>choice</c> or <c>text</c>.</summary>
    public ItemKind? Kind { get; init; }

    public LocalizedText? Text { get; init; }

    /// <summary>Rating: the lowest answer.</summary>
    public int? Low { get; init; }

    /// <summary>Rating: the highest answer.</summary>
    public int? High { get; init; }

    /// <summary>Rating: true when a high answer means less of what is measured.</summary>
    public bool? Reversed { get; init; }

    /// <summary>Rating: what it measures, by a name of the catalogue of measures.</summary>
    public string? Measures { get; init; }

    /// <summary>Rating that measures <c>experience</c>: which touchpoint.</summary>
    public string? Touchpoint { get; init; }

    public IReadOnlyList<OptionDefinition>? Options { get; init; }

    /// <summary>Choice: more than one option may be chosen.</summary>
    public bool? Multiple { get; init; }

    public bool? Required { get; init; }

    /// <summary>Rating: texts of points of the scale, by point; some, all or none of them.</summary>
    public SortedDictionary<int, LocalizedText>? Labels { get; init; }

    /// <summary>Names under which other products know it: a column, a question's id or name; at most 10.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>Rating: values other than the number that other products send for points of the scale, by point; at most 10 each.</summary>
    public SortedDictionary<int, IReadOnlyList<string>>? PointAliases { get; init; }

    /// <summary>Rating: values that other products send for "shown and skipped", such as "not applicable"; at most 10.</summary>
    public IReadOnlyList<string>? SkipAliases { get; init; }
}

public enum ItemKind { Rating, Choice, Text }

/// <summary>An option of a choice item.</summary>
public sealed record OptionDefinition
{
    public string? Code { get; init; }
    public LocalizedText? Text { get; init; }

    /// <summary>Values under which other products know it; at most 10.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }
}
