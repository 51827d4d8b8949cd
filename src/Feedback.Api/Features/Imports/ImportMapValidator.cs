using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;
using FluentValidation;

namespace Feedback.Api.Features.Imports;

/// <summary>What a map must keep whatever the survey and the file.</summary>
public sealed class ImportMapValidator : AbstractValidator<ImportMap>
{
    private const string OneColumn = "It names a column.", ColumnAndCodes = "It names a column and its codes.";

    /// <param name="isWhole">Whether the map says everything, or leaves the survey, ids and times to the format.</param>
    public ImportMapValidator(bool isWhole)
    {
        RuleFor(m => m.File.Delimiter).Must(d => d is null or [< '\u0080' and not ('"' or '\r' or '\n')])
            .WithMessage("It is one character of ASCII, and no quote.").OverridePropertyName("file.delimiter");
        RuleFor(m => m.Id).Must(id => id is { Count: > 0 } && id.Distinct().Count() == id.Count && !id.Any(string.IsNullOrEmpty)).When(m => m.IdFrom != IdSource.Content && (isWhole || m.Id is not null))
            .WithMessage("It lists the column or columns that tell a row from every other, so that importing twice stores nothing twice.");
        RuleFor(m => m.Id).Must(id => id is not { Count: > 0 }).When(m => m.IdFrom == IdSource.Content).WithMessage("Ids from the content need no column.");
        RuleFor(m => m.Id).Must(id => id is not { Count: > 1 }).When(m => m.IdFrom == IdSource.Uuid).WithMessage("A UUID stands in one column.");
        RuleFor(m => m.Items).Must(items => items is { Count: > 0 } || items is null && !isWhole).WithMessage("It maps at least one item to a column.");
        if (isWhole) RuleFor(m => m.Survey).Must(Names.IsName).WithMessage("It is a survey's key: a letter or digit, then letters, digits, points, dashes.");
        RuleFor(m => m).Custom((map, context) =>
        {
            foreach (var (code, rule) in map.Items ?? new Dictionary<string, ItemRule>())
            {
                if (Wrong(rule) is { } message) context.AddFailure($"items.{code}", message);
            }
            foreach (var (name, rule) in map.Dimensions)
            {
                if (Wrong(rule) is { } message) context.AddFailure($"dimensions.{name}", message);
            }
            if (map.Language is { } language && (Wrong(language) ?? WrongLanguage(language)) is { } wrongLanguage) context.AddFailure("language", wrongLanguage);
            if (map.Respondent is { } respondent && (Wrong(respondent) ?? (respondent.Value is null ? null : OneColumn)) is { } wrongRespondent) context.AddFailure("respondent", wrongRespondent);
            foreach (var (field, rule) in ((string, ColumnRule?)[])[("weight", map.Weight), ("version", map.Version), ("invitedOn", map.InvitedOn), ("code", map.Code)])
            {
                if (rule is { Column: null or "" }) context.AddFailure(field, OneColumn);
            }
            if (map.Test is { } test && !NamesCodes(test)) context.AddFailure("test", ColumnAndCodes);
            if (map.LeaveOut?.All(NamesCodes) == false) context.AddFailure("leaveOut", ColumnAndCodes);
            if ((isWhole || map.AnsweredAt is not null) && Wrong(map.AnsweredAt) is { } wrongTime) context.AddFailure("answeredAt", wrongTime);
        });
    }

    /// <summary>Everything that is wrong with a map, each with its field.</summary>
    public static IReadOnlyList<string> Problems(ImportMap map, bool isWhole = true) =>
        [.. new ImportMapValidator(isWhole).Validate(map).Errors.Select(e => $"{char.ToLowerInvariant(e.PropertyName[0])}{e.PropertyName[1..]}: {e.ErrorMessage}")];

    private static bool NamesCodes(CodesRule? rule) => rule is { Column.Length: > 0, Codes.Count: > 0 };

    private static string? Wrong(ItemRule? rule) =>
        rule is null || string.IsNullOrEmpty(rule.Column) == (rule.Columns is null || rule.Columns.Count == 0) ? OneColumn
        : rule.Columns is { } columns && (columns.Values.Any(string.IsNullOrEmpty) || columns.Values.Distinct().Count() != columns.Count) ? "Every option has a column of its own."
        : rule.Columns is not null && (rule.Chosen.Count == 0 || rule.Separator is not null) ? "Columns of options need the codes that mean chosen, and no separator."
        : rule.Skipped.Intersect(rule.NotShown).Any() ? "A code means skipped or not shown, not both."
        : rule.Recode is { } recode && rule.Skipped.Concat(rule.NotShown).Any(recode.ContainsKey) ? "A code is recoded or missing, not both."
        : rule.Separator is { Length: 0 } ? "The separator is not empty."
        : null;

    private static string? Wrong(ValueRule? rule) =>
        rule is null || rule.Column is null == rule.Value is null || rule.Column is { Length: 0 } ? "It names a column, or one value for all rows."
        : rule.Value is not null && (rule.Recode is not null || rule.Missing.Count > 0) ? "Recode and missing belong to a column."
        : rule.Recode is { } recode && rule.Missing.Any(recode.ContainsKey) ? "A code is recoded or missing, not both."
        : rule.Recode?.Values.Append(rule.Value ?? "-").Any(v => !Names.IsDimensionValue(v)) == true || rule.Value is { } value && !Names.IsDimensionValue(value)
            ? "A value is a text of 1 to 200 characters without control characters."
        : null;

    private static string? WrongLanguage(ValueRule rule) =>
        (rule.Recode?.Values ?? []).Concat(rule.Value is null ? [] : [rule.Value]).All(ResponseRules.IsLanguage) ? null : "A language is a tag such as en or de-CH.";

    private static string? Wrong(TimeRule? rule) => rule switch
    {
        { Zone: { } zone } when !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) => "There is no such time zone.",
        null => "It says when the rows were answered: a column, or one day for all.",
        { Day: not null, Column: null, Format: null, Month: null } => ResponseRules.Day(rule.Day) is null ? "The day is written like 2017-05-10." : null,
        { Column: not (null or ""), Month: not null, Format: null, Day: null } => ResponseRules.Day(rule.Month + "-01") is null ? "The month is written like 2017-05." : null,
        { Column: not (null or ""), Month: null, Day: null } => rule.Format is { Length: 0 } ? "The format is not empty." : null,
        _ => "It has a column, with a format or a month beside, or a day alone.",
    };
}
