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

    public bool Equals(PlainRow? other) =>
        other is not null && Columns.AsSpan().SequenceEqual(other.Columns) && Values.AsSpan().SequenceEqual(other.Values);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Columns.AsSpan()));
        hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Values.AsSpan()));
        return hash.ToHashCode();
    }
}
