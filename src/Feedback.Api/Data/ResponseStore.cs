using System.Globalization;

namespace Feedback.Api.Data;

/// <summary>Where the writer's groups go: one transaction a group, and the folding of counts. Used by one thread at a time.</summary>
public abstract class ResponseStore : IDisposable
{
    /// <summary>How many changes of folded counts are kept: those of some minutes of a busy hour. Who has slept for longer reads all counts again.</summary>
    public const int ChangesKept = 100_000;

    /// <summary>
    /// Stores a group in one transaction and sets every response's outcome. When it returns, what is
    /// <see cref="Outcome.Stored"/> is durable; when it throws, nothing of the group was stored.
    /// </summary>
    /// <returns>How many counts were appended.</returns>
    public abstract int Store(IReadOnlyList<NewResponse> group);

    /// <summary>How many appended counts are folded in one transaction.</summary>
    public abstract int FoldSize { get; }

    /// <summary>Folds at the most so many appended counts, in one transaction, and notes which days of which surveys changed, and when.</summary>
    /// <returns>How many counts may be left to fold.</returns>
    public abstract long Fold(int rows, TimeProvider time);

    /// <summary>Writes a little in a transaction of its own, to see whether the store takes work again.</summary>
    public abstract void Try(TimeProvider time);

    /// <summary>The name of the setting that <see cref="Try"/> changes.</summary>
    protected const string TryMark = "last-try";

    /// <summary>A value that was not written before.</summary>
    protected static string TryValue(TimeProvider time) => time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    public virtual void Dispose() => GC.SuppressFinalize(this);
}
