using Feedback.Api.Ingest;
using FluentValidation;

namespace Feedback.Api.Features.Flags;

/// <summary>What somebody adds to a thread.</summary>
public sealed record WrittenMessage
{
    /// <summary>Any UUID; makes a retry safe.</summary>
    public Guid? Id { get; init; }

    public string? Text { get; init; }
}

/// <summary>The rules of a message.</summary>
public sealed class WrittenMessageValidator : AbstractValidator<WrittenMessage>
{
    public static WrittenMessageValidator Instance { get; } = new();

    private WrittenMessageValidator() =>
        RuleFor(m => m.Text).NotEmpty().WithMessage("There is a text.").MaximumLength(ResponseRules.MaximumTextLength).WithMessage(ResponseRules.TextMessage);
}
