namespace Feedback.Api.Data;

/// <summary>A customer's comment as it is listed.</summary>
public sealed record ListedComment
{
    /// <summary>Its number in the store.</summary>
    public long Seq { get; init; }

    /// <summary>Drawn by lot: where it stands.</summary>
    public long Place { get; init; }

    public int Survey { get; init; }

    /// <summary>yyyymm.</summary>
    public int Month { get; init; }

    public int Cohort { get; init; }

    /// <summary>The item it answers.</summary>
    public int Variable { get; init; }

    /// <summary>Without what leads to a person.</summary>
    public string Text { get; init; } = "";

    /// <summary>Null where it is not clear.</summary>
    public string? Language { get; init; }

    /// <summary>The compound score in whole 1e-4; null where there is none.</summary>
    public int? Sentiment { get; init; }

    /// <summary>Codes with a blank before and behind each; null where there are none.</summary>
    public string? Topics { get; init; }

    /// <summary>The packed answers beside it, where they were asked for.</summary>
    public string? Answers { get; init; }
}

/// <summary>The months of which a survey has listed comments, yyyymm.</summary>
public sealed record CommentMonths
{
    public int? First { get; init; }
    public int? Last { get; init; }
}

/// <summary>Words that have to stand in a text one behind the other, of letters and digits alone.</summary>
/// <param name="Words">At least one.</param>
/// <param name="IsPrefix">Whether the last of them may go on.</param>
public sealed record SearchTerm(IReadOnlyList<string> Words, bool IsPrefix);
