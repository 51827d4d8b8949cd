namespace Feedback.Api.Features.Imports.Matching;

/// <summary>What a format's columns and cells look like, so that they are found without a map.</summary>
internal sealed record MatchRules
{
    /// <summary>Columns that are no answers; what they are for is said by the format itself.</summary>
    public required Func<string, bool> IsReserved { get; init; }

    /// <summary>Columns that say who answered. Nothing is read from them.</summary>
    public Func<string, bool> IsPersonal { get; init; } = _ => false;

    /// <summary>Other ways to write a column's name, the likeliest first.</summary>
    public Func<string, IEnumerable<string>> Variants { get; init; } = _ => [];

    /// <summary>The end of a column's name that a text's own column may have.</summary>
    public string? TextEnd { get; init; }

    /// <summary>What stands between item and option where each option has a column.</summary>
    public string? OptionMark { get; init; }

    /// <summary>Whether the column of an option may be labelled with the item's text and the option's behind it in brackets.</summary>
    public bool OptionInBrackets { get; init; }

    /// <summary>Between the options of one cell.</summary>
    public string? Separator { get; init; }

    public EmptyCell Empty { get; init; } = EmptyCell.NotShown;
    public IReadOnlyList<string> Skipped { get; init; } = [];

    /// <summary>In an option's column.</summary>
    public IReadOnlyList<string> Chosen { get; init; } = ["1", "Y", "y", "Yes", "yes", "true", "True", "TRUE", "x", "X", "Checked", "checked"];

    /// <summary>In an option's column.</summary>
    public IReadOnlyList<string> NotChosen { get; init; } = ["0", "N", "n", "No", "no", "false", "False", "FALSE", "Unchecked", "unchecked"];

    /// <summary>Whether a number may be an option's place in the order of the survey.</summary>
    public bool CountsOptions { get; init; }

    /// <summary>Whether what people typed beside "other" stands where an option's name would.</summary>
    public bool TypesOther { get; init; }

    /// <summary>Whether the column of the option "other" holds what people typed.</summary>
    public bool TypesOtherInColumn { get; init; }
}

/// <summary>A map made from a survey and the columns of a file.</summary>
/// <param name="Map">What was found.</param>
/// <param name="Ignored">The columns that are not read.</param>
/// <param name="Assumed">The columns whose numbers were taken for places in the order of the options.</param>
/// <param name="Problems">Why it cannot be used.</param>
internal sealed record DefaultMap(ImportMap Map, IReadOnlyList<string> Ignored, IReadOnlyList<string> Assumed, IReadOnlyList<string> Problems);
