using System.Diagnostics;
using Feedback.Api.Data;

namespace Feedback.Api.Ingest;

/// <summary>Responses that wait together for one commit.</summary>
/// <param name="responses">At least one.</param>
/// <param name="from">Who sent them: what one sender has waiting does not hold up the others. Empty for the service's own.</param>
public sealed class Submission(IReadOnlyList<NewResponse> responses, string from = "")
{
    /// <summary>A sign of a text is a byte of the body, two of the text, and two of what is stored of it.</summary>
    private const long Least = 1_024, BytesOfSign = 5;

    private readonly TaskCompletionSource _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>
    /// For how long responses are checked again that were checked against a catalogue which changed before they were stored. Not so many
    /// times: the slower the store, the more often a script that changes surveys in a loop is ahead of it.
    /// </summary>
    public static readonly TimeSpan StalePatience = TimeSpan.FromSeconds(20);

    public IReadOnlyList<NewResponse> Responses => responses;

    public string From => from;

    public WayIn Way { get; init; }

    /// <summary>When it was made, as <see cref="Stopwatch"/> counts.</summary>
    internal long MadeAt { get; } = Stopwatch.GetTimestamp();

    /// <summary>The request it came with, where that is traced.</summary>
    internal ActivityContext Sender { get; } = IngestTracing.Sender;

    /// <summary>About how much memory they take while they wait.</summary>
    public long Bytes { get; } = responses.Count == 1 ? SizeOf(responses[0]) : responses.Sum(SizeOf);

    /// <summary>Ends when every response has its outcome and what is stored is durable; fails when the store did not take them.</summary>
    public Task Committed => _committed.Task;

    /// <summary>Ends when the writer takes it; null where nobody waits for that.</summary>
    internal TaskCompletionSource? Turn { get; set; }

    /// <summary>About how many bytes of memory a response takes, with the body it was read from.</summary>
    public static long SizeOf(NewResponse response)
    {
        var size = Least + 2 * response.Answers.Length + 24 * response.Tallies.Length;
        foreach (var comment in response.Comments) size += BytesOfSign * comment.Text.Length + 2L * (comment.Original?.Length ?? 0);
        return size;
    }

    /// <summary>About how many a body will take that is long because of its texts.</summary>
    public static long SizeOf(long body) => Least + BytesOfSign * body;

    internal void Complete() => _committed.TrySetResult();

    internal void Fail(Exception error) => _committed.TrySetException(error);
}
