using FluentValidation;
using FluentValidation.Validators;

namespace Feedback.Api.Http;

/// <summary>A rule that takes one of a few names; the document lists them.</summary>
public interface IOneOfValidator
{
    IReadOnlyList<string> Names { get; }
}

/// <summary>Takes one of a few names, or null.</summary>
public sealed class OneOfValidator<T>(IReadOnlyList<string> names) : PropertyValidator<T, string?>, IOneOfValidator
{
    public override string Name => "OneOf";

    public IReadOnlyList<string> Names => names;

    public override bool IsValid(ValidationContext<T> context, string? value) => value is null || names.Contains(value);

    protected override string GetDefaultMessageTemplate(string errorCode) => $"It is {(names.Count > 1 ? string.Join(", ", names.SkipLast(1)) + " or " : "")}{names[^1]}.";
}

public static class OneOfExtensions
{
    /// <summary>One of the names, or null.</summary>
    public static IRuleBuilderOptions<T, string?> OneOf<T>(this IRuleBuilder<T, string?> rule, params string[] names) => rule.SetValidator(new OneOfValidator<T>(names));
}
