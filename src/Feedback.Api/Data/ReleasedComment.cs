namespace Feedback.Api.Data;

/// <summary>A comment as a release shows it.</summary>
public sealed record ReleasedComment
{
    public int Survey { get; init; }

    /// <summary>The released period.</summary>
    public int Period { get; init; }

    /// <summary>Its place in the order that was drawn by lot, from 0.</summary>
    public int Place { get; init; }

    /// <summary>The one node that shows it; null for the whole organisation.</summary>
    public string? Unit { get; init; }

    /// <summary>The code of the item it answers; null for unprompted feedback.</summary>
    public string? Item { get; init; }

    /// <summary>What kind of unprompted feedback it is; null for an item's answer.</summary>
    public string? Kind { get; init; }

    /// <summary>In lower case; null where too few people of the node wrote in it.</summary>
    public string? Language { get; init; }

    /// <summary>Without personal data that a pattern can find.</summary>
    public string Text { get; init; } = "";

    /// <summary>How it sounds: positive, negative, neutral or unscored; null where too few people of the node sound so, or nobody asked when it was released.</summary>
    public string? Sentiment { get; init; }

    /// <summary>Codes of the topics that enough people of the node mention, with a blank before and behind each; null where there are none.</summary>
    public string? Topics { get; init; }
}
