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

    public void Answered(string? period, int released, int withheld) => (Period, Rows) = (period, (released, withheld));
}

public static class AuditedReadExtensions
{
    /// <summary>Tells the ledger what a request is answered with, before it is. Nothing comes of it where figures of customers are read.</summary>
    public static void Answered(this HttpContext context, string? period, int released, int withheld) =>
        context.Features.Get<AuditedRead>()?.Answered(period, released, withheld);
}
