using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Features.Imports;

/// <summary>Whether a map fits the survey it names and the file it is to read.</summary>
internal static class MapBinding
{
    /// <summary>Everything that does not fit, each with the field of the map it is about.</summary>
    public static IReadOnlyList<string> Problems(ImportMap map, string[] header, CatalogueSnapshot catalogue)
    {
        if (catalogue.Survey(map.Survey!) is not { IsBuiltIn: false } survey) return ["survey: There is no such survey; the map can bring its definition."];
        if (survey.IsClosed) return ["survey: The survey is closed."];
        if (survey.Access == "code") return ["survey: The survey is answered with invitation codes, which a file does not have."];
        return [.. OfSurvey(map, survey), .. OfFile(map, header)];
    }

    private static IEnumerable<string> OfSurvey(ImportMap map, Survey survey)
    {
        foreach (var (code, rule) in map.Items!)
        {
            if (survey.Current.Find(code) is not { } item) yield return $"items.{code}: The survey does not ask this item.";
            else if (rule.Separator is not null && !item.IsMultiple) yield return $"items.{code}: A separator belongs to a multiple choice.";
        }
        foreach (var item in survey.Current.Items.Where(i => i.IsRequired && !map.Items!.ContainsKey(i.Code)))
            yield return $"items.{item.Code}: The survey requires this item, and the map does not have it.";
        foreach (var name in map.Dimensions.Keys.Where(d => d != ResponseRules.Unit && !survey.Current.DimensionValues.ContainsKey(d)))
            yield return $"dimensions.{name}: The survey does not register this dimension.";
        if (survey.Audience != Audience.Employee) yield break;
        if (map.Respondent is not null) yield return "respondent: Employees answer without any reference to themselves.";
        if (map.Weight is not null) yield return "weight: Employees' answers are not weighted.";
    }

    private static IEnumerable<string> OfFile(ImportMap map, string[] header)
    {
        IEnumerable<(string Field, string? Column)> wanted =
        [
            .. map.Id!.Select(c => ("id", (string?)c)),
            .. map.Items!.Select(i => ($"items.{i.Key}", i.Value.Column)),
            .. map.Dimensions.Select(d => ($"dimensions.{d.Key}", d.Value.Column)),
            ("answeredAt", map.AnsweredAt!.Column), ("weight", map.Weight?.Column), ("language", map.Language?.Column), ("respondent", map.Respondent?.Column),
        ];
        foreach (var (field, column) in wanted)
        {
            if (column is null) continue;
            var times = header.Count(h => h == column);
            if (times != 1) yield return $"{field}: The file has {(times == 0 ? "no column" : "several columns")} {column}.";
        }
    }
}
