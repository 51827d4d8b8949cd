using System.Diagnostics;
using System.Text.Unicode;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Http.Intake;
using Feedback.Api.Ingest;
using Feedback.Api.SurveyJs;

namespace Feedback.Api.Features.Responses;

/// <summary>
/// The way in for many: responses are checked here while the writer stores those before, a few hundred to a submission. Counts
/// what became of them.
/// </summary>
internal sealed class BatchIntake(ResponseIntake intake, Inbox inbox, Caller caller, string surveyKey, SurveyJsResults? results, CancellationToken cancellation)
{
    private const int SubmissionSize = 500, InFlight = 3, MaximumListed = 100;

    private readonly Queue<(Submission Submission, List<(long Line, byte[] Json)> Sources)> _inFlight = new();
    private readonly SortedList<long, SubmitBatch.Rejection> _rejected = [];
    private List<NewResponse> _responses = new(SubmissionSize);
    private List<(long Line, byte[] Json)> _sources = new(SubmissionSize);
    private Caller _caller = caller;
    private long _partBytes, _received, _stored, _alreadyStored, _erased, _rejectedCount;

    /// <summary>Takes one response; blank ones do not count.</summary>
    public async ValueTask Add(long line, byte[] json)
    {
        if (json.AsSpan().Trim(" \t\r\n"u8).IsEmpty) return;
        _received++;
        if (Prepare(json, out var response) is { } problem)
        {
            Reject(line, problem);
            return;
        }
        _responses.Add(response!);
        _sources.Add((line, json));
        _partBytes += json.Length;
        if (_responses.Count == SubmissionSize || _partBytes >= Inbox.PartBytes) await Post();
    }

    /// <summary>Counts a response that could not even be read.</summary>
    public void Refuse(long line, Problem problem)
    {
        _received++;
        Reject(line, problem);
    }

    /// <summary>Waits for the last commit.</summary>
    public async Task<SubmitBatch.Response> Finish()
    {
        await Post();
        while (_inFlight.Count > 0) await Settle();
        return new SubmitBatch.Response(_received, _stored, _alreadyStored, _erased, [.. _rejected.Values], _rejectedCount, results?.Ignored);
    }

    private Problem? Prepare(byte[] json, out NewResponse? response)
    {
        response = null;
        if (!Utf8.IsValid(json)) return Problem.Invalid(ProblemCodes.MalformedJson, "The response is not UTF-8.");
        return _caller.Catalogue.Survey(surveyKey) is { } survey ? intake.Prepare(json, survey, _caller.Catalogue, out response, results is null ? null : results.Translate) : ResponseIntake.UnknownSurvey;
    }

    private async ValueTask Post()
    {
        if (_responses.Count == 0) return;
        while (_inFlight.Count >= InFlight) await Settle();
        var submission = new Submission(_responses, _caller.Sender) { Way = WayIn.Batch };
        await inbox.Post(submission, cancellation);
        _inFlight.Enqueue((submission, _sources));
        (_responses, _sources, _partBytes) = (new(SubmissionSize), new(SubmissionSize), 0);
    }

    /// <summary>Waits for the oldest submission; what was checked against a catalogue that has changed since is checked and handed over again.</summary>
    private async Task Settle()
    {
        var (submission, sources) = _inFlight.Dequeue();
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            await submission.Committed;
            var stale = new List<(long Line, byte[] Json)>();
            for (var i = 0; i < sources.Count; i++)
            {
                if (submission.Responses[i].Outcome == Outcome.Stale) stale.Add(sources[i]);
                else Count(sources[i].Line, submission.Responses[i].Outcome);
            }
            if (stale.Count == 0) return;
            var renewed = Stopwatch.GetElapsedTime(began) < Submission.StalePatience ? await intake.Renew(_caller, cancellation) : null;
            if (renewed is null)
            {
                foreach (var (line, _) in stale) Reject(line, Problem.Unavailable(ProblemCodes.Busy, "The key has died, or surveys change too fast; try again."));
                return;
            }
            _caller = renewed;
            (var responses, sources) = PrepareAll(stale);
            if (responses.Count == 0) return;
            submission = new Submission(responses, _caller.Sender) { Way = WayIn.Batch };
            await inbox.Post(submission, cancellation);
        }
    }

    private (List<NewResponse> Responses, List<(long Line, byte[] Json)> Sources) PrepareAll(List<(long Line, byte[] Json)> lines)
    {
        var (responses, sources) = (new List<NewResponse>(lines.Count), new List<(long Line, byte[] Json)>(lines.Count));
        foreach (var (line, json) in lines)
        {
            if (Prepare(json, out var response) is { } problem)
            {
                Reject(line, problem);
                continue;
            }
            responses.Add(response!);
            sources.Add((line, json));
        }
        return (responses, sources);
    }

    private void Count(long line, Outcome outcome)
    {
        if (outcome == Outcome.Stored) _stored++;
        else if (outcome == Outcome.AlreadyStored) _alreadyStored++;
        else if (outcome == Outcome.Erased) _erased++;
        else Reject(line, intake.Refusal(outcome, _caller));
    }

    private void Reject(long line, Problem problem)
    {
        _rejectedCount++;
        RefusalCounts.Add("SubmitBatch", problem.Code);
        _rejected[line] = new SubmitBatch.Rejection(line, problem.Code, problem.Detail);
        if (_rejected.Count > MaximumListed) _rejected.RemoveAt(MaximumListed);
    }
}
