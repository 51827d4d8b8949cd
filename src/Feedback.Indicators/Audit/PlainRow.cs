namespace Feedback.Indicators.Audit;

/// <summary>A row modulo 2^31 - 1 that never changes: its columns in ascending order, and their values, none of them 0.</summary>
internal sealed record PlainRow(int[] Columns, uint[] Values)
{
    /// <summary>The value in a column, 0 if it has none.</summary>
    public ulong this[int column]
    {
        get
        {
            var place = Array.BinarySearch(Columns, column);
            return place < 0 ? 0 : Values[place];
        }
    }
}
