using Feedback.Api.Http.Intake;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Features.Flags;

/// <summary>A concern as a champion sees it. Nothing in it leads to the sender's id, or says whether anybody has looked.</summary>
/// <param name="Key">Under which it is answered and closed; drawn by lot.</param>
/// <param name="Audience">Who raised it.</param>
/// <param name="Unit">Employees: the nearest unit with enough people that shows it. Customers: the unit it is about. Null for the whole organisation.</param>
/// <param name="Week">The Monday of the week in which it came in; never a time.</param>
/// <param name="State"><c>waiting</c> for an answer, <c>answered</c>, or <c>closed</c>.</param>
/// <param name="Text">Marks such as <c>[email]</c> stand where personal data stood.</param>
/// <param name="Messages">What was said since. Employees: within a week the champion's messages stand before the sender's.</param>
public sealed record FlagView(string Key, Audience Audience, string? Unit, DateOnly Week, FlagState State, string Text, IReadOnlyList<MessageView> Messages)
{
    internal static FlagView Of(RaisedFlag flag, FlagThread thread) => new(
        flag.Row.FlagKey, flag.Audience, flag.Unit, thread.Messages[0].Week, thread.State, thread.Messages[0].Text, [.. thread.Messages.Skip(1).Select(MessageView.Of)]);
}
