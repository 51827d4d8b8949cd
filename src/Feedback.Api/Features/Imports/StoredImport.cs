using Feedback.Api.Data;

namespace Feedback.Api.Features.Imports;

/// <summary>What the organisation says of a format of a survey.</summary>
internal sealed class StoredImport
{
    /// <summary>What a secret is encrypted for.</summary>
    public const string SecretUse = "import";

    /// <summary>The map as JSON; null leaves it to the survey's codes and aliases.</summary>
    public string? Map { get; init; }

    /// <summary>Encrypted; null where messages are not signed.</summary>
    public string? Secret { get; init; }

    public static Task<StoredImport?> Read(Session session, int survey, string format) => session.Row<StoredImport>(Queries.ReadImport, new { Survey = survey, Format = format });

    /// <summary>Puts it in the place of what there is.</summary>
    public async Task Write(Session session, int survey, string format)
    {
        await Remove(session, survey, format);
        await session.Run(Queries.InsertImport, new { Survey = survey, Format = format, Map, Secret });
    }

    /// <summary>Whether there was one.</summary>
    public static async Task<bool> Remove(Session session, int survey, string format) =>
        await session.Run(Queries.RemoveImport, new { Survey = survey, Format = format }) > 0;
}
