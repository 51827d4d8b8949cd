using System.Diagnostics;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http.Limits;
using Feedback.Api.Ingest;
using Feedback.Api.Texts;

namespace Feedback.Api.Http.Intake;

/// <summary>Makes a response as this service takes it of one in another form, for the survey it answers; or tells what is wrong with it.</summary>
internal delegate Problem? Translation(ReadOnlySpan<byte> json, Survey survey, out byte[] native);

/// <summary>The way in for one response: check it, hand it to the writer, wait for the commit; again, if the catalogue changed meanwhile.</summary>
public sealed class ResponseIntake(CatalogueCache catalogue, Cohorts cohorts, Inbox inbox, Seal seal, OrganisationClock clock, CommentReaders texts, RequestRates rates)
{
    /// <summary>Checks one response and makes it ready for the writer.</summary>
    internal Problem? Prepare(ReadOnlySpan<byte> json, Survey survey, CatalogueSnapshot snapshot, out NewResponse? response, Translation? translation = null)
    {
        response = null;
        if (survey.IsClosed) return Closed;
        if (translation is not null)
        {
            if (translation(json, survey, out var native) is { } foreign) return foreign;
            json = native;
        }
        if (ResponseReader.Read(json, survey, snapshot, clock, out var draft) is { } problem) return problem;
        return Prepare(draft!, snapshot, out response);
    }

    /// <summary>Makes a checked draft ready for the writer.</summary>
    internal Problem? Prepare(ResponseDraft draft, CatalogueSnapshot snapshot, out NewResponse? response)
    {
        response = draft.Finish(seal, clock, texts.For(snapshot.Words), snapshot.Stamp);
        if (draft.IsConcern) response.Flag = RaisedFlags.Raise(draft, snapshot, clock);
        if (cohorts.Find(response.Cohort) is null && cohorts.Reserve(response.Cohort, Names.MaximumValues, draft.Version.Learns) is { } full)
            return Problem.Invalid(ProblemCodes.InvalidResponse, "about." + full, AboutRules.FullMessage);
        return null;
    }

    /// <summary>Refuses a long body that would find no room to wait in, before it takes the memory and the time to read it; short ones are read sooner than asked about.</summary>
    /// <param name="length">Bytes of the body, as they came or as they were announced; null where nobody knows.</param>
    /// <param name="caller">Who sends it.</param>
    internal Problem? Refuse(long? length, Caller caller) => length > BodyRoom.Free && !inbox.HasRoom(caller.Sender, Submission.SizeOf(length.Value)) ? Full : null;

    /// <summary>Stores one response of a survey and answers when it is durable.</summary>
    public Task<IResult> Submit(ReadOnlyMemory<byte> json, string surveyKey, Caller caller, CancellationToken cancellation) => Submit(json, surveyKey, caller, null, cancellation);

    /// <summary>The same for a response that may be in another form.</summary>
    internal async Task<IResult> Submit(ReadOnlyMemory<byte> json, string surveyKey, Caller caller, Translation? translation, CancellationToken cancellation)
    {
        if (Refuse(json.Length, caller) is { } full) return full;
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Submission.StalePatience)
        {
            Problem? problem;
            NewResponse? response;
            using (IngestTracing.Part("check")) problem = Check(json.Span, surveyKey, caller, translation, out response);
            if (problem is null && await Store(response!, caller) is { } result) return result;
            // Refused, or not stored, under a catalogue that another process may have changed: what counts is the one in force.
            if (await Renew(caller, cancellation) is not { } renewed) return new Problem(401, ProblemCodes.Unauthorized, "The request carries no key that lives.");
            if (problem is not null && renewed.Catalogue.Stamp == caller.Catalogue.Stamp) return problem;
            caller = renewed;
        }
        return Problem.Unavailable(ProblemCodes.Busy, "Surveys change too fast; try again.");
    }

    private Problem? Check(ReadOnlySpan<byte> json, string surveyKey, Caller caller, Translation? translation, out NewResponse? response)
    {
        response = null;
        if (caller.Catalogue.Survey(surveyKey) is not { } survey) return UnknownSurvey;
        return caller.MayTouch(survey.Audience) ? Prepare(json, survey, caller.Catalogue, out response, translation) : Caller.WrongAudience;
    }

    /// <summary>Waits for the commit of one response; null when it has to be checked again.</summary>
    internal async Task<IResult?> Store(NewResponse response, Caller caller)
    {
        using var waiting = IngestTracing.Part("wait");
        var submission = new Submission([response], caller.Sender) { Way = WayIn.Single };
        if (!inbox.TryPost(submission)) return Full;
        await submission.Committed;
        return response.Outcome switch
        {
            Outcome.Stale => null,
            Outcome.Stored => new StoredResponse(response.Id, 201, "stored"),
            Outcome.AlreadyStored => new StoredResponse(response.Id, 200, "already_stored"),
            Outcome.Erased => new StoredResponse(response.Id, 200, "erased"),
            var refused => Refusal(refused, caller),
        };
    }

    /// <summary>The same caller under the present catalogue, or null when the key has died.</summary>
    internal async Task<Caller?> Renew(Caller caller, CancellationToken cancellation) => caller.Under(await catalogue.Refresh(cancellation), clock.Now);

    /// <summary>Why the writer did not store a caller's response; another reason where there were too many wrong codes. Who has a right one is never held up by those who guess.</summary>
    internal Problem Refusal(Outcome outcome, Caller caller) => (outcome == Outcome.UnknownCode ? rates.WrongCode(caller) : null) ?? Refusal(outcome);

    /// <summary>Why the writer did not store a response.</summary>
    internal static Problem Refusal(Outcome outcome) => outcome switch
    {
        Outcome.Conflict => Problem.Conflict(ProblemCodes.ResponseConflict, "The id was stored with other content."),
        Outcome.UnknownCode => Problem.Invalid(ProblemCodes.UnknownCode, "code", "There is no such invitation code."),
        Outcome.UsedCode => Problem.Conflict(ProblemCodes.UsedCode, "The invitation code was used before."),
        _ => throw new InvalidOperationException($"{outcome} is not a refusal."),
    };

    internal static Problem UnknownSurvey { get; } = Problem.NotFound(ProblemCodes.UnknownSurvey, "There is no such survey.");

    private static Problem Full { get; } = Problem.Unavailable(ProblemCodes.Busy, "More responses wait than the store takes; try again.");

    internal static Problem Closed { get; } = Problem.Conflict(ProblemCodes.SurveyClosed, "The survey is closed.");
}
