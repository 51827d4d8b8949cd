namespace Feedback.Indicators.Text;

/// <summary>
/// Takes what leads to a person or an account out of a text and leaves a mark of its kind in its place: <c>[email]</c>,
/// <c>[url]</c>, <c>[handle]</c>, <c>[ip]</c>, <c>[iban]</c>, <c>[card]</c>, <c>[id]</c> (numbers of people in registers), <c>[phone]</c> and <c>[name]</c>
/// (of <see cref="StaffNames"/>). Where it is not clear whether a number is one to call, long ones go. Postal addresses, birthdays and names that are
/// in no list stay. Immutable; to be used by any number of threads.
/// </summary>
/// <remarks>
/// The order matters: what one step has marked no later one looks into. The time is linear in the length: every expression begins only
/// where the characters it runs over begin and gives back none of them, or is bounded. RegexOptions.NonBacktracking would promise the same and is not
/// used: it skips matches, depending on what it has seen before (dotnet/runtime, pull request 130176). All steps are repeated until nothing more is
/// found, so that a masked text is masked to itself; a text made so that each repetition uncovers more loses the whole passage.
/// </remarks>
/// <param name="names">The names to mask.</param>
public sealed class Redactor(StaffNames names)
{
    private const int Repetitions = 4;

    /// <summary>The same text without them. A text that was masked before is not changed, and marks in it are never touched.</summary>
    public string Of(string text) => Read(text).ToString();

    /// <summary>The text with what was found in it.</summary>
    internal Canvas Read(string text)
    {
        var canvas = new Canvas(text);
        for (var i = 0; FindsMore(canvas); i++)
            canvas.SwallowsAll = i >= Repetitions;
        return canvas;
    }

    private bool FindsMore(Canvas canvas)
    {
        var marked = canvas.Marked;
        WebAddresses.MarkWhole(canvas);
        MailAddresses.Mark(canvas);
        WebAddresses.MarkHosts(canvas);
        Handles.Mark(canvas);
        MachineAddresses.Mark(canvas);
        AccountNumbers.MarkIbans(canvas);
        LetteredIds.Mark(canvas);
        NumberRuns.Mark(canvas);
        names.Mark(canvas);
        return canvas.Marked > marked;
    }
}
