using Feedback.Api.Catalogue;
using Feedback.Indicators;
using FluentValidation;

namespace Feedback.Api.Features.Surveys;

/// <summary>The rules of the questions to <c>drivers</c> that a survey of employees declares: those of a request, asked of the definition they stand in.</summary>
internal static class DriverRules
{
    public const int MaximumQuestions = 20;

    /// <summary>Adds what is wrong, by question and field.</summary>
    public static void Check(ValidationContext<SurveyDefinition> context)
    {
        if (context.InstanceToValidate.Drivers is not { } declared) return;
        if (declared.Count > MaximumQuestions) context.AddFailure("drivers", $"There are at most {MaximumQuestions} questions.");
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(declared.Count, MaximumQuestions); i++)
        {
            if (Fault(declared[i], [.. (context.InstanceToValidate.Items ?? []).Where(item => item is not null)]) is var (field, message)) context.AddFailure($"drivers[{i}]{field}", message);
            else if (!known.Add(DriverQuestion.Of(declared[i].Outcome!, declared[i].Drivers!).Key)) context.AddFailure($"drivers[{i}]", "The question stands twice.");
        }
    }

    private static (string Field, string Message)? Fault(DriverDefinition? declared, IReadOnlyList<ItemDefinition> items)
    {
        if (declared is null) return ("", "It has an outcome and drivers.");
        if (string.IsNullOrEmpty(declared.Outcome)) return (".outcome", "It is a measure, a scale, or item:CODE.");
        if (declared.Drivers is not { Count: >= Drivers.Fewest and <= Drivers.Most } drivers) return (".drivers", $"They are the codes of {Drivers.Fewest} to {Drivers.Most} items.");
        if (drivers.Distinct(StringComparer.Ordinal).Count() < drivers.Count) return (".drivers", "An item stands twice.");
        if (drivers.Any(code => items.FirstOrDefault(item => item.Code == code) is not { Kind: ItemKind.Rating })) return (".drivers", "They are rating items of the survey.");
        var outcome = DriverQuestion.Of(declared.Outcome, drivers).Outcome;
        var explained = items.Where(item => item is { Kind: ItemKind.Rating, Code: not null } && outcome.Takes(item.Code, item.Measures)).ToList();
        if (explained.Count == 0) return (".outcome", "No rating item of the survey is or measures it.");
        if (explained.Any(item => drivers.Contains(item.Code))) return (".drivers", "The outcome, or a part of it, is no driver of it.");
        return outcome.Scale is null && explained.Count > 1 ? (".outcome", "Several items measure it; name one of them by item:CODE.") : null;
    }
}
