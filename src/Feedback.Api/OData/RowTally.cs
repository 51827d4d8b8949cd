namespace Feedback.Api.OData;

/// <summary>Rows that were counted, and what the ledger counts them as.</summary>
/// <param name="Rows">All of them.</param>
/// <param name="Released">Those with a figure of employees.</param>
/// <param name="Withheld">Those of employees without.</param>
internal readonly record struct RowTally(long Rows, int Released, int Withheld)
{
    public static RowTally Of<TRow>(FeedSet<TRow> set, IEnumerable<TRow> rows) => rows.Aggregate(new RowTally(), (sum, row) => sum.With(set, row));

    /// <summary>With one more.</summary>
    public RowTally With<TRow>(FeedSet<TRow> set, TRow row) => set.IsWithheld(row) switch
    {
        null => this with { Rows = Rows + 1 },
        true => this with { Rows = Rows + 1, Withheld = Withheld + 1 },
        false => this with { Rows = Rows + 1, Released = Released + 1 },
    };
}
