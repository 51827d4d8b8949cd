using System.Diagnostics.Metrics;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Imports;

/// <summary>Tells the operator of messages that were refused: the product that sent them got its answer, does not send them again, and shows it to nobody.</summary>
internal sealed partial class RefusedMessages(ILogger<RefusedMessages> logger)
{
    private static readonly Meter Meter = new("Feedback.Imports");
    private static readonly Counter<long> Refused = Meter.CreateCounter<long>("feedback.imports.refused", "{message}", "Messages of other products that were refused, by format and code");

    /// <param name="asked">The format and the survey.</param>
    /// <param name="code">Why, from <see cref="ProblemCodes"/>.</param>
    public void Tell(ImportRequest asked, string code)
    {
        Refused.Add(1, new KeyValuePair<string, object?>("format", asked.Format.Name), new KeyValuePair<string, object?>("code", code));
        Log(logger, asked.Format.Name, asked.Survey.Key, code);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message of {Format} for {Survey} was refused: {Code}. It will not be sent again")]
    private static partial void Log(ILogger logger, string format, string survey, string code);
}
