namespace Feedback.Api.Features.Imports;

/// <summary>An item's column, or one column an option.</summary>
public sealed record ItemRule
{
    public string? Column { get; init; }

    /// <summary>Choice: option code to its column, in a file that has one an option.</summary>
    public IReadOnlyDictionary<string, string>? Columns { get; init; }

    /// <summary>In an option's column: codes that mean chosen.</summary>
    public IReadOnlyList<string> Chosen { get; init; } = [];

    /// <summary>In an option's column: codes that mean shown and not chosen.</summary>
    public IReadOnlyList<string> NotChosen { get; init; } = [];

    /// <summary>Codes that mean: shown, and not answered.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];

    /// <summary>Codes that mean: not shown, not applicable.</summary>
    public IReadOnlyList<string> NotShown { get; init; } = [];

    /// <summary>Code to answer; with it no other code is taken.</summary>
    public IReadOnlyDictionary<string, string>? Recode { get; init; }

    /// <summary>Choice: the option for every code that is not listed; what people typed beside "other" stands in place of an option. With a column an option: that whose column holds what was typed.</summary>
    public string? Other { get; init; }

    /// <summary>Multiple choice: what stands between the options of one cell.</summary>
    public string? Separator { get; init; }

    /// <summary>Every column it is read from.</summary>
    internal IEnumerable<string> AllColumns => Columns?.Values ?? (Column is null ? [] : [Column]);
}

/// <summary>A column of values, or one value for all rows.</summary>
public sealed record ValueRule
{
    public string? Column { get; init; }

    /// <summary>The value of every row, instead of a column.</summary>
    public string? Value { get; init; }

    /// <summary>Codes that mean: no value. An empty cell always does.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Code to value; with it no other code is taken.</summary>
    public IReadOnlyDictionary<string, string>? Recode { get; init; }
}
