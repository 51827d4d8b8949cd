using System.Runtime.CompilerServices;

namespace Feedback.Api.OData;

/// <summary>One page of rows.</summary>
/// <param name="Rows">In the order asked for.</param>
/// <param name="Count">How many match, where that was asked for.</param>
/// <param name="Next">Where the page ended; null on the last.</param>
/// <param name="Counted">The rows that were counted for it, its own among them; null where none were.</param>
internal sealed record FeedPage<TRow>(List<TRow> Rows, long? Count, FeedMark? Next, RowTally? Counted);

/// <summary>
/// The rows of a set that match a query, in its order. The set's own order costs one walk. Any other costs one walk for as many
/// rows as are held at a time, so that memory does not grow with the set.
/// </summary>
internal sealed class FeedRows<TRow>(FeedSet<TRow> set, FeedScope scope, FeedQuery query)
{
    /// <summary>Rows of another order that are held at a time when all are wanted.</summary>
    public const int Held = 100_000;

    private readonly Func<TRow, bool> _matches = RowFilter.Of(set, query.Filter);

    /// <summary>How many rows match, wherever a page begins or ends.</summary>
    public async Task<RowTally> Count()
    {
        var count = new RowTally();
        await foreach (var row in Matching(null)) count = count.With(set, row);
        return count;
    }

    /// <summary>The first row that matches, or null.</summary>
    public async Task<List<TRow>> First()
    {
        await foreach (var row in Matching(null)) return [row];
        return [];
    }

    /// <summary>The page after the query's mark.</summary>
    /// <param name="size">Rows at the most.</param>
    public async Task<FeedPage<TRow>> Page(int size)
    {
        var taken = query.Mark?.Taken ?? 0;
        var wanted = (int)Math.Min(size, Math.Max(0, query.Top - taken));
        var isCounting = query.IsCounted && query.Mark?.Count is null;
        // The walk that counts gives the page as well.
        var (rows, isMore, counted) = isCounting && query.Order.Count == 0 && query.Mark is null ? await CountedPage(wanted) : await PageAlone(wanted);
        if (isCounting) counted ??= await Count();
        var count = query.IsCounted ? query.Mark?.Count ?? counted?.Rows : null;
        return new FeedPage<TRow>(rows, count, isMore && taken + rows.Count < query.Top ? MarkOf(rows[^1], taken + rows.Count, count) : null, counted);
    }

    private async Task<(List<TRow> Rows, bool IsMore, RowTally? Counted)> PageAlone(int wanted)
    {
        var rows = new List<TRow>();
        if (wanted == 0) return (rows, false, null);
        // One row more tells whether there is another page.
        await foreach (var row in InOrder(wanted + 1L))
        {
            if (rows.Count == wanted) return (rows, true, null);
            rows.Add(row);
        }
        return (rows, false, null);
    }

    private async Task<(List<TRow> Rows, bool IsMore, RowTally? Counted)> CountedPage(int wanted)
    {
        var (rows, counted) = (new List<TRow>(), new RowTally());
        await foreach (var row in Matching(null))
        {
            if (counted.Rows >= query.Skip && rows.Count < wanted) rows.Add(row);
            counted = counted.With(set, row);
        }
        return (rows, wanted > 0 && counted.Rows - query.Skip > rows.Count, counted);
    }

    /// <summary>Every row that is asked for, one by one.</summary>
    public async IAsyncEnumerable<TRow> All()
    {
        var left = query.Top - (query.Mark?.Taken ?? 0);
        if (left <= 0) yield break;
        await foreach (var row in InOrder(left))
        {
            yield return row;
            if (--left == 0) yield break;
        }
    }

    /// <summary>Rows in the order asked for, after the mark, without those that are skipped.</summary>
    /// <param name="likely">How many are likely to be looked at.</param>
    private async IAsyncEnumerable<TRow> InOrder(long likely)
    {
        var skip = query.Mark is null ? query.Skip : 0;
        // Each by itself, because both may be as great as numbers are.
        var held = (int)Math.Clamp(Math.Min(likely, Held) + Math.Min(skip, Held), 1, Held);
        await foreach (var row in query.Order.Count == 0 ? Matching(query.Mark?.Position) : Sorted(held))
        {
            if (skip-- <= 0) yield return row;
        }
    }

    private async IAsyncEnumerable<TRow> Sorted(int held)
    {
        var (order, mark) = (RowOrder.Of(set, query.Order), query.Mark);
        while (true)
        {
            var least = await Least(order, mark is null ? _ => true : RowOrder.IsAfter(set, query.Order, mark), held);
            foreach (var row in least) yield return row;
            if (least.Length < held) yield break;
            mark = MarkOf(least[^1], 0, null);
        }
    }

    /// <summary>The first rows of an order among those after a mark.</summary>
    private async Task<TRow[]> Least(IComparer<TRow> order, Func<TRow, bool> isAfter, int held)
    {
        var heap = new PriorityQueue<TRow, TRow>(Comparer<TRow>.Create((a, b) => order.Compare(b, a)));
        await foreach (var row in Matching(null))
        {
            if (!isAfter(row)) continue;
            if (heap.Count < held) heap.Enqueue(row, row);
            else if (order.Compare(row, heap.Peek()) < 0) heap.DequeueEnqueue(row, row);
        }
        var rows = new TRow[heap.Count];
        for (var i = rows.Length - 1; i >= 0; i--) rows[i] = heap.Dequeue();
        return rows;
    }

    private async IAsyncEnumerable<TRow> Matching(string? after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var row in set.Read(scope, query.Filter, after).WithCancellation(cancellation))
        {
            scope.Read.Aborted.ThrowIfCancellationRequested();
            if (_matches(row)) yield return row;
        }
    }

    private FeedMark MarkOf(TRow row, long taken, long? count) => query.Order.Count == 0
        ? new(taken, count, set.PositionOf(row), [])
        : new(taken, count, set.Columns[0].AsText(row)!, [.. query.Order.Select(o => RowOrder.ValueOf(set.Columns[o.Column], row))]);
}
