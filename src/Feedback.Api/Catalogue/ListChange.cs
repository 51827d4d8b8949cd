namespace Feedback.Api.Catalogue;

/// <summary>What a list that was sent as a whole changed.</summary>
/// <param name="Added">Entries that were not there before.</param>
/// <param name="Changed">Entries that were there with other content.</param>
/// <param name="Removed">Entries that are not there any more.</param>
/// <param name="Unchanged">Entries that are as they were.</param>
public sealed record ListChange(int Added, int Changed, int Removed, int Unchanged)
{
    public bool ChangesNothing() => this is { Added: 0, Changed: 0, Removed: 0 };

    /// <summary>The change from one list to another; an entry is the same one when its key is, and unchanged when it is equal.</summary>
    public static ListChange Between<TEntry, TKey>(IReadOnlyCollection<TEntry> before, IReadOnlyCollection<TEntry> after, Func<TEntry, TKey> keyOf)
        where TKey : notnull
    {
        var stored = before.ToDictionary(keyOf);
        var kept = after.Where(e => stored.ContainsKey(keyOf(e))).ToList();
        var unchanged = kept.Count(e => EqualityComparer<TEntry>.Default.Equals(stored[keyOf(e)], e));
        return new ListChange(after.Count - kept.Count, kept.Count - unchanged, before.Count - kept.Count, unchanged);
    }
}
