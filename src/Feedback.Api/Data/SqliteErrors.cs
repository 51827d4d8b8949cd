using Microsoft.Data.Sqlite;

namespace Feedback.Api.Data;

/// <summary>What the engine's errors mean, by its primary result codes (sqlite.org/rescode.html).</summary>
internal static class SqliteErrors
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, Protocol = 15, NotADatabase = 26;

    /// <summary>The store cannot take work now and may later.</summary>
    public static bool IsTransient(Exception error) => CodeOf(error) is Busy or Locked or ReadOnly or InputOutput or Full or CannotOpen or Protocol;

    /// <summary>Somebody else has the lock.</summary>
    public static bool IsLocked(Exception error) => CodeOf(error) is Busy or Locked;

    /// <summary>A sentence for operators; null for errors that say nothing about the store.</summary>
    public static string? Reason(Exception error) => CodeOf(error) switch
    {
        Busy or Locked or Protocol => "Another process keeps the store locked.",
        Full => "The disk of the store is full.",
        ReadOnly => "The store is read-only: its file, those beside it, its folder or its file system.",
        InputOutput => "The disk of the store reports errors, or leaves no room.",
        CannotOpen => "The store's files cannot be opened or made.",
        Corrupt or NotADatabase => "The store's file is damaged: restore a backup.",
        _ => null,
    };

    /// <summary>Which of <see cref="StoreFaults"/> it says.</summary>
    public static string FaultOf(Exception error) => CodeOf(error) switch
    {
        Full => StoreFaults.Full,
        ReadOnly => StoreFaults.ReadOnly,
        Busy or Locked => StoreFaults.Locked,
        _ => StoreFaults.Failing,
    };

    private static int? CodeOf(Exception error) => error switch
    {
        SqliteException e => e.SqliteErrorCode,
        SqliteFailure e => e.Code,
        _ => null,
    };
}
