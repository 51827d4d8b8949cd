using System.Threading.Channels;
using Feedback.Api.Data;

namespace Feedback.Api.Figures;

/// <summary>What an answer that is kept belongs to.</summary>
/// <param name="Question">SHA-256 of everything that was asked, hexadecimal.</param>
/// <param name="Fingerprint">SHA-256 of the counts the answer rests on, hexadecimal.</param>
/// <param name="FirstDay">First day of the range, yyyymmdd; 0 when open.</param>
/// <param name="PastDay">First day after.</param>
public sealed record ComputedKey(string Question, string Fingerprint, int FirstDay, int PastDay);

/// <summary>
/// Answers from raw answers of closed periods, worked out once and then read. They are stored behind the reader's back: a store
/// that is read-only, busy or gone costs a later reader the work and this one nothing.
/// </summary>
public sealed partial class ComputedRows(Database database, TimeProvider time, ILogger<ComputedRows> logger) : BackgroundService
{
    /// <summary>The most answers that are kept, and the most characters of one; longer ones are worked out each time.</summary>
    public const int MostKept = 1_000, LongestKept = 200_000;

    private readonly Channel<(ComputedKey Key, string Figures)> _waiting =
        Channel.CreateBounded<(ComputedKey, string)>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The answer, if it was worked out on the same counts.</summary>
    public static Task<string?> Find(Session session, ComputedKey key) => session.Row<string>(Queries.ReadFigures, new { key.Question, key.Fingerprint });

    /// <summary>Keeps an answer soon, in place of one that rests on other counts.</summary>
    public void Keep(ComputedKey key, string figures)
    {
        if (figures.Length <= LongestKept) _waiting.Writer.TryWrite((key, figures));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (key, figures) in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await Store(key, figures, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Another process may have stored the same just now.
                NotKept(logger, e);
            }
        }
    }

    private async Task Store(ComputedKey key, string figures, CancellationToken cancellation)
    {
        await using var session = await database.Write(cancellation);
        await session.Run(Queries.RemoveFigures, new { key.Question });
        await session.Run(Queries.InsertFigures, new { key.Question, key.Fingerprint, key.FirstDay, key.PastDay, ComputedAt = time.GetUtcNow().ToUnixTimeMilliseconds(), Figures = figures });
        await session.Run(Queries.RemoveOldest, new { Kept = MostKept });
        await session.Commit();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Figures of a closed period were not kept; they will be worked out again")]
    private static partial void NotKept(ILogger logger, Exception exception);
}
