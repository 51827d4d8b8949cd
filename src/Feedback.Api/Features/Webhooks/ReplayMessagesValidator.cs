using FluentValidation;

namespace Feedback.Api.Features.Webhooks;

/// <summary>The rules of sending messages again: they are named, or a time is.</summary>
public sealed class ReplayMessagesValidator : AbstractValidator<ReplayMessages.Request>
{
    private const int MaximumMessages = 1_000;

    public static ReplayMessagesValidator Instance { get; } = new();

    private ReplayMessagesValidator()
    {
        RuleFor(r => r.Messages).Must((r, m) => m is null != r.From is null).WithMessage("Either messages are named, or from says from when on.");
        RuleFor(r => r.Messages).Must(m => m is null || m.Count is > 0 and <= MaximumMessages && m.All(x => x is { Length: > 0 and <= 40 })).WithMessage($"There are 1 to {MaximumMessages} ids.");
        RuleFor(r => r.To).Must((r, to) => to is null || r.From < to).WithMessage("It is after from.");
        RuleFor(r => r.State).Must((r, s) => s is null || r.From is not null && s is ("failed" or "delivered")).WithMessage("It is failed or delivered, and goes with from.");
    }
}
