using Feedback.Api.Ingest;
using FluentValidation;

namespace Feedback.Api.Features.Surveys;

/// <summary>The rules of counts of invitations that hold whatever the survey; <see cref="InvitationRules"/> has the others.</summary>
public sealed class SetInvitationsValidator : AbstractValidator<SetInvitations.Request>
{
    public static SetInvitationsValidator Instance { get; } = new();

    private SetInvitationsValidator()
    {
        ClassLevelCascadeMode = CascadeMode.Stop;
        RuleFor(r => r.Invitations).NotNull().WithMessage("It is a list of counts.")
            .Must(i => i is null || i.Count <= SetInvitations.MaximumEntries).WithMessage($"There are at most {SetInvitations.MaximumEntries} counts in one request.");
        RuleForEach(r => r.Invitations).NotNull().WithMessage("It is a count of invitations.").SetValidator(InvitationDefinitionValidator.Instance!);
    }
}

/// <summary>The rules of one count.</summary>
public sealed class InvitationDefinitionValidator : AbstractValidator<InvitationDefinition>
{
    private static readonly string CountMessage = $"It is a whole number from 0 to {SetInvitations.MaximumCount}.";

    public static InvitationDefinitionValidator Instance { get; } = new();

    private InvitationDefinitionValidator()
    {
        RuleFor(i => i.On).NotNull().WithMessage(ResponseRules.DayMessage).Must(ResponseRules.IsDay).WithMessage(ResponseRules.DayMessage);
        RuleFor(i => i.Count).NotNull().WithMessage(CountMessage).InclusiveBetween(0, SetInvitations.MaximumCount).WithMessage(CountMessage);
    }
}
