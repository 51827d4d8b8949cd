using Feedback.Api.Catalogue;
using Feedback.Api.Features.Imports.Formats;
using Feedback.Api.Features.Imports.Matching;
using Feedback.Indicators;

namespace Feedback.Api.Features.Imports;

/// <summary>The map that a file is read with, and what it does not read.</summary>
/// <param name="Map">The organisation's own, or what was found by codes and aliases.</param>
/// <param name="Ignored">Columns that nothing is read from.</param>
/// <param name="Assumed">Columns whose numbers were taken for places in the order of the options.</param>
/// <param name="Problems">Why it cannot be read; empty where it can.</param>
internal sealed record BoundImport(ImportMap Map, IReadOnlyList<string> Ignored, IReadOnlyList<string> Assumed, IReadOnlyList<string> Problems)
{
    /// <summary>Items of the survey that no column or question was found for.</summary>
    public IReadOnlyList<string> Unmatched { get; init; } = [];

    /// <summary>What looks wrong and may be right.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>So many columns are listed.</summary>
    public const int ListedColumns = 100;

    private const string NoFileName = "part: Rows with neither id nor answeredAt cannot be told from those of the next file. Bring one of the two, or name the file: part=2026-03.",
        NoPart = "part: The rows bring ids of their own; a part is for files without.",
        TooManyColumns = "id: Employees' rows without ids are told apart by what is stored of them. Take out the columns that the survey does not know, or bring the response's UUID in a column id.";

    /// <param name="format">How the file is written.</param>
    /// <param name="own">The organisation's own map; null for none.</param>
    /// <param name="part">The file's name among those that may hold equal rows; null for none.</param>
    /// <param name="survey">Found in the catalogue.</param>
    /// <param name="source">With its columns.</param>
    /// <param name="catalogue">In force.</param>
    public static BoundImport Of(ImportFormat format, ImportMap? own, string? part, Survey survey, ImportSource source, CatalogueSnapshot catalogue)
    {
        var isMatched = own?.Items is null;
        var found = isMatched ? Matched(format, own, survey, source) : new DefaultMap(format.Complete(own!, survey, source), [], [], []);
        if (isMatched && found.Map.Items!.Count == 0 && (source.Header.IsComplete || found.Ignored.Count > 0))
            return new BoundImport(found.Map, [], [], ["items: No column is an item of the survey, by code, alias or text; a map can say which is."]);
        var used = MapBinding.Columns(found.Map).Select(c => c.Column).OfType<string>().Select(source.Header.At).ToHashSet();
        string[] ignored = isMatched ? [.. found.Ignored.Where(c => !used.Contains(source.Header.At(c)))] : [.. source.Header.Columns.Index().Where(c => !used.Contains(c.Index)).Select(c => c.Item.Name)];
        IReadOnlyList<string> problems = found.Problems.Count > 0 ? found.Problems : [.. MapBinding.Problems(found.Map, source.Header, catalogue), .. MapBinding.Identities(found.Map, survey, format), .. Zones(found.Map), .. Ids(found.Map, part), .. isMatched ? Columns(found, survey, format) : []];
        return new BoundImport(WithCells(found.Map, !isMatched, part, format, survey, source.Header), [.. ignored.Select(ImportNames.Shown)], [.. found.Assumed.Select(ImportNames.Shown)], problems)
        {
            Unmatched = [.. survey.Current.Items.Select(i => i.Code).Where(c => !found.Map.Items!.ContainsKey(c))],
            Warnings = source.Header.IsComplete && HasTextsAlone(survey, found.Map) ? ["Texts alone were found: none of the survey's ratings and choices has a column."] : [],
        };
    }

    /// <summary>Items and dimensions by their names, and of a map without items what else it says.</summary>
    private static DefaultMap Matched(ImportFormat format, ImportMap? own, Survey survey, ImportSource source)
    {
        var found = format.Match(survey, source);
        if (own is null) return found;
        var dimensions = own.Dimensions.Count > 0 ? own.Dimensions : found.Map.Dimensions;
        return found with { Map = format.Complete(own with { Items = found.Map.Items, Dimensions = dimensions }, survey, source) };
    }

    private static bool HasTextsAlone(Survey survey, ImportMap map) =>
        survey.Current.Items.Any(i => i.Kind != ItemKind.Text) && map.Items!.Keys.All(c => survey.Current.Find(c)?.Kind == ItemKind.Text);

    /// <summary>What a map for plain CSV says alone.</summary>
    public static BoundImport OfWhole(ImportFormat format, ImportMap map, string? part, ImportSource source, CatalogueSnapshot catalogue)
    {
        string[] problems = [.. MapBinding.Problems(map, source.Header, catalogue), .. Ids(map, part)];
        return new BoundImport(problems.Length > 0 ? map : WithCells(map, true, part, format, catalogue.Survey(map.Survey!)!, source.Header), [], [], problems);
    }

    private static ImportMap WithCells(ImportMap map, bool isOwn, string? part, ImportFormat format, Survey survey, ImportHeader header) =>
        map.IdFrom == IdSource.Content ? map with { Part = part, IdCells = ContentIds.Cells(format, map, isOwn, survey, header) } : map;

    private static IEnumerable<string> Ids(ImportMap map, string? part) =>
        map.IdFrom != IdSource.Content ? part is null ? [] : [NoPart] : map.AnsweredAt is null && part is null ? [NoFileName] : [];

    /// <summary>A column that is not read, and may say who answered, is not to count; and if it does not, two files of the same people may be the same to it.</summary>
    private static IEnumerable<string> Columns(DefaultMap found, Survey survey, ImportFormat format) =>
        survey.Audience == Audience.Employee && found.Map.IdFrom == IdSource.Content && !format.KnowsQuestions && found.Ignored.Any(c => !format.IsPersonal(c, survey) && !ContentIds.OfRejects.Contains(c)) ? [TooManyColumns] : [];

    private static IEnumerable<string> Zones(ImportMap map) =>
        map.AnsweredAt?.Zone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? ["answeredAt: The file's time zone is not known here; a map can name one."] : [];
}
