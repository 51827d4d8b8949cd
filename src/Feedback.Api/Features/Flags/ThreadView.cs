using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Flags;

/// <summary>A concern and what was said about it since, as its sender sees it. Nothing in it says whether anybody has looked.</summary>
/// <param name="Status">Whose turn it is: <c>waiting</c> for the champion, <c>answered</c>, or <c>closed</c> until the sender writes again.</param>
/// <param name="Messages">The concern first. Employees: within a week the champion's messages stand before the sender's.</param>
public sealed record ThreadView(FlagState Status, IReadOnlyList<MessageView> Messages)
{
    internal static ThreadView Of(FlagThread thread) => new(thread.State, [.. thread.Messages.Select(MessageView.Of)]);
}

/// <summary>A message of a thread.</summary>
/// <param name="From">Who wrote it.</param>
/// <param name="Text">The sender's with marks such as <c>[email]</c> where personal data stood; the champion's as it was sent.</param>
/// <param name="Week">The Monday of the week in which it came; never a time.</param>
public sealed record MessageView(FlagAuthor From, string Text, DateOnly Week)
{
    internal static MessageView Of(FlagMessage message) => new(message.From, message.Text, message.Week);
}
