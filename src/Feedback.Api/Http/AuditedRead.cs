namespace Feedback.Api.Http;

/// <summary>What the ledger is told of a read while it is being answered.</summary>
public sealed class AuditedRead
{
    /// <summary>The rows of the answer with a figure, and those withheld; null until there is an answer.</summary>
    public (int Released, int Withheld)? Rows { get; private set; }

    /// <summary>The period whose figures these are, as people write it.</summary>
    public string? Period { get; private set; }

    /// <summary>What was answered instead.</summary>
    public Problem? Refusal { get; set; }

    /// <summary>Hands a line over for what was answered last; done for the first part of an answer when it goes out.</summary>
    internal Func<ValueTask> IsTold { get; set; } = () => default;

    public void Answered(string? period, int released, int withheld) => (Period, Rows) = (period, (released, withheld));
}

public static class AuditedReadExtensions
{
    /// <summary>Tells the ledger what a request is answered with, before it is. Nothing comes of it where figures of customers are read.</summary>
    public static void Answered(this HttpContext context, string? period, int released, int withheld) =>
        context.Features.Get<AuditedRead>()?.Answered(period, released, withheld);

    /// <summary>Tells the ledger of a further part of an answer that has begun, before the part goes out. Every part is a line.</summary>
    public static ValueTask AnsweredMore(this HttpContext context, string? period, int released, int withheld)
    {
        if (context.Features.Get<AuditedRead>() is not { } read) return default;
        read.Answered(period, released, withheld);
        return read.IsTold();
    }
}
