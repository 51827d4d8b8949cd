using Feedback.Api.Catalogue;
using Feedback.Api.Features.Imports.Formats;
using Feedback.Api.Features.Imports.Matching;

namespace Feedback.Api.Features.Imports;

/// <summary>The map that a file is read with, and what it does not read.</summary>
/// <param name="Map">The organisation's own, or what was found by codes and aliases.</param>
/// <param name="Ignored">Columns that nothing is read from.</param>
/// <param name="Assumed">Columns whose numbers were taken for places in the order of the options.</param>
/// <param name="Problems">Why it cannot be read; empty where it can.</param>
internal sealed record BoundImport(ImportMap Map, IReadOnlyList<string> Ignored, IReadOnlyList<string> Assumed, IReadOnlyList<string> Problems)
{
    /// <summary>So many columns are listed.</summary>
    public const int ListedColumns = 100;

    /// <param name="format">How the file is written.</param>
    /// <param name="own">The organisation's own map; null for none.</param>
    /// <param name="survey">Found in the catalogue.</param>
    /// <param name="source">With its columns.</param>
    /// <param name="catalogue">In force.</param>
    public static BoundImport Of(ImportFormat format, ImportMap? own, Survey survey, ImportSource source, CatalogueSnapshot catalogue)
    {
        var found = own is null ? format.Match(survey, source) : new DefaultMap(format.Complete(own, survey, source), [], [], []);
        if (own is null && found.Map.Items!.Count == 0 && (source.Header.IsComplete || found.Ignored.Count > 0))
            return new BoundImport(found.Map, [], [], ["items: No column is an item of the survey, by code, alias or text; a map can say which is."]);
        var used = MapBinding.Columns(found.Map).Select(c => c.Column).OfType<string>().Select(source.Header.At).ToHashSet();
        var ignored = own is null ? found.Ignored : [.. source.Header.Columns.Index().Where(c => !used.Contains(c.Index)).Select(c => c.Item.Name)];
        IReadOnlyList<string> problems = found.Problems.Count > 0 ? found.Problems : [.. MapBinding.Problems(found.Map, source.Header, catalogue), .. MapBinding.Identities(found.Map, survey, format), .. Zones(found.Map)];
        return new BoundImport(found.Map, [.. ignored.Select(ImportNames.Shown)], [.. found.Assumed.Select(ImportNames.Shown)], problems);
    }

    private static IEnumerable<string> Zones(ImportMap map) =>
        map.AnsweredAt?.Zone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? ["answeredAt: The file's time zone is not known here; a map can name one."] : [];
}
