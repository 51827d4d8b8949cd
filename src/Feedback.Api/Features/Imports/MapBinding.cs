using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Features.Imports;

/// <summary>Whether a map fits the survey it names and the file it is to read.</summary>
internal static class MapBinding
{
    /// <summary>Everything that does not fit, each with the field of the map it is about.</summary>
    public static IReadOnlyList<string> Problems(ImportMap map, ImportHeader header, CatalogueSnapshot catalogue)
    {
        if (catalogue.Survey(map.Survey!) is not { IsBuiltIn: false } survey) return ["survey: There is no such survey; the map can bring its definition."];
        if (survey.IsClosed) return ["survey: The survey is closed."];
        if (survey.Access == "code" && map.Code is null) return ["survey: The survey is answered with invitation codes, and the map has no column of them."];
        return [.. OfSurvey(map, survey), .. RequiredBy(survey, map, header), .. OfFile(map, header)];
    }

    /// <summary>What does not fit the survey, whatever the file.</summary>
    public static IEnumerable<string> OfSurvey(ImportMap map, Survey survey)
    {
        foreach (var (code, rule) in map.Items ?? new Dictionary<string, ItemRule>())
        {
            if (survey.Current.Find(code) is not { } item) yield return $"items.{code}: The survey does not ask this item.";
            else if (rule.Separator is not null && !item.IsMultiple) yield return $"items.{code}: A separator belongs to a multiple choice.";
            else if ((rule.Columns?.Keys ?? []).Append(rule.Other).OfType<string>().Any(o => !item.Options.ContainsKey(o))) yield return $"items.{code}: The item has no such option.";
        }
        foreach (var name in map.Dimensions.Keys.Where(d => d != ResponseRules.Unit && !survey.Current.DimensionValues.ContainsKey(d)))
            yield return $"dimensions.{name}: The survey does not register this dimension.";
        if (survey.Audience != Audience.Employee) yield break;
        if (map.Respondent is not null) yield return "respondent: Employees answer without any reference to themselves.";
        if (map.Weight is not null) yield return "weight: Employees' answers are not weighted.";
    }

    /// <summary>Of employees, columns that say who answered: no map may read them, whatever for.</summary>
    public static IEnumerable<string> Identities(ImportMap map, Survey survey, Formats.ImportFormat format) => survey.Audience != Audience.Employee ? []
        : Columns(map).Where(c => c.Column is { } column && format.IsPersonal(column, survey)).Select(c => $"{c.Field}: Of employees nothing is read that says who answered.");

    /// <summary>A message may leave an item out, and is refused by itself; a file without its column would be refused row by row.</summary>
    private static IEnumerable<string> RequiredBy(Survey survey, ImportMap map, ImportHeader header) => !header.IsComplete ? []
        : survey.Current.Items.Where(i => i.IsRequired && !map.Items!.ContainsKey(i.Code)).Select(i => $"items.{i.Code}: The survey requires this item, and no column was found for it.");

    private static IEnumerable<string> OfFile(ImportMap map, ImportHeader header)
    {
        foreach (var (field, column) in Columns(map))
        {
            if (column is null) continue;
            var place = header.At(column);
            if (place == -2 || place == -1 && header.IsComplete) yield return $"{field}: The file has {(place == -1 ? "no column" : "several columns")} {column}.";
        }
    }

    /// <summary>Every column that a map reads, with its field.</summary>
    public static IEnumerable<(string Field, string? Column)> Columns(ImportMap map) =>
    [
        .. (map.Id ?? []).Select(c => ("id", (string?)c)),
        .. (map.Items ?? new Dictionary<string, ItemRule>()).SelectMany(i => i.Value.AllColumns.Select(c => ($"items.{i.Key}", (string?)c))),
        .. map.Dimensions.Select(d => ($"dimensions.{d.Key}", d.Value.Column)),
        .. (map.LeaveOut ?? []).Select(l => ("leaveOut", l.Column)),
        ("answeredAt", map.AnsweredAt?.Column), ("weight", map.Weight?.Column), ("language", map.Language?.Column), ("respondent", map.Respondent?.Column),
        ("version", map.Version?.Column), ("invitedOn", map.InvitedOn?.Column), ("code", map.Code?.Column), ("test", map.Test?.Column), ("skippedItems", map.SkippedItems),
    ];
}
