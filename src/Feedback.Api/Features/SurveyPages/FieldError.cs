namespace Feedback.Api.Features.SurveyPages;

/// <summary>What is wrong with an answer, or with the invitation code.</summary>
/// <param name="Item">The item's code; null for the invitation code, or for all answers together.</param>
/// <param name="Message">In the language of the page.</param>
internal sealed record FieldError(string? Item, string Message)
{
    /// <summary>Whether it is about the invitation code.</summary>
    public bool IsOfCode { get; init; }
}
