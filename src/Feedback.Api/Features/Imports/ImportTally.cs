namespace Feedback.Api.Features.Imports;

/// <summary>What became of the rows of an import so far.</summary>
public sealed class ImportTally
{
    /// <summary>So many rejects are listed; all are counted.</summary>
    public const int ListedRejects = 100;

    private readonly SortedList<(long Line, long Count), Reject> _rejects = [];

    public long Read { get; set; }

    /// <summary>Stored now; in a dry run: would be stored, or was before.</summary>
    public long Stored { get; set; }

    /// <summary>Stored with the same content by an earlier import.</summary>
    public long AlreadyStored { get; set; }

    /// <summary>Stored earlier and erased since; they stay away.</summary>
    public long Erased { get; set; }

    /// <summary>Not stored and not refused, as the map says: not finished, or spam.</summary>
    public long LeftOut { get; set; }

    public long Rejected { get; private set; }

    /// <summary>The first of the rejects, in the order of their lines.</summary>
    public IReadOnlyList<Reject> Rejects => [.. _rejects.Values];

    internal void Reject(Reject reject)
    {
        Rejected++;
        _rejects.Add((reject.Line, Rejected), reject);
        if (_rejects.Count > ListedRejects) _rejects.RemoveAt(ListedRejects);
    }
}
