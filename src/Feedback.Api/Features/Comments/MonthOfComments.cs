using Feedback.Api.Catalogue;
using Feedback.Api.Data;

namespace Feedback.Api.Features.Comments;

/// <summary>What of a survey's comments of one month is asked for, in the order drawn by lot, read on as it is taken.</summary>
internal sealed class MonthOfComments(Session session, CustomerRequest request, Survey survey, int month, string? cohorts, long after, int atOnce)
{
    private readonly Queue<ListedComment> _rows = new();
    private long _after = after;
    private bool _isRead;

    /// <summary>The next of them; null where there is none.</summary>
    public async Task<ListedComment?> Peek()
    {
        if (_rows.Count == 0 && !_isRead) await Read();
        return _rows.TryPeek(out var row) ? row : null;
    }

    public ListedComment Take() => _rows.Dequeue();

    private async Task Read()
    {
        var rows = await session.Rows<ListedComment>(Queries.ReadListedComments, new
        {
            Survey = survey.Id,
            Month = month,
            request.FirstDay,
            request.PastDay,
            After = _after,
            Count = atOnce,
            Cohorts = cohorts,
            Variables = request.VariablesJson,
            request.Language,
            request.Sentiment.Mood,
            request.Sentiment.Low,
            request.Sentiment.High,
            request.Topic,
            request.Kind,
            WithAnswers = survey.IsBuiltIn ? 1 : 0,
        });
        foreach (var row in rows) _rows.Enqueue(row);
        if (rows.Count > 0) _after = rows[^1].Place;
        _isRead = rows.Count < atOnce;
    }
}
