using System.Text.Json;
using Feedback.Api.Catalogue;

namespace Feedback.Api.Features.Imports;

/// <summary>What an import needs, read and checked as far as that goes without the store.</summary>
/// <param name="Map">Valid.</param>
/// <param name="Definition">To publish first, not yet checked; null when the survey is there.</param>
/// <param name="Path">The file.</param>
/// <param name="Header">Its first row.</param>
/// <param name="Rows">How many rows come after it.</param>
public sealed record ImportPlan(ImportMap Map, SurveyDefinition? Definition, string Path, string[] Header, long Rows)
{
    public char Delimiter => Map.File.Delimiter[0];

    /// <summary>Reads the map and goes through the whole file once, so that a broken one is found before anything is stored.</summary>
    /// <param name="mapPath">The map.</param>
    /// <param name="survey">Instead of the map's.</param>
    /// <param name="filePath">Instead of the map's.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<(ImportPlan? Plan, IReadOnlyList<string> Problems)> Read(string mapPath, string? survey, string? filePath, CancellationToken cancellation)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(mapPath))!;
        var reading = mapPath;
        try
        {
            var map = ImportMap.Parse(await File.ReadAllTextAsync(mapPath, cancellation));
            if (survey is not null) map = map with { Survey = survey };
            if (ImportMapValidator.Problems(map) is { Count: > 0 } problems) return (null, problems);
            if (filePath is null && map.File.Path is null) return (null, ["file: Neither the command nor the map names a file."]);
            var json = map.Definition is not { } definition ? null
                : definition.ValueKind == JsonValueKind.String ? await File.ReadAllTextAsync(reading = System.IO.Path.Combine(folder, definition.GetString()!), cancellation)
                : definition.GetRawText();
            var parsed = json is null ? null : JsonSerializer.Deserialize<SurveyDefinition>(json, Http.Json.Options);
            reading = filePath ?? System.IO.Path.Combine(folder, map.File.Path!);
            var (header, rows) = await Inspect(reading, map.File.Delimiter[0], cancellation);
            return header is null ? (null, [$"{reading}: The file is empty."]) : (new ImportPlan(map, parsed, reading, header, rows), []);
        }
        catch (JsonException e)
        {
            return (null, [$"{reading}: {e.Message}"]);
        }
        catch (BrokenCsvException e)
        {
            return (null, [$"{reading}: {e.Message}"]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, [e.Message]);
        }
    }

    /// <summary>The file from its start.</summary>
    public ImportFile Open() => new(File.OpenRead(Path), Delimiter);

    private static async Task<(string[]? Header, long Rows)> Inspect(string path, char delimiter, CancellationToken cancellation)
    {
        await using var file = new ImportFile(File.OpenRead(path), delimiter);
        var header = await file.Next(cancellation);
        long rows = 0;
        while (await file.Next(cancellation) is not null) rows++;
        return (header?.Cells, rows);
    }
}
