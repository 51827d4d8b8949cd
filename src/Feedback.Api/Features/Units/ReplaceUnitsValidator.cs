using Feedback.Api.Catalogue;
using FluentValidation;

namespace Feedback.Api.Features.Units;

/// <summary>The rules of a tree of units: each is sound, none stands twice, every parent is there, and no way up leads back.</summary>
public sealed class ReplaceUnitsValidator : AbstractValidator<ReplaceUnits.Request>
{
    public static ReplaceUnitsValidator Instance { get; } = new();

    private ReplaceUnitsValidator()
    {
        ClassLevelCascadeMode = CascadeMode.Stop;
        RuleFor(r => r.Units).NotNull().WithMessage("The whole tree is sent.")
            .Must(u => u is null || u.Count <= ReplaceUnits.MaximumUnits).WithMessage($"There are at most {ReplaceUnits.MaximumUnits} units.");
        RuleForEach(r => r.Units).NotNull().WithMessage("It is a unit.").SetValidator(UnitDefinitionValidator.Instance!);
        RuleFor(r => r.Units).Custom((units, context) => CheckTree(units!, context));
    }

    private static void CheckTree(IReadOnlyList<UnitDefinition?> units, ValidationContext<ReplaceUnits.Request> context)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < units.Count; i++)
        {
            if (!places.TryAdd(units[i]!.Code!, i)) context.AddFailure($"units[{i}].code", "The code stands twice.");
        }
        for (var i = 0; i < units.Count; i++)
        {
            if (units[i]!.Parent is { } parent && !places.ContainsKey(parent)) context.AddFailure($"units[{i}].parent", "There is no such unit in the tree.");
        }
        foreach (var i in InCycles(units, places)) context.AddFailure($"units[{i}].parent", "The way up leads back to the unit.");
    }

    /// <summary>The places of the units that stand above themselves.</summary>
    private static IEnumerable<int> InCycles(IReadOnlyList<UnitDefinition?> units, Dictionary<string, int> places)
    {
        // 0: not walked yet; else the number of the walk that came by first.
        var walked = new int[units.Count];
        for (var start = 0; start < units.Count; start++)
        {
            var at = start;
            while (at >= 0 && walked[at] == 0)
            {
                walked[at] = start + 1;
                at = Above(at);
            }
            if (at < 0 || walked[at] != start + 1) continue;
            var first = at;
            do
            {
                yield return at;
                at = Above(at);
            }
            while (at != first);
        }

        int Above(int place) => units[place]!.Parent is { } parent && places.TryGetValue(parent, out var above) ? above : -1;
    }
}

/// <summary>The rules of one unit.</summary>
public sealed class UnitDefinitionValidator : AbstractValidator<UnitDefinition>
{
    public const int MaximumHeadcount = 10_000_000;

    public static UnitDefinitionValidator Instance { get; } = new();

    private UnitDefinitionValidator()
    {
        RuleFor(u => u.Code).NotNull().WithMessage(Names.NameMessage).Matches(Names.Pattern).WithMessage(Names.NameMessage).Must(c => c is null || Names.IsName(c)).WithMessage(Names.NameMessage);
        RuleFor(u => u.Name).NotEmpty().WithMessage(Names.ValueMessage).MaximumLength(Names.MaximumValueLength).WithMessage(Names.ValueMessage).Must(Names.IsDimensionValue).WithMessage(Names.ValueMessage);
        RuleFor(u => u.Parent).Matches(Names.Pattern).WithMessage(Names.NameMessage).Must(p => p is null || Names.IsName(p)).WithMessage(Names.NameMessage);
        RuleFor(u => u.Headcount).InclusiveBetween(0, MaximumHeadcount).WithMessage($"It is a whole number from 0 to {MaximumHeadcount}.");
    }
}
