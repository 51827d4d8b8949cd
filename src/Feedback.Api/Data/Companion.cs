namespace Feedback.Api.Data;

/// <summary>
/// What has to be written in the transaction of a piece of work, whichever it opens: it goes into the first that the work commits, so
/// that there is neither without the other. Flows with the work as it waits, and to no other.
/// </summary>
public sealed class Companion : IDisposable
{
    private static readonly AsyncLocal<Companion?> Present = new();

    private readonly Func<Session, Task> _add;
    private bool _hasEnded;

    private Companion(Func<Session, Task> add) => _add = add;

    /// <summary>Whether a transaction was committed with it.</summary>
    public bool IsStored { get; private set; }

    /// <summary>From here on, until it is disposed of, the work has this beside it.</summary>
    public static Companion Of(Func<Session, Task> add) => Present.Value = new Companion(add);

    public void Dispose()
    {
        if (Present.Value == this) Present.Value = null;
        _hasEnded = true;
    }

    /// <summary>Commits a session's transaction together with what goes beside the work.</summary>
    internal static async Task Commit(Session session, Func<Task> commit)
    {
        var companion = Present.Value;
        if (companion is { IsStored: false, _hasEnded: false }) await companion._add(session);
        await commit();
        if (companion is { _hasEnded: false }) companion.IsStored = true;
    }
}
