using Feedback.Api.Ingest;

namespace Feedback.Api.Http;

public static class AboutCodes
{
    /// <summary>The code of a problem about what an answer or an invitation is about.</summary>
    /// <param name="fault">What is wrong.</param>
    /// <param name="otherwise">The operation's own code, for faults without one of theirs.</param>
    public static string Code(this AboutFault fault, string otherwise) => fault switch
    {
        AboutFault.UnknownDimension => ProblemCodes.UnknownDimension,
        AboutFault.UnknownUnit => ProblemCodes.UnknownUnit,
        _ => otherwise,
    };
}
