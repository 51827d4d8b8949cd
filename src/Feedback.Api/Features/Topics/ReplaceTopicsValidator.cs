using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using FluentValidation;

namespace Feedback.Api.Features.Topics;

/// <summary>The rules of a dictionary of topics.</summary>
public sealed class ReplaceTopicsValidator : AbstractValidator<ReplaceTopics.Request>
{
    /// <summary>Every word of a text is compared with each term that begins with a star; others are looked up.</summary>
    private const int MaximumTopics = 200, MaximumTerms = 20_000, MaximumOpenTerms = 200;

    public static ReplaceTopicsValidator Instance { get; } = new();

    private ReplaceTopicsValidator()
    {
        ClassLevelCascadeMode = CascadeMode.Stop;
        RuleFor(r => r.Topics).NotNull().WithMessage("The whole list is sent.")
            .Must(t => t is null || t.Count <= MaximumTopics).WithMessage($"There are at most {MaximumTopics} topics.")
            .Must(t => t is null || t.All(x => x is not null) && t.Select(x => x!.Code).Distinct(StringComparer.Ordinal).Count() == t.Count).WithMessage("A topic's code stands twice, or it is null.");
        RuleFor(r => r.Topics).Must(t => Terms(t).Count() <= MaximumTerms).WithMessage($"All topics together have at most {MaximumTerms} terms.")
            .Must(t => Terms(t).Count(IsOpenBefore) <= MaximumOpenTerms).WithMessage($"All topics together have at most {MaximumOpenTerms} terms with a star in front of a word.");
        RuleForEach(r => r.Topics).SetValidator(TopicDefinitionValidator.Instance!);
    }

    private static IEnumerable<string?> Terms(IReadOnlyList<TopicDefinition?>? topics) => topics?.SelectMany(t => t?.Terms?.Values.SelectMany(v => v ?? []) ?? []) ?? [];

    private static bool IsOpenBefore(string? term) => term is not null && (term.StartsWith('*') || term.Contains(" *", StringComparison.Ordinal));
}

/// <summary>The rules of one topic.</summary>
public sealed class TopicDefinitionValidator : AbstractValidator<TopicDefinition>
{
    private const int MaximumTerms = 500, MaximumLength = 100, MaximumLanguages = 50, LeastOpen = 3;

    public static TopicDefinitionValidator Instance { get; } = new();

    private TopicDefinitionValidator()
    {
        RuleFor(t => t.Code).Must(Names.IsName).WithMessage(Names.NameMessage);
        RuleFor(t => t.Title).SetValidator(LocalizedTextValidator.Instance!);
        RuleFor(t => t.Terms).Must(t => t is { Count: > 0 and <= MaximumLanguages } && t.Keys.All(IsLanguage)).WithMessage("It holds terms by language: two or three small letters, such as en, or * for every language.");
        RuleFor(t => t.Terms).Must(t => t is null || t.Values.All(terms => terms is { Count: > 0 and <= MaximumTerms })).WithMessage($"A language has 1 to {MaximumTerms} terms.");
        RuleFor(t => t.Terms).Must(t => t is null || t.Values.All(terms => terms is null || terms.All(IsTerm)))
            .WithMessage($"A term is a word, or a phrase, of up to {MaximumLength} characters; a word with a star at an end has {LeastOpen} letters at least beside it.");
    }

    private static bool IsLanguage(string text) => text == "*" || text.Length is 2 or 3 && text.All(char.IsAsciiLetterLower);

    /// <summary>Words and blanks; a star stands at the beginning or the end of a word alone, and the rest of the word says something.</summary>
    private static bool IsTerm(string? term)
    {
        if (!Names.IsDimensionValue(term) || term!.Length > MaximumLength || !term.Any(char.IsLetterOrDigit)) return false;
        return term.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => word.Trim('*') is var core
            && !core.Contains('*') && word.Length - core.Length <= 2 && (core.Length == word.Length || core.Count(char.IsLetterOrDigit) >= LeastOpen));
    }
}
