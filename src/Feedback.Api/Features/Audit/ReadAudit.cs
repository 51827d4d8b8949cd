using System.Globalization;
using System.Text;
using System.Text.Json;
using Feedback.Api.Audit;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Audit;

/// <summary>Lists the ledger, newest first: every read of employees' figures and every refusal, what was done or tried with an admin's key, publications, and alerts about too many withheld rows.</summary>
public sealed class ReadAudit : IEndpoint
{
    /// <param name="At">When it was answered.</param>
    /// <param name="Key">Whose key; null where none was used.</param>
    /// <param name="Operation">The operation; <c>alert</c>: more than 500 rows were withheld on a day; <c>loss</c>: lines of the ledger could not be stored.</param>
    /// <param name="Indicator">The slug; null where there is none.</param>
    /// <param name="Period">The period whose figures were asked for, or which was to be released.</param>
    /// <param name="Filter">What was asked: parameter to values. Null for what was refused, because nothing that it sent is kept, and for acts without parameters.</param>
    /// <param name="Status"><c>answered</c>, <c>refused</c> (its grammar), <c>not_released</c> (its period); of an act with an admin's key <c>done</c>, <c>refused</c>, <c>failed</c>; <c>published</c>, <c>raised</c> (an alert), <c>lost</c>.</param>
    /// <param name="Released">How many rows of the answer had a figure; of a publication, how many cells are released.</param>
    /// <param name="Withheld">How many had none for reasons of privacy; of a publication, how many cells are refused; of an alert, how many rows that day.</param>
    /// <param name="Detail">Of a refusal the code and the parameters, of an act with an admin's key its <c>target</c> by names and ids, of a publication its counts and hash, of a loss how many lines.</param>
    public sealed record Entry(DateTimeOffset At, KeyName? Key, string Operation, string? Indicator, string? Period, IReadOnlyDictionary<string, IReadOnlyList<string>>? Filter,
        string Status, long Released, long Withheld, IReadOnlyDictionary<string, object?>? Detail);

    /// <param name="Id">Under which it is, or was, revoked; <c>oidc:</c> and the subject of somebody who signed on elsewhere.</param>
    /// <param name="Name">What it is for; null of somebody who signed on elsewhere.</param>
    public sealed record KeyName(string Id, string? Name);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/audit", Handle)
        .WithName("ReadAudit")
        .WithTags("Service")
        .For(KeyScope.Admin)
        .List<Entry>("from", "to", "key")
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, Database database, Ledger ledger, AdminKey adminKey)
    {
        if (ListRequest.Read(context, out var asked) is { } problem) return problem;
        var query = context.Request.Query;
        if (!TryDay(query, "from", out var from)) return Problem.Invalid(ProblemCodes.InvalidParameter, "from", "It is a day such as 2026-11-01.");
        if (!TryDay(query, "to", out var to)) return Problem.Invalid(ProblemCodes.InvalidParameter, "to", "It is a day such as 2026-12-01; the range ends before it.");
        if (from >= to) return Problem.Invalid(ProblemCodes.InvalidParameter, "to", "It is after from.");
        if (Place(asked.Paging.After) is not var (day, seq)) return Problem.Invalid(ProblemCodes.InvalidParameter, "cursor", "It is the nextCursor of the page before.");
        IEnumerable<ApiKey> living = adminKey.Key is { } own ? [own] : [];
        var names = context.Caller().Catalogue.Keys.Concat(living).ToDictionary(k => k.Id, k => k.Name, StringComparer.Ordinal);
        var key = query["key"].ToString();
        if (query.ContainsKey("key") && !names.ContainsKey(key) && !key.StartsWith(LedgerLine.SignedOnPrefix, StringComparison.Ordinal)) return Problem.NotFound(ProblemCodes.UnknownKey, "There is and was no such key.");

        await ledger.Flush(context.RequestAborted);
        await using var session = await database.Read(context.RequestAborted);
        var range = new Range(from is { } first ? Days.Number(first) : 0, to is { } past ? Days.Number(past) : int.MaxValue, day, seq, key, asked.Paging.Limit + 1);
        if (asked.Paging.Limit < Paging.Unlimited)
            return asked.Answer(asked.Paging.Of(await session.Rows<StoredLine>(Queries.ReadLines, range), l => string.Create(CultureInfo.InvariantCulture, $"{l.Day}-{l.Seq}")).Select(l => ToEntry(l, names)));
        // The whole ledger may be long: its lines go out as they come, before the snapshot is left.
        var answer = new ListAnswer<Entry>(asked.Format, RecordShape<Entry>.Instance, session.Stream<StoredLine>(Queries.ReadLines, range).Select(l => ToEntry(l, names)), null)
        {
            Tag = await TagOf(session, range, names, asked.Format),
        };
        await answer.ExecuteAsync(context);
        return TypedResults.Empty;
    }

    /// <summary>Lines are added and never changed, so that their number and the newest of them say which they are; names of keys stand beside.</summary>
    private static async Task<string> TagOf(Session session, Range range, Dictionary<string, string> names, ListFormat format)
    {
        var count = await session.Row<LineCount>(Queries.CountLines, range);
        return EntityTags.Of(Encoding.UTF8.GetBytes($"{format}\n{range}\n{count}\n{string.Join('\n', names.OrderBy(n => n.Key, StringComparer.Ordinal))}"));
    }

    /// <summary>Which lines are asked for; what the queries call their parameters.</summary>
    private sealed record Range(int First, int Past, int Day, long Seq, string Key, int Count);

    private sealed record LineCount
    {
        public long Lines { get; init; }
        public long Newest { get; init; }
    }

    private static bool TryDay(IQueryCollection query, string name, out DateOnly? day)
    {
        day = query.TryGetValue(name, out var text) ? ResponseRules.Day(text.ToString()) : null;
        return text.Count == 0 || day is not null;
    }

    /// <summary>The place in the order of the ledger after which a page begins; null where the cursor is none of this list.</summary>
    private static (int Day, long Seq)? Place(string? after)
    {
        if (after is null) return (int.MaxValue, long.MaxValue);
        return after.Split('-') is [var day, var seq] && int.TryParse(day, NumberStyles.None, null, out var d) && long.TryParse(seq, NumberStyles.None, null, out var s) ? (d, s) : null;
    }

    private static Entry ToEntry(StoredLine line, Dictionary<string, string> names) => new(
        DateTimeOffset.FromUnixTimeMilliseconds(line.LoggedAt),
        line.KeyId is { } key ? new KeyName(key, names.GetValueOrDefault(key)) : null,
        line.Operation, line.Indicator, line.Period,
        line.Filter is { } filter ? JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(filter) : null,
        line.Status, line.Released, line.Withheld,
        line.Detail is { } detail ? JsonSerializer.Deserialize<Dictionary<string, object?>>(detail) : null);
}
