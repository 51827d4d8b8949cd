using Feedback.Api.Catalogue;
using FluentValidation;

namespace Feedback.Api.Features.Webhooks;

/// <summary>The rules of a new webhook; those of its address are <see cref="Api.Webhooks.WebhookAddress"/>.</summary>
public sealed class MakeWebhookValidator : AbstractValidator<MakeWebhook.Request>
{
    private const int MaximumSurveys = 100;

    public static MakeWebhookValidator Instance { get; } = new();

    private MakeWebhookValidator()
    {
        RuleFor(w => w.Name).Must(n => n is null || Names.IsDimensionValue(n)).WithMessage(Names.ValueMessage);
        RuleFor(w => w.Url).NotEmpty().WithMessage("It is the address that messages go to.");
        RuleFor(w => w.Events).NotEmpty().WithMessage("It is told of at least one event.");
        RuleForEach(w => w.Events).Must(e => WebhookEvents.All.Contains(e)).WithMessage($"It is one of {string.Join(", ", WebhookEvents.All)}.");
        RuleFor(w => w.Surveys).Must(s => s is null || s.Count is > 0 and <= MaximumSurveys).WithMessage($"There are 1 to {MaximumSurveys} surveys, or the member is absent for all.");
        RuleForEach(w => w.Surveys).Must(Names.IsName).WithMessage(Names.NameMessage);
        RuleFor(w => w.Surveys).Null().When(w => w.Events?.Contains(WebhookEvents.WarningRaised) == true).WithMessage("A warning is about all surveys of an audience together: leave surveys out, or make a webhook of its own for warnings.");
    }
}
