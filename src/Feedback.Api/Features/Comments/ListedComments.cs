using System.Runtime.CompilerServices;
using System.Text.Json;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Comments;

/// <summary>
/// Customers' comments in the order of places, which were drawn by lot: the place says nothing of the time, and a new comment falls anywhere between
/// the others. The store has them by survey and month; here they become one list.
/// </summary>
internal sealed class ListedComments(Session session, CustomerRequest request, Cohorts cohorts, UnitTree units)
{
    /// <summary>Rows of one read at most; fewer where all there is was asked for, of any number of months.</summary>
    private const int Most = 2_000, Many = 500;

    /// <summary>Rows that a month is asked for beside its share of a page.</summary>
    private const int Reserve = 20;

    /// <summary>Those after a place, at most so many.</summary>
    public IAsyncEnumerable<ListedComment> Read(long after, int count, CancellationToken cancellation = default) =>
        request.Search.Count > 0 ? Search(after, count, cancellation) : Merge(after, count, cancellation);

    private async IAsyncEnumerable<ListedComment> Merge(long after, int count, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var next = new PriorityQueue<MonthOfComments, long>();
        foreach (var month in await Months(after, count))
        {
            if (await month.Peek() is { } row) next.Enqueue(month, row.Place);
        }
        while (count-- > 0 && next.TryDequeue(out var month, out _))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return month.Take();
            if (await month.Peek() is { } row) next.Enqueue(month, row.Place);
        }
    }

    private async Task<List<MonthOfComments>> Months(long after, int count)
    {
        var found = new List<(Survey Survey, int Month, string? Cohorts)>();
        foreach (var survey in request.Surveys)
        {
            var of = request.CohortsOf(survey, cohorts, units);
            if (of == "") continue;
            var known = (await session.Row<CommentMonths>(Queries.ReadCommentMonths, new { Survey = survey.Id }))!;
            if (known is not { First: { } first, Last: { } last }) continue;
            for (var month = Math.Max(first, request.First); month <= Math.Min(last, request.Last); month = Following(month)) found.Add((survey, month, of));
        }
        var atOnce = Math.Min(count / Math.Max(found.Count, 1) + Reserve, count > Paging.MaximumLimit + 1 ? Many : Most);
        return [.. found.Select(f => new MonthOfComments(session, request, f.Survey, f.Month, f.Cohorts, after, atOnce))];
    }

    private static int Following(int month) => month % 100 < 12 ? month + 1 : month + 89;

    private async IAsyncEnumerable<ListedComment> Search(long after, int count, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var all = request.Surveys.Select(s => (Survey: s, Cohorts: request.CohortsOf(s, cohorts, units))).Where(s => s.Cohorts != "").ToList();
        if (all.Count == 0) yield break;
        int[] meant = [.. all.SelectMany(s => s.Cohorts is null ? cohorts.Of(s.Survey.Id).Select(c => c.Id) : JsonSerializer.Deserialize<int[]>(s.Cohorts)!)];
        var found = session.Stream<ListedComment>(Queries.SearchListedComments, new
        {
            Match = session.Database.Match(request.Search),
            Surveys = JsonSerializer.Serialize(all.Select(s => s.Survey.Id)),
            request.First,
            request.Last,
            request.FirstDay,
            request.PastDay,
            After = after,
            Count = count,
            Cohorts = all.TrueForAll(s => s.Cohorts is null) ? null : JsonSerializer.Serialize(meant),
            Variables = request.VariablesJson,
            request.Language,
            request.Sentiment.Mood,
            request.Sentiment.Low,
            request.Sentiment.High,
            request.Topic,
            request.Kind,
            WithAnswers = all.Exists(s => s.Survey.IsBuiltIn) ? 1 : 0,
        });
        await foreach (var row in found.WithCancellation(cancellation)) yield return row;
    }
}
