using System.Security.Cryptography;
using System.Text.Json;
using Feedback.Api.Ingest;

namespace Feedback.Api.Texts;

/// <summary>The names that are masked in texts, as they are stored: encrypted, so that the store's file and its copies tell none of them.</summary>
public static class StaffList
{
    private const string Use = "staff names";

    /// <summary>The names as they are stored; null where there are none.</summary>
    public static string? Protect(Seal seal, IReadOnlyCollection<string> names) =>
        names.Count == 0 ? null : seal.Protect(Use, JsonSerializer.Serialize(names.Order(StringComparer.Ordinal)));

    /// <summary>The names that were stored.</summary>
    /// <exception cref="InvalidOperationException">They were stored under another secret. Texts must not be taken then: the names in them would stay.</exception>
    public static string[] Reveal(Seal seal, string? content)
    {
        try
        {
            return Open(seal, content);
        }
        catch (CryptographicException e)
        {
            throw new InvalidOperationException("The names to mask were stored under another secret, so no text is taken. Bring back Feedback:Secret, or send the names again with PUT /v1/staff-names.", e);
        }
    }

    /// <summary>The same; none where they cannot be read, so that a new list can take their place.</summary>
    public static string[] Stored(Seal seal, string? content)
    {
        try
        {
            return Open(seal, content);
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    private static string[] Open(Seal seal, string? content) => string.IsNullOrEmpty(content) ? [] : JsonSerializer.Deserialize<string[]>(seal.Reveal(Use, content))!;
}
