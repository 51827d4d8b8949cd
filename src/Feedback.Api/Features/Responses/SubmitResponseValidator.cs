using System.Text.Json;
using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.Http.Intake;
using Feedback.Api.Ingest;
using FluentValidation;

namespace Feedback.Api.Features.Responses;

/// <summary>
/// The rules of a response that hold whatever the survey, as the document shows them. The bytes themselves are checked by
/// <see cref="ResponseReader"/>, which knows the survey too; a test holds the two together.
/// </summary>
public sealed class SubmitResponseValidator : AbstractValidator<SubmitResponse.Request>
{
    public static SubmitResponseValidator Instance { get; } = new();

    private SubmitResponseValidator()
    {
        RuleFor(r => r.Answers).NotEmpty().WithMessage("There is at least one answer.");
        RuleFor(r => r.Answers).Must(a => a is null || a.Values.All(IsAnswer)).WithMessage("An answer is a number, an option's code, codes in an array, a text, or null.");
        RuleFor(r => r.About).Must(a => a is null || a.Values.All(v => v is null || Names.IsDimensionValue(v))).WithMessage(Names.ValueMessage);
        RuleFor(r => r.AnsweredAt).Must(at => at is null || at >= ResponseRules.Earliest).WithMessage(ResponseRules.AnsweredAtMessage);
        RuleFor(r => r.Language).Matches(ResponseRules.LanguageForm).Must(l => l is null || ResponseRules.IsLanguage(l)).WithMessage("It is a language tag such as en or de-CH.");
        RuleFor(r => r.Respondent).Length(1, Names.MaximumValueLength).Must(r => r is null || Names.IsDimensionValue(r)).WithMessage("It is a text of 1 to 200 characters.");
        RuleFor(r => r.Weight).InclusiveBetween(ResponseRules.MinimumWeight, ResponseRules.MaximumWeight).Must(w => w is null || ResponseRules.Weight(w.Value) is not null).WithMessage(ResponseRules.WeightMessage);
        RuleFor(r => r.Code).Length(1, ResponseRules.MaximumCodeLength).WithMessage("There is no such invitation code.");
        RuleFor(r => r.InvitedOn).Must(ResponseRules.IsDay).WithMessage(ResponseRules.DayMessage);
    }

    private static bool IsAnswer(JsonNode? answer) => answer?.GetValueKind() switch
    {
        null or JsonValueKind.Null or JsonValueKind.Number => true,
        JsonValueKind.String => answer.GetValue<string>().Length <= ResponseRules.MaximumTextLength,
        JsonValueKind.Array => answer.AsArray().All(o => o?.GetValueKind() == JsonValueKind.String),
        _ => false,
    };
}
