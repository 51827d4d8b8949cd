using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;

namespace Feedback.Api.SurveyJs;

/// <summary>
/// Texts as SurveyJS has them: a string, or an object from language to text in which <c>default</c> is English
/// (<c>surveyLocalization.defaultLocale</c>) and what every language falls back to.
/// </summary>
internal static partial class LocalText
{
    private const string Default = "default", English = "en";

    /// <summary>Null where it is neither form, or names something that is no language.</summary>
    public static LocalizedText? Read(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String) return new LocalizedText(value.GetString(), null);
        if (value.ValueKind != JsonValueKind.Object) return null;
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.String || property.Name != Default && !ResponseRules.IsLanguage(property.Name)) return null;
            texts[property.Name] = property.Value.GetString()!;
        }
        // What other languages fall back to here is their first one: a default that says the same adds nothing.
        if (texts.Remove(Default, out var common) && !(texts.Count > 0 && !texts.Keys.Any(IsEnglish) && texts.First().Value == common)) texts[texts.Keys.FirstOrDefault(IsEnglish) ?? English] = common;
        return texts.Count == 0 ? null : new LocalizedText(null, texts);
    }

    /// <summary>The form that <see cref="Read"/> takes for the same text, and that falls back in SurveyJS as it does here.</summary>
    public static JsonNode Write(LocalizedText text)
    {
        if (text.ByLanguage is not { } texts) return text.Text!;
        var json = new JsonObject { [Default] = text.In(English) };
        var isSaidAnyway = texts.Where(t => t.Key != English).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value).FirstOrDefault() == text.In(English);
        foreach (var (language, own) in texts)
        {
            // English is the default already; it stands beside only where a reader would take the default for another language's.
            if (language != English || isSaidAnyway) json[language] = own;
        }
        return json;
    }

    private static bool IsEnglish(string language) => language.Equals(English, StringComparison.OrdinalIgnoreCase);

    public static LocalizedText Plain(string text) => new(text, null);

    /// <summary>Two texts as one, in every language that either has.</summary>
    public static LocalizedText? Join(LocalizedText? first, LocalizedText? second)
    {
        if (first is null || second is null) return first ?? second;
        if (first.ByLanguage is null && second.ByLanguage is null) return Plain(Join(first.Text!, second.Text!));
        var languages = (first.ByLanguage?.Keys ?? []).Concat(second.ByLanguage?.Keys ?? []).Distinct();
        return new LocalizedText(null, new SortedDictionary<string, string>(languages.ToDictionary(l => l, l => Join(first.In(l)!, second.In(l)!)), StringComparer.Ordinal));
    }

    public static LocalizedText Map(LocalizedText text, Func<string, string> change) => text.ByLanguage is { } texts
        ? new LocalizedText(null, new SortedDictionary<string, string>(texts.ToDictionary(t => t.Key, t => change(t.Value)), StringComparer.Ordinal))
        : Plain(change(text.Text!));

    public static bool HasPlaceholder(string text) => PlaceholderPattern().IsMatch(text);

    private static string Join(string first, string second) =>
        first.Trim() is not { Length: > 0 } lead ? second : char.IsPunctuation(lead[^1]) ? $"{lead} {second}" : $"{lead}: {second}";

    [GeneratedRegex(@"\{[^{}\s][^{}]*\}")]
    private static partial Regex PlaceholderPattern();
}
