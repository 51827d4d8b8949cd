using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Http.Intake;
using Feedback.Indicators;

namespace Feedback.Api.Features.Flags;

/// <summary>How what a champion did to a flag ends.</summary>
internal static class Answering
{
    /// <summary>A key that is unknown, or of a flag that the caller does not see.</summary>
    public static Problem Unknown { get; } = Problem.NotFound(ProblemCodes.UnknownFlag, "There is no such flag.");

    /// <summary>Makes it durable, unless it was before, and answers with the flag as it is now. The ledger hears of employees' flags that one was touched, never which.</summary>
    public static async Task<IResult> Commit(HttpContext context, Session session, RaisedFlags flags, RaisedFlag flag, bool isNew = true)
    {
        var thread = await flags.ThreadOf(session, flag);
        if (isNew) await session.Commit();
        if (flag.Audience == Audience.Employee) context.Answered(null, 1, 0);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(FlagView.Of(flag, thread));
    }
}
