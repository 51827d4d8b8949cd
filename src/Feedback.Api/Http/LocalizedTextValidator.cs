using Feedback.Api.Catalogue;
using FluentValidation;

namespace Feedback.Api.Http;

/// <summary>A text, or one a language.</summary>
public sealed class LocalizedTextValidator : AbstractValidator<LocalizedText>
{
    private const int MaximumLength = 2_000;

    public static LocalizedTextValidator Instance { get; } = new();

    private LocalizedTextValidator()
    {
        RuleFor(t => t.Texts).Must(texts => texts.All(t => t is { Length: <= MaximumLength })).WithMessage($"A text has at most {MaximumLength} characters.");
        RuleFor(t => t.ByLanguage).Must(l => l is null || l.Count > 0 && l.Keys.All(Ingest.ResponseRules.IsLanguage)).WithMessage("The languages are tags such as en or de-CH.");
    }
}
