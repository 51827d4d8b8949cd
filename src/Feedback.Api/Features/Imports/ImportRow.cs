namespace Feedback.Api.Features.Imports;

/// <summary>One row of a file.</summary>
/// <param name="Line">The line it begins on, counted from 1.</param>
/// <param name="Cells">As the columns; null where the source says that the question was not shown.</param>
public sealed record ImportRow(long Line, string?[] Cells)
{
    /// <summary>The cells as the file has them, escapes and all.</summary>
    public string?[] Source { get; init; } = Cells;

    /// <summary>Which one it is of the rows with the same cells, from 1; 0 before it was counted.</summary>
    internal int Number { get; set; }
}

/// <summary>Why a row was not stored: where, and what is wrong; never the value itself.</summary>
/// <param name="Line">The line the row begins on.</param>
/// <param name="Column">The column; empty where it is the row as a whole.</param>
/// <param name="Reason">In words.</param>
/// <param name="Code">From the closed list of problems.</param>
public sealed record Reject(long Line, string Column, string Reason, string Code);

/// <summary>What is wrong with a cell.</summary>
internal sealed record Fault(string Code, string Reason);
