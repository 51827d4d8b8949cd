using Microsoft.Data.SqlClient;

namespace Feedback.Api.Data;

/// <summary>What the errors of SQL Server and its driver mean, by their numbers (learn.microsoft.com, "Database Engine errors" and "Transient connection errors").</summary>
internal static class SqlServerErrors
{
    private const int DuplicateKey = 2627, DuplicateIndexKey = 2601, Deadlock = 1205, LoginFailed = 18456, CatalogueInUse = 51222;

    /// <summary>The server cannot be reached, drops connections, starts, or is moved to another machine.</summary>
    private static readonly HashSet<int> Away =
    [
        -1, 2, 20, 53, 64, 121, 233, 258, 596, 976, 983, 4060, 4221, 6005, 10053, 10054, 10060, 10061, 18401, LoginFailed, 40143, 40197, 40501, 40540, 40613, 42108, 42109, 49918, 49919, 49920,
    ];

    /// <summary>The server runs out of something, or somebody holds what is needed.</summary>
    private static readonly HashSet<int> Short =
        [-2, 701, 1204, Deadlock, 1222, 1421, 3906, 3960, 3961, 8628, 8645, 8651, 10928, 10929, CatalogueInUse];

    /// <summary>No room for data or for the log.</summary>
    private static readonly HashSet<int> Full = [1101, 1105, 9002, 40544];

    /// <summary>From this severity on the server has ended the connection, or there was none: what the driver's own errors of the network have too, whatever their number.</summary>
    private const byte Fatal = 20;

    /// <summary>The store cannot take work now and may later.</summary>
    public static bool IsTransient(Exception error) => error switch
    {
        SqlException e => e.Class >= Fatal || IsTransient(e.Number),
        // A pool without a free connection, a connection that broke between two commands; locks that were not to be had.
        InvalidOperationException { Source: "Microsoft.Data.SqlClient" } or TimeoutException => true,
        _ => false,
    };

    /// <summary>The same by an error's number.</summary>
    public static bool IsTransient(int number) => Away.Contains(number) || Short.Contains(number) || Full.Contains(number);

    /// <summary>The server is not there, or the connection to it has gone: a new one may find it.</summary>
    public static bool IsAway(Exception error) => error switch
    {
        SqlException e => e.Class >= Fatal || IsAway(e.Number),
        InvalidOperationException { Source: "Microsoft.Data.SqlClient" } => true,
        _ => false,
    };

    /// <summary>The same by an error's number. A login that is refused is not tried again: accounts are locked for that.</summary>
    public static bool IsAway(int number) => number != LoginFailed && Away.Contains(number);

    /// <summary>Two that store the same met, or the engine chose a victim: nothing was committed, and a second attempt sees what the other one did.</summary>
    public static bool IsCollision(Exception error) => error is SqlException e && IsCollision(e.Number);

    /// <summary>The same by an error's number.</summary>
    public static bool IsCollision(int number) => number is DuplicateKey or DuplicateIndexKey or Deadlock;

    /// <summary>A sentence for operators; null for errors that say nothing about the store.</summary>
    public static string? Reason(Exception error) => error is SqlException e ? Reason(e.Number) ?? (e.Class >= Fatal ? Unreachable : null) : null;

    /// <summary>The same by an error's number.</summary>
    public static string? Reason(int number) => number switch
    {
        LoginFailed or 18452 => "The database server refuses the login.",
        4060 => "The database server does not open the database.",
        -2 or 1222 => "The database server did not answer in time.",
        3906 => "The database is read-only.",
        _ when Away.Contains(number) => Unreachable,
        _ when Full.Contains(number) => "The database server has no room left.",
        _ when Short.Contains(number) => "The database server is short of something, or too busy.",
        _ => null,
    };

    /// <summary>Which of <see cref="StoreFaults"/> it says.</summary>
    public static string FaultOf(Exception error) => (error as SqlException)?.Number switch
    {
        { } number when Full.Contains(number) => StoreFaults.Full,
        3906 or 3908 => StoreFaults.ReadOnly,
        1204 or Deadlock or 1222 => StoreFaults.Locked,
        _ => StoreFaults.Failing,
    };

    private const string Unreachable = "The database server cannot be reached.";
}
