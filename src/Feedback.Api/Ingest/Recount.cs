using System.Text.Json;
using Feedback.Api.Catalogue;
using Tally = Feedback.Api.Data.Tally;

namespace Feedback.Api.Ingest;

/// <summary>What a stored response added to the counts, worked out again from what is stored of it, by the same code that counted it.</summary>
public static class Recount
{
    /// <summary>The counts of what was chosen; texts count for themselves (<see cref="CommentCounts"/>).</summary>
    /// <param name="survey">That it answers.</param>
    /// <param name="version">The version that it answers.</param>
    /// <param name="answers">Packed, as they are stored.</param>
    /// <param name="delay">Days from invitation to answer.</param>
    /// <returns>Null where these are no answers to the version.</returns>
    public static Tally[]? Of(Survey survey, SurveyVersion version, string answers, int? delay)
    {
        var draft = new ResponseDraft(survey, version);
        try
        {
            using var packed = JsonDocument.Parse(answers);
            if (packed.RootElement.ValueKind != JsonValueKind.Object) return null;
            foreach (var answer in packed.RootElement.EnumerateObject())
            {
                if (version.Find(answer.Name) is not { } item || !Take(draft, item, answer.Value)) return null;
            }
        }
        catch (JsonException)
        {
            return null;
        }
        return draft.Count(delay);
    }

    private static bool Take(ResponseDraft draft, Item item, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                draft.Skip(item);
                return true;
            case JsonValueKind.Number when item.Kind == ItemKind.Rating && value.TryGetInt32(out var rating) && rating >= item.Low && rating <= item.High:
                draft.Rate(item, rating);
                return true;
            case JsonValueKind.String when item.Kind == ItemKind.Choice:
                return Choose(draft, item, [value.GetString()]);
            case JsonValueKind.Array when item.Kind == ItemKind.Choice:
                return Choose(draft, item, [.. value.EnumerateArray().Select(o => o.ValueKind == JsonValueKind.String ? o.GetString() : null)]);
            default:
                return false;
        }
    }

    private static bool Choose(ResponseDraft draft, Item item, string?[] options)
    {
        if (!options.All(o => o is not null && item.Options.ContainsKey(o))) return false;
        draft.Choose(item, options!);
        return true;
    }
}
