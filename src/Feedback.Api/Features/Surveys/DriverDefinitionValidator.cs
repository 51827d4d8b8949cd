using Feedback.Api.Catalogue;
using Feedback.Indicators;
using FluentValidation;

namespace Feedback.Api.Features.Surveys;

/// <summary>The rules of a question to <c>drivers</c> that a survey of employees declares: those of a request, asked of the definition it stands in.</summary>
public sealed class DriverDefinitionValidator : AbstractValidator<DriverDefinition>
{
    public const int MaximumQuestions = 20;

    public static DriverDefinitionValidator Instance { get; } = new();

    private DriverDefinitionValidator()
    {
        RuleFor(d => d.Outcome).NotEmpty().WithMessage("It is a measure, a scale, an item's code or item:CODE.");
        RuleFor(d => d.Drivers).NotEmpty().WithMessage(DriversMessage);
        RuleFor(d => d.Drivers).Must(d => d is not { Count: > 0 } || d.Count is >= Drivers.Fewest and <= Drivers.Most).WithMessage(DriversMessage);
        RuleFor(d => d.Drivers).Must(d => d is null || d.Distinct(StringComparer.Ordinal).Count() == d.Count).WithMessage("An item stands twice.");
    }

    private static string DriversMessage => $"They are the codes of {Drivers.Fewest} to {Drivers.Most} items.";

    /// <summary>Adds what only the survey's items can tell, of each question that is well formed.</summary>
    internal static void CheckAsked(ValidationContext<SurveyDefinition> context)
    {
        var (declared, known) = (context.InstanceToValidate.Drivers ?? [], new HashSet<string>(StringComparer.Ordinal));
        List<ItemDefinition> ratings = [.. (context.InstanceToValidate.Items ?? []).Where(item => item is { Kind: ItemKind.Rating, Code: not null })];
        for (var i = 0; i < declared.Count; i++)
        {
            if (declared[i] is not { } one || !Instance.Validate(one).IsValid) continue;
            var question = DriverQuestion.Of(one.Outcome!, one.Drivers!);
            if (Fault(question, ratings) is var (field, message)) context.AddFailure($"drivers[{i}].{field}", message);
            else if (!known.Add(question.Key)) context.AddFailure($"drivers[{i}]", "The question stands twice.");
        }
    }

    private static (string Field, string Message)? Fault(DriverQuestion question, List<ItemDefinition> ratings)
    {
        if (question.Drivers.Any(code => !ratings.Exists(item => item.Code == code))) return ("drivers", "They are rating items of the survey.");
        var explained = ratings.Where(item => question.Outcome.Takes(item.Code!, item.Measures)).ToList();
        if (explained.Count == 0) return ("outcome", "No rating item of the survey is or measures it.");
        if (explained.Exists(item => question.Drivers.Contains(item.Code))) return ("drivers", "The outcome, or a part of it, is no driver of it.");
        return question.Outcome.Scale is null && explained.Count > 1 ? ("outcome", "Several items measure it; name one of them by item:CODE.") : null;
    }
}
