using System.Runtime.CompilerServices;
using Feedback.Api.Catalogue;

namespace Feedback.Api.Features.SurveyPages;

/// <summary>The languages a version of a survey can be shown in.</summary>
internal static class SurveyLanguages
{
    private static readonly ConditionalWeakTable<SurveyDefinition, IReadOnlyList<string>> Known = [];

    /// <summary>Those that its title and every question have, else all that some text has; none where no text says its language.</summary>
    public static IReadOnlyList<string> Of(SurveyDefinition definition) => Known.GetValue(definition, Find);

    private static IReadOnlyList<string> Find(SurveyDefinition definition)
    {
        var asked = definition.Items!.Select(i => i.Text).Prepend(definition.Title).OfType<LocalizedText>().Where(t => t.ByLanguage is not null).ToList();
        var all = asked.SelectMany(t => t.ByLanguage!.Keys).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        var complete = all.Where(tag => asked.All(t => t.ByLanguage!.Keys.Contains(tag, StringComparer.OrdinalIgnoreCase))).ToList();
        return complete.Count > 0 ? complete : all;
    }
}
