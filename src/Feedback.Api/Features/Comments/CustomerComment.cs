using System.Globalization;
using System.Text.Json;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Comments;

/// <summary>A customer's comment as it is read: what every comment has, and the dimensions of the response it is from.</summary>
internal sealed record CustomerComment(CommentView Comment, IReadOnlyDictionary<string, string> Values)
{
    public static CustomerComment Of(ListedComment row, Survey survey, Cohorts cohorts, Seal seal)
    {
        var values = cohorts.Of(survey.Id, row.Cohort).Values;
        var item = survey.IsBuiltIn ? null : survey.Variables.FirstOrDefault(v => v.Id == row.Variable)?.Name;
        var month = string.Create(CultureInfo.InvariantCulture, $"{row.Month / 100:D4}-{row.Month % 100:D2}");
        return new(new CommentView(seal.ListedComment(row.Seq), survey.IsBuiltIn ? null : survey.Key, survey.IsBuiltIn ? KindOf(row.Answers) : null, item, row.Text,
            row.Language, CommentSentiment.Of(row.Sentiment), CommentReader.TopicsOf(row.Topics), month, values.GetValueOrDefault(ResponseRules.Unit)), values);
    }

    private static string? KindOf(string? answers)
    {
        if (answers is null) return null;
        using var document = JsonDocument.Parse(answers);
        return document.RootElement.TryGetProperty(Survey.KindItem, out var kind) ? kind.GetString() : null;
    }
}
