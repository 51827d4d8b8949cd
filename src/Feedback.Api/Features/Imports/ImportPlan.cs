using System.IO.Pipelines;
using System.Text.Json;
using Feedback.Api.Catalogue;
using Feedback.Api.Features.Imports.Formats;

namespace Feedback.Api.Features.Imports;

/// <summary>What an import needs, read and checked as far as that goes without the store.</summary>
/// <param name="Format">How the file is written.</param>
/// <param name="SurveyKey">The survey that is answered.</param>
/// <param name="Map">Valid; null leaves the columns to the survey's codes and aliases, or to the map that is kept for it.</param>
/// <param name="Definition">To publish first, not yet checked; null when the survey is there.</param>
/// <param name="Path">The file.</param>
/// <param name="Rows">How many rows come after its header.</param>
/// <param name="Part">The file's name among those that may hold equal rows; null for none.</param>
internal sealed record ImportPlan(ImportFormat Format, string SurveyKey, ImportMap? Map, SurveyDefinition? Definition, string Path, long Rows, string? Part = null)
{
    /// <summary>Reads the map and goes through the whole file once, so that a broken one is found before anything is stored.</summary>
    /// <param name="format">How the file is written.</param>
    /// <param name="mapPath">The map; null for none.</param>
    /// <param name="survey">Instead of the map's.</param>
    /// <param name="filePath">Instead of the map's.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<(ImportPlan? Plan, IReadOnlyList<string> Problems)> Read(ImportFormat format, string? mapPath, string? survey, string? filePath, CancellationToken cancellation)
    {
        var reading = mapPath ?? filePath ?? "";
        try
        {
            var map = mapPath is null ? null : ImportMap.Parse(await File.ReadAllTextAsync(mapPath, cancellation));
            if (map is not null && survey is not null) map = map with { Survey = survey };
            if (map is not null && ImportMapValidator.Problems(map, IsWhole(format)) is { Count: > 0 } problems) return (null, problems);
            if ((survey ?? map?.Survey) is not { } key) return (null, ["survey: Neither the command nor the map names a survey."]);
            if (filePath is null && map?.File.Path is null) return (null, ["file: Neither the command nor the map names a file."]);
            var folder = mapPath is null ? "." : System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(mapPath))!;
            var json = map?.Definition is not { } definition ? null
                : definition.ValueKind == JsonValueKind.String ? await File.ReadAllTextAsync(reading = System.IO.Path.Combine(folder, definition.GetString()!), cancellation)
                : definition.GetRawText();
            var parsed = json is null ? null : JsonSerializer.Deserialize<SurveyDefinition>(json, Http.Json.Options);
            reading = filePath ?? System.IO.Path.Combine(folder, map!.File.Path!);
            var plan = new ImportPlan(format, key, map, parsed, reading, 0);
            return await plan.Count(cancellation) is { } rows ? (plan with { Rows = rows }, []) : (null, [$"{reading}: The file is empty."]);
        }
        catch (JsonException e)
        {
            return (null, [$"{reading}: {e.Message}"]);
        }
        catch (BrokenFileException e)
        {
            return (null, [$"{reading}: {e.Message}"]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, [e.Message]);
        }
    }

    /// <summary>The file from its start; null where there is nothing in it.</summary>
    /// <param name="stored">The map that is kept, where the plan has none.</param>
    /// <param name="cancellation">Ends the reading of its rows.</param>
    public Task<ImportSource?> Open(ImportMap? stored, CancellationToken cancellation) =>
        Format.Open(PipeReader.Create(File.OpenRead(Path)), (Map ?? stored)?.File.Delimiter?[0] ?? (Map is not null && IsWhole(Format) ? ',' : null), cancellation);

    /// <summary>The map that the file is read with.</summary>
    public BoundImport Bind(ImportSource source, ImportMap? stored, CatalogueSnapshot catalogue)
    {
        if (Map is not null && IsWhole(Format)) return BoundImport.OfWhole(Format, Map, Part, source, catalogue);
        return catalogue.Survey(SurveyKey) is { IsBuiltIn: false } survey
            ? BoundImport.Of(Format, Map ?? stored, Part, survey, source, catalogue)
            : new BoundImport(new ImportMap(), [], [], ["survey: There is no such survey; the map can bring its definition."]);
    }

    /// <summary>A map for plain CSV says all; one for another format leaves to it what is always the same there.</summary>
    private static bool IsWhole(ImportFormat format) => format is PlainCsv;

    private async Task<long?> Count(CancellationToken cancellation)
    {
        await using var source = await Open(null, cancellation);
        if (source is null) return null;
        long rows = 0;
        await foreach (var _ in source.Rows.WithCancellation(cancellation)) rows++;
        return rows;
    }
}
