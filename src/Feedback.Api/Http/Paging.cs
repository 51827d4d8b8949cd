using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Feedback.Api.Http;

/// <summary>One page of a list.</summary>
/// <param name="Value">The entries.</param>
/// <param name="NextCursor">What to send as <c>cursor</c> for the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Value, string? NextCursor)
{
    public Page<TOther> Select<TOther>(Func<T, TOther> selector) => new([.. Value.Select(selector)], NextCursor);
}

/// <summary>Keyset paging: a page starts after the key of the last entry of the page before, so that entries that come or go do not shift it.</summary>
public sealed record Paging(int Limit, string? After)
{
    public const int DefaultLimit = 1_000, MaximumLimit = 20_000;

    /// <summary>All there is; one more can be asked for, to see whether there is more.</summary>
    public const int Unlimited = int.MaxValue - 1;

    public static readonly string[] Parameters = ["limit", "cursor"];

    /// <summary>Reads <c>limit</c> and <c>cursor</c>.</summary>
    public static (Paging? Paging, Problem? Problem) Read(HttpContext context)
    {
        var query = context.Request.Query;
        var limit = DefaultLimit;
        if (query.TryGetValue("limit", out var sentLimit)
            && (!int.TryParse(sentLimit, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MaximumLimit))
            return (null, Problem.Invalid(ProblemCodes.InvalidParameter, "limit", $"It is a whole number from 1 to {MaximumLimit}."));
        if (!query.TryGetValue("cursor", out var sentCursor)) return (new Paging(limit, null), null);
        return Decode(sentCursor.ToString()) is { } after
            ? (new Paging(limit, after), null)
            : (null, Problem.Invalid(ProblemCodes.InvalidParameter, "cursor", "It is the nextCursor of the page before."));
    }

    /// <summary>The page of entries that are in ordinal order of their keys.</summary>
    public Page<T> Cut<T>(IReadOnlyList<T> ordered, Func<T, string> keyOf)
    {
        var start = 0;
        if (After is not null)
        {
            var (low, high) = (0, ordered.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (string.CompareOrdinal(keyOf(ordered[middle]), After) <= 0) low = middle + 1;
                else high = middle;
            }
            start = low;
        }
        var value = ordered.Skip(start).Take(Limit).ToList();
        return new Page<T>(value, start + value.Count < ordered.Count ? Encode(keyOf(value[^1])) : null);
    }

    /// <summary>The page of entries that the store has cut already: those after the cursor, and one more than the limit where there are more.</summary>
    public Page<T> Of<T>(IReadOnlyList<T> oneMore, Func<T, string> keyOf) =>
        oneMore.Count > Limit ? new Page<T>([.. oneMore.Take(Limit)], Encode(keyOf(oneMore[Limit - 1]))) : new Page<T>(oneMore, null);

    private static string Encode(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    private static string? Decode(string cursor)
    {
        if (cursor.Length is 0 or > 4_000 || !Base64Url.IsValid(cursor)) return null;
        var key = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        return Encode(key) == cursor ? key : null;
    }
}
