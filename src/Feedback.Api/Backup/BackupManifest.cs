using System.Text.Json;
using System.Text.Json.Serialization;
using Feedback.Api.Data;

namespace Feedback.Api.Backup;

/// <summary>What a backup is: written beside it, last, so that a backup with one is whole.</summary>
public sealed record BackupManifest
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The version of the service that made it.</summary>
    public required string Version { get; init; }

    /// <summary>The name of its last migration.</summary>
    public required string Schema { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
    public required long Bytes { get; init; }

    /// <summary>Of the file, hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Whether the secret of keyed hashes is in the store, or was set outside it and is to be kept too.</summary>
    public required SecretPlace Secret { get; init; }

    public required BackupRows Rows { get; init; }

    /// <summary>Where the manifest of a backup lies.</summary>
    public static string PathOf(string backup) => backup + ".json";

    public string ToText() => JsonSerializer.Serialize(this, Json);

    /// <summary>The manifest of a backup; null where the text is none.</summary>
    public static BackupManifest? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Where the secret is.</summary>
public enum SecretPlace
{
    /// <summary>In the store, so in the backup.</summary>
    Store,

    /// <summary>In the setting <c>Feedback:Secret</c>.</summary>
    Outside,
}

/// <summary>How much a store holds.</summary>
public sealed record BackupRows
{
    public long Responses { get; init; }

    /// <summary>Ids of which nothing else is left.</summary>
    public long Erased { get; init; }
    public long Texts { get; init; }
    public long Surveys { get; init; }

    /// <summary>Closed periods of employees' surveys.</summary>
    public long Periods { get; init; }

    internal static async Task<BackupRows> Of(Session session) => (await session.Row<BackupRows>(Queries.CountRows))!;
}
