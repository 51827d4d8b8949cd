using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Indicators;
using FluentValidation;

namespace Feedback.Api.Features.Surveys;

/// <summary>The rules of a survey definition (API, Surveys).</summary>
public sealed class SurveyDefinitionValidator : AbstractValidator<SurveyDefinition>
{
    public const int MaximumItems = 200;

    public static SurveyDefinitionValidator Instance { get; } = new();

    private SurveyDefinitionValidator()
    {
        RuleFor(s => s.Audience).NotNull().WithMessage("It is customer or employee.");
        RuleFor(s => s.Title).SetValidator(LocalizedTextValidator.Instance!);
        RuleFor(s => s.Description).SetValidator(LocalizedTextValidator.Instance!);
        RuleFor(s => s.Thanks).SetValidator(LocalizedTextValidator.Instance!);
        RuleFor(s => s.Dimensions).Must(d => d is null || d.Count <= Names.MaximumDimensions).WithMessage($"There are at most {Names.MaximumDimensions} dimensions beside unit.");
        RuleFor(s => s.Dimensions).Must(d => d is null || d.All(x => x is not null) && Distinct(d.Select(x => x.Name))).WithMessage("A dimension stands twice.");
        RuleForEach(s => s.Dimensions).NotNull().SetValidator(DimensionDefinitionValidator.Instance);
        RuleFor(s => s.Items).NotEmpty().WithMessage("There is at least one item.");
        RuleFor(s => s.Items).Must(i => i is null || i.Count <= MaximumItems).WithMessage($"There are at most {MaximumItems} items.");
        RuleFor(s => s.Items).Must(i => i is null || i.All(x => x is not null) && Distinct(i.Select(x => x.Code))).WithMessage("An item code stands twice.");
        RuleForEach(s => s.Items).NotNull().SetValidator(ItemDefinitionValidator.Instance);
        RuleFor(s => s.Items).Custom((items, context) => CheckMeasures(items, context));
        RuleFor(s => s.Items).Must(i => AliasRules.AreApart(i, x => x.Code, x => x.Aliases)).WithMessage(AliasRules.ApartMessage);
        RuleFor(s => s.Dimensions).Must(d => AliasRules.AreApart(d, x => x.Name, x => x.Aliases)).WithMessage(AliasRules.ApartMessage);
        RuleFor(s => s.RetentionDays).InclusiveBetween(1, 36_500).WithMessage("It is from 1 to 36500 days.");
        RuleFor(s => s.Ignores).Must(n => n is null || n.Count is > 0 and <= AliasRules.MaximumIgnored && n.All(Names.IsDimensionValue)).WithMessage(AliasRules.IgnoresMessage);
        RuleFor(s => s.Ignores).Must((s, n) => AliasRules.AreOfNoItem(n, s.Items)).WithMessage("A name that is ignored stands once, and is no item's code or alias.");
        When(s => s.Audience == Audience.Employee, () =>
        {
            RuleFor(s => s.Period).Must(p => p is null or "month" or "quarter" or "year" or "wave").WithMessage("It is month, quarter, year or wave.");
            RuleFor(s => s.Access).Must(a => a is null or "open" or "code").WithMessage("It is open or code.");
            RuleFor(s => s.K).InclusiveBetween(5, 50).WithMessage("It is from 5 to 50.");
            RuleFor(s => s.Drivers).Must(d => d is null || d.Count <= DriverDefinitionValidator.MaximumQuestions).WithMessage($"There are at most {DriverDefinitionValidator.MaximumQuestions} questions.");
            RuleFor(s => s.KeepOriginalText).Null().WithMessage("Texts of employees are never kept as they were sent.");
            RuleForEach(s => s.Drivers).NotNull().SetValidator(DriverDefinitionValidator.Instance);
            RuleFor(s => s.Drivers).Custom((_, context) => DriverDefinitionValidator.CheckAsked(context));
        }).Otherwise(() =>
        {
            RuleFor(s => s.Period).Null().WithMessage("Only employee surveys have periods.");
            RuleFor(s => s.Access).Null().WithMessage("Only employee surveys have access rules.");
            RuleFor(s => s.K).Null().WithMessage("Only employee surveys have a k of their own.");
            RuleFor(s => s.Drivers).Null().WithMessage("Only employee surveys declare drivers: those of customers are asked at any time.");
        });
    }

    /// <summary>One range a scale; one item a measure where a figure counts people; one item a touchpoint.</summary>
    private static void CheckMeasures(IReadOnlyList<ItemDefinition>? items, ValidationContext<SurveyDefinition> context)
    {
        var ratings = (items ?? []).Where(i => i is { Kind: ItemKind.Rating, Measures: not null }).ToList();
        foreach (var scale in ratings.GroupBy(i => Measure.ScaleOf(i.Measures)).Where(g => g.Key is not null && g.Select(i => (i.Low, i.High)).Distinct().Count() > 1))
            context.AddFailure("items", $"All items of the scale {scale.Key} share low and high.");
        foreach (var measure in ratings.GroupBy(i => i.Measures!).Where(g => g.Count() > 1 && Measure.IsKnown(g.Key) && !Measure.MayRepeat(g.Key)))
            context.AddFailure("items", $"{measure.Key} is measured by one item: two would count one person twice.");
        if (!Distinct(ratings.Where(i => i.Touchpoint is not null).Select(i => i.Touchpoint)))
            context.AddFailure("items", "A touchpoint is rated by one item: two would count one person twice.");
    }

    private static bool Distinct(IEnumerable<string?> names)
    {
        var seen = new HashSet<string?>(StringComparer.Ordinal);
        return names.All(seen.Add);
    }
}

/// <summary>A dimension's name and values.</summary>
public sealed class DimensionDefinitionValidator : AbstractValidator<DimensionDefinition>
{
    /// <summary>Columns that rows have beside the dimensions; a second one of the name would hide the first.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase)
    {
        "unit", "touchpoint", "key", "from", "to", "estimate", "low", "high", "n", "status", "components",
        "facet", "option", "item", "driver", "stream", "target", "reached", "bound",
    };

    public static DimensionDefinitionValidator Instance { get; } = new();

    private DimensionDefinitionValidator()
    {
        RuleFor(d => d.Name).Must(Names.IsName).WithMessage(Names.NameMessage);
        RuleFor(d => d.Name).Must(n => !Taken.Contains(n)).WithMessage("The name is taken: unit is always a dimension, touchpoint comes from the items, and rows have columns of their own.");
        RuleFor(d => d.Values).Must(v => v is null || v.Count is > 0 and <= Names.MaximumValues).WithMessage($"There are 1 to {Names.MaximumValues} values.");
        RuleFor(d => d.Values).Must(v => v is null || v.Distinct(StringComparer.Ordinal).Count() == v.Count).WithMessage("A value stands twice.");
        RuleFor(d => d.Aliases).Must(AliasRules.AreAliases).WithMessage(AliasRules.Message);
        RuleForEach(d => d.Values).Must(Names.IsDimensionValue).WithMessage("A value is a text of 1 to 200 characters without control characters.");
    }
}

/// <summary>An item's code, kind and what goes with the kind.</summary>
public sealed class ItemDefinitionValidator : AbstractValidator<ItemDefinition>
{
    private const int Lowest = -100, Highest = 100, MaximumOptions = 500;

    public static ItemDefinitionValidator Instance { get; } = new();

    private ItemDefinitionValidator()
    {
        RuleFor(i => i.Code).Must(Names.IsName).WithMessage(Names.NameMessage);
        RuleFor(i => i.Kind).NotNull().WithMessage("It is rating, choice or text.");
        RuleFor(i => i.Text).SetValidator(LocalizedTextValidator.Instance!);
        RuleFor(i => i.Aliases).Must(AliasRules.AreAliases).WithMessage(AliasRules.Message);
        When(i => i.Kind == ItemKind.Rating, () =>
        {
            RuleFor(i => i.Labels).Must((i, labels) => labels is null || labels.Count > 0 && labels.Keys.All(point => point >= i.Low && point <= i.High)).WithMessage("The labels are of points of the scale.");
            RuleForEach(i => i.Labels).ChildRules(label => label.RuleFor(l => l.Value).NotNull().SetValidator(LocalizedTextValidator.Instance)).OverridePropertyName("Labels");
            RuleFor(i => i.Low).NotNull().InclusiveBetween(Lowest, Highest).WithMessage($"It is a whole number from {Lowest} to {Highest}.");
            RuleFor(i => i.High).NotNull().InclusiveBetween(Lowest, Highest).WithMessage($"It is a whole number from {Lowest} to {Highest}.");
            RuleFor(i => i.High).Must((i, high) => high is null || i.Low is null || high > i.Low).WithMessage("It is above low.");
            RuleFor(i => i.Measures).Must(m => m is null || Measure.IsKnown(m)).WithMessage("It is one of the measures of the contract, or own.SCALE.FACET.");
            RuleFor(i => i.Touchpoint).Must((i, t) => i.Measures == Measure.Experience ? Names.IsName(t) : t is null).WithMessage("An item that measures experience names its touchpoint, and no other does.");
            RuleFor(i => i.Low).Must((i, low) => i.Measures != Measure.Recommend || low == 0 && i.High == 10).WithMessage("recommend is asked on 0 to 10.");
            RuleFor(i => i.Low).Must((i, low) => i.Measures != Measure.Stay || low == 1 && i.High == 4).WithMessage("stay is asked on 1 to 4.");
            RuleFor(i => i.PointAliases).Must(AliasRules.ArePointAliases).WithMessage("They are of points of the scale, 1 to 10 a point, each a text of 1 to 200 characters without control characters.");
            RuleFor(i => i.SkipAliases).Must(AliasRules.AreAliases).WithMessage(AliasRules.Message);
            RuleFor(i => i.PointAliases).Must((i, _) => AliasRules.PointsAreApart(i)).WithMessage("An alias stands for one point, or for a skipped item, and is no number of another point.");
        }).Otherwise(() =>
        {
            RuleFor(i => i.PointAliases).Null().WithMessage("Only ratings have points.");
            RuleFor(i => i.SkipAliases).Null().WithMessage("Only ratings have points.");
            RuleFor(i => i.Labels).Null().WithMessage("Only ratings have points to label.");
            RuleFor(i => i.Low).Null().WithMessage("Only ratings have a range.");
            RuleFor(i => i.High).Null().WithMessage("Only ratings have a range.");
            RuleFor(i => i.Reversed).Null().WithMessage("Only ratings can be reversed.");
            RuleFor(i => i.Measures).Null().WithMessage("Only ratings measure.");
            RuleFor(i => i.Touchpoint).Null().WithMessage("Only ratings have a touchpoint.");
        });
        When(i => i.Kind == ItemKind.Choice, () =>
        {
            RuleFor(i => i.Options).NotNull().Must(o => o is null || o.Count is > 0 and <= MaximumOptions).WithMessage($"There are 1 to {MaximumOptions} options.");
            RuleForEach(i => i.Options).NotNull().ChildRules(option =>
            {
                option.RuleFor(o => o.Code).Must(Names.IsName).WithMessage(Names.NameMessage);
                option.RuleFor(o => o.Text).SetValidator(LocalizedTextValidator.Instance!);
                option.RuleFor(o => o.Aliases).Must(AliasRules.AreAliases).WithMessage(AliasRules.Message);
            });
            RuleFor(i => i.Options).Must(o => AliasRules.AreApart(o, x => x.Code, x => x.Aliases)).WithMessage(AliasRules.ApartMessage);
            RuleFor(i => i.Options).Must(o => o is null || o.All(x => x is not null) && o.Select(x => x.Code).Distinct(StringComparer.Ordinal).Count() == o.Count).WithMessage("An option stands twice.");
        }).Otherwise(() =>
        {
            RuleFor(i => i.Options).Null().WithMessage("Only choices have options.");
            RuleFor(i => i.Multiple).Null().WithMessage("Only choices can be multiple.");
        });
    }
}
