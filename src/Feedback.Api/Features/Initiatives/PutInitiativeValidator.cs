using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;
using FluentValidation;

namespace Feedback.Api.Features.Initiatives;

/// <summary>The rules of a change programme that hold whatever units there are.</summary>
public sealed class PutInitiativeValidator : AbstractValidator<PutInitiative.Request>
{
    public static PutInitiativeValidator Instance { get; } = new();

    private PutInitiativeValidator()
    {
        RuleFor(i => i.Title).NotEmpty().WithMessage(Names.ValueMessage).MaximumLength(Names.MaximumValueLength).WithMessage(Names.ValueMessage)
            .Must(Names.IsDimensionValue).WithMessage(Names.ValueMessage);
        RuleFor(i => i.From).NotNull().WithMessage(ResponseRules.DayMessage).Must(ResponseRules.IsDay).WithMessage(ResponseRules.DayMessage);
        RuleFor(i => i.Units).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("It touches at least one unit.")
            .Must(u => u!.Count <= PutInitiative.MaximumUnits).WithMessage($"There are at most {PutInitiative.MaximumUnits} units.")
            .Must(u => u!.Distinct(StringComparer.Ordinal).Count() == u!.Count).WithMessage("A unit stands twice.");
        RuleForEach(i => i.Units).NotNull().WithMessage("It is a unit's code.");
        RuleFor(i => i.WayPoints).Must(w => w is null || w.Count <= PutInitiative.MaximumWayPoints).WithMessage($"There are at most {PutInitiative.MaximumWayPoints} way points.");
        RuleForEach(i => i.WayPoints).NotNull().WithMessage("It is a way point.").SetValidator(WayPointDefinitionValidator.Instance!);
    }
}

/// <summary>The rules of one way point.</summary>
public sealed class WayPointDefinitionValidator : AbstractValidator<WayPointDefinition>
{
    public static WayPointDefinitionValidator Instance { get; } = new();

    private WayPointDefinitionValidator()
    {
        RuleFor(w => w.On).NotNull().WithMessage(ResponseRules.DayMessage).Must(ResponseRules.IsDay).WithMessage(ResponseRules.DayMessage);
        RuleFor(w => w.Text).NotEmpty().WithMessage(Names.ValueMessage).MaximumLength(Names.MaximumValueLength).WithMessage(Names.ValueMessage)
            .Must(Names.IsDimensionValue).WithMessage(Names.ValueMessage);
    }
}
