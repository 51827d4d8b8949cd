using Feedback.Api.Data;

namespace Feedback.Api.Ingest;

/// <summary>How far a concern has come.</summary>
public enum FlagState
{
    /// <summary>The last word is the sender's.</summary>
    Waiting,

    /// <summary>The last word is the champion's.</summary>
    Answered,

    /// <summary>The champion has closed it, and the sender has written nothing since.</summary>
    Closed,
}

/// <summary>Who wrote a message.</summary>
public enum FlagAuthor { Sender, Champion }

/// <summary>A message of a thread.</summary>
/// <param name="From">Who wrote it.</param>
/// <param name="Text">What it says; the sender's without personal data that a pattern can find.</param>
/// <param name="Week">The Monday of the week in which it came.</param>
public sealed record FlagMessage(FlagAuthor From, string Text, DateOnly Week);

/// <summary>
/// A concern and what came after it. Employees' are kept to the week: within one the champion's messages stand before the sender's, so that
/// nothing is told of the order in which they came, and a champion sees what an employee wrote once its week is over, so
/// that looking often tells no more than the week.
/// </summary>
/// <param name="State">How far it has come.</param>
/// <param name="Messages">The concern itself, and what came after it.</param>
public sealed record FlagThread(FlagState State, IReadOnlyList<FlagMessage> Messages)
{
    /// <summary>The thread as its sender sees it.</summary>
    public static FlagThread OfSender(FlagRow flag, string text, IEnumerable<FlagStep> steps, bool isEmployee) => Of(flag, text, Ordered(steps, isEmployee));

    /// <summary>The thread as champions see it in a week.</summary>
    /// <param name="flag">The concern.</param>
    /// <param name="text">What it says.</param>
    /// <param name="steps">Everything that came after it.</param>
    /// <param name="isEmployee">Whether an employee raised it.</param>
    /// <param name="week">The Monday of the present week.</param>
    public static FlagThread OfChampion(FlagRow flag, string text, IEnumerable<FlagStep> steps, bool isEmployee, int week) => Of(flag, text, Seen(steps, isEmployee, week));

    /// <summary>How far champions see a thread to have come in a week.</summary>
    public static FlagState StateFor(IEnumerable<FlagStep> steps, bool isEmployee, int week) => StateOf(Seen(steps, isEmployee, week));

    /// <summary>How many whole weeks after it was raised a concern was first answered, and closed since; null where it was not.</summary>
    public static (int? ToAnswer, int? ToClose) WeeksOf(FlagRow flag, IEnumerable<FlagStep> steps, bool isEmployee)
    {
        var all = Ordered(steps, isEmployee);
        return (all.Find(s => s.IsAnswer) is { } answer ? Days.Weeks(flag.Week, answer.Week) : null, all is [.., { Closes: not 0 } closing] ? Days.Weeks(flag.Week, closing.Week) : null);
    }

    private static FlagThread Of(FlagRow flag, string text, List<FlagStep> steps) => new(StateOf(steps),
    [
        new FlagMessage(FlagAuthor.Sender, text, Days.Date(flag.Week)),
        .. steps.Where(s => s.Text is not null).Select(s => new FlagMessage(s.IsSender ? FlagAuthor.Sender : FlagAuthor.Champion, s.Text!, Days.Date(s.Week))),
    ]);

    private static FlagState StateOf(List<FlagStep> steps) => steps is [.., { IsSender: false } last] ? last.Closes != 0 ? FlagState.Closed : FlagState.Answered : FlagState.Waiting;

    private static List<FlagStep> Seen(IEnumerable<FlagStep> steps, bool isEmployee, int week) => Ordered(steps.Where(s => !isEmployee || !s.IsSender || s.Week < week), isEmployee);

    private static List<FlagStep> Ordered(IEnumerable<FlagStep> steps, bool isEmployee) =>
        [.. isEmployee ? steps.OrderBy(s => s.Week).ThenBy(s => s.IsSender).ThenBy(s => s.Number) : steps.OrderBy(s => s.Number)];
}
