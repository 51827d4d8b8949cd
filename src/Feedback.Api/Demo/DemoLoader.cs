using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Api.Texts;

namespace Feedback.Api.Demo;

/// <summary>Sends drafts the way a batch goes: to the one writer, a part at a time; again, where the catalogue changed meanwhile.</summary>
internal sealed class DemoLoader(Inbox inbox, Seal seal, OrganisationClock clock, CatalogueCache catalogue, CommentReaders texts)
{
    private const int PartSize = 500;

    /// <summary>Ends when everything is durable.</summary>
    /// <param name="drafts">What is stored.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <param name="raise">What is raised with each; null for nothing.</param>
    public async Task Load(IEnumerable<ResponseDraft> drafts, CancellationToken cancellation, Func<ResponseDraft, NewFlag>? raise = null)
    {
        var sent = new List<(ResponseDraft[] Drafts, Submission Submission)>();
        foreach (var part in drafts.Chunk(PartSize)) sent.Add((part, await Post(part, raise, cancellation)));
        foreach (var (part, submission) in sent) await Settle(part, submission, raise, cancellation);
    }

    private async Task<Submission> Post(ResponseDraft[] drafts, Func<ResponseDraft, NewFlag>? raise, CancellationToken cancellation)
    {
        var known = catalogue.Current;
        var reader = texts.For(known.Words);
        var submission = new Submission(Array.ConvertAll(drafts, d => d.Finish(seal, clock, reader, known.Stamp)));
        foreach (var (draft, response) in drafts.Zip(submission.Responses)) response.Flag = raise?.Invoke(draft);
        await inbox.Post(submission, cancellation);
        return submission;
    }

    private async Task Settle(ResponseDraft[] drafts, Submission submission, Func<ResponseDraft, NewFlag>? raise, CancellationToken cancellation)
    {
        while (true)
        {
            await submission.Committed.WaitAsync(cancellation);
            if (submission.Responses.FirstOrDefault(r => r.Outcome is not (Outcome.Stored or Outcome.AlreadyStored or Outcome.Stale)) is { } refused)
                throw new InvalidOperationException($"A response of the demo was not stored: {refused.Outcome}.");
            drafts = [.. drafts.Where((_, i) => submission.Responses[i].Outcome == Outcome.Stale)];
            if (drafts.Length == 0) return;
            await catalogue.Refresh(cancellation);
            submission = await Post(drafts, raise, cancellation);
        }
    }
}
