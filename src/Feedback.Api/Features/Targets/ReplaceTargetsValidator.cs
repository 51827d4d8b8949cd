using Feedback.Api.Ingest;
using FluentValidation;

namespace Feedback.Api.Features.Targets;

/// <summary>The rules of a list of targets that hold whatever the catalogue; <see cref="TargetRules"/> has the others.</summary>
public sealed class ReplaceTargetsValidator : AbstractValidator<ReplaceTargets.Request>
{
    public static ReplaceTargetsValidator Instance { get; } = new();

    private ReplaceTargetsValidator()
    {
        ClassLevelCascadeMode = CascadeMode.Stop;
        RuleFor(r => r.Targets).NotNull().WithMessage("The whole list is sent.")
            .Must(t => t is null || t.Count <= ReplaceTargets.MaximumTargets).WithMessage($"There are at most {ReplaceTargets.MaximumTargets} targets.");
        RuleForEach(r => r.Targets).NotNull().WithMessage("It is a target.").SetValidator(TargetDefinitionValidator.Instance!);
    }
}

/// <summary>The rules of one target.</summary>
public sealed class TargetDefinitionValidator : AbstractValidator<TargetDefinition>
{
    public static TargetDefinitionValidator Instance { get; } = new();

    private TargetDefinitionValidator()
    {
        RuleFor(t => t.Indicator).NotNull().WithMessage("It names the indicator.");
        RuleFor(t => t.Audience).NotNull().WithMessage("It is customer or employee.");
        RuleFor(t => t.Value).NotNull().WithMessage("It is a number on the indicator's scale.");
        RuleFor(t => t.Until).NotNull().WithMessage(ResponseRules.DayMessage).Must(ResponseRules.IsDay).WithMessage(ResponseRules.DayMessage);
    }
}
