using System.Text.Json;

namespace Feedback.Api.Features.Imports;

/// <summary>How the responses of a product come in to a survey.</summary>
/// <param name="Survey">The survey's key.</param>
/// <param name="Format">The format.</param>
/// <param name="Map">The map; null where columns are found by the survey's codes and aliases.</param>
/// <param name="HasSecret">Whether messages have to be signed. The secret itself is shown to nobody.</param>
public sealed record ImportView(string Survey, string Format, JsonElement? Map, bool HasSecret)
{
    internal static ImportView Of(string survey, string format, StoredImport import) =>
        new(survey, format, import.Map is { } map ? JsonSerializer.Deserialize<JsonElement>(map) : null, import.Secret is not null);
}
