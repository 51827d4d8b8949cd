using Feedback.Api.Ingest;
using FluentValidation;

namespace Feedback.Api.Features.Outcomes;

/// <summary>The rules of an outcome that hold whatever units there are.</summary>
public sealed class ReplaceOutcomeValidator : AbstractValidator<ReplaceOutcome.Request>
{
    public static ReplaceOutcomeValidator Instance { get; } = new();

    private ReplaceOutcomeValidator()
    {
        ClassLevelCascadeMode = CascadeMode.Stop;
        RuleFor(r => r.Values).NotNull().WithMessage("The whole list is sent.")
            .Must(v => v is null || v.Count <= ReplaceOutcome.MaximumValues).WithMessage($"There are at most {ReplaceOutcome.MaximumValues} values.");
        RuleForEach(r => r.Values).NotNull().WithMessage("It is a value of a unit in a period.").SetValidator(OutcomeDefinitionValidator.Instance!);
    }
}

/// <summary>The rules of one value.</summary>
public sealed class OutcomeDefinitionValidator : AbstractValidator<OutcomeDefinition>
{
    /// <summary>Sizes that every engine keeps to the last digit.</summary>
    private const double Smallest = 1e-15, Largest = 1e15;

    private const string PeriodMessage = "It is 2026-11, 2026-Q4 or 2026.", ValueMessage = "It is 0 or a number whose size lies between 1e-15 and 1e15.";

    public static OutcomeDefinitionValidator Instance { get; } = new();

    private OutcomeDefinitionValidator()
    {
        RuleFor(v => v.Unit).NotNull().WithMessage("It is a unit's code.");
        RuleFor(v => v.Period).NotNull().WithMessage(PeriodMessage).Must(p => p is null || CalendarPeriods.Number(p) is not null).WithMessage(PeriodMessage);
        RuleFor(v => v.Value).NotNull().WithMessage(ValueMessage).Must(v => v is null or 0 || Math.Abs(v.Value) is >= Smallest and <= Largest).WithMessage(ValueMessage);
    }
}
