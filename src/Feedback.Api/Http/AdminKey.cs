using System.Security.Cryptography;
using System.Text;
using Feedback.Api.Catalogue;

namespace Feedback.Api.Http;

/// <summary>The admin key of the setting <c>Feedback:AdminKey</c>, if there is one. It is not in the store.</summary>
public sealed class AdminKey
{
    public const int MinimumLength = 32;

    /// <summary>The id under which the key of the setting goes; no stored key has it.</summary>
    public const string SettingId = "setting";

    public AdminKey(string? key)
    {
        if (key is null) return;
        Key = new ApiKey
        {
            Id = SettingId,
            Name = "Feedback:AdminKey",
            Scope = KeyScope.Admin,
            Hash = SHA256.HashData(Encoding.UTF8.GetBytes(key)),
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
    }

    public ApiKey? Key { get; }

    public bool Matches(ReadOnlySpan<byte> hash) => Key is not null && CryptographicOperations.FixedTimeEquals(Key.Hash, hash);
}
