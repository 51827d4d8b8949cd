namespace Feedback.Api.Features.Imports.Formats;

/// <summary>How a product signs its messages with a secret that both sides know.</summary>
internal interface IMessageSignature
{
    /// <summary>What is wrong with a secret, or null.</summary>
    string? WrongSecret(string secret);

    /// <summary>Whether a message carries a signature, right or wrong.</summary>
    bool IsSigned(IHeaderDictionary headers);

    /// <summary>Whether a message was signed with the secret, as its bytes came, and lately where it says when.</summary>
    bool IsRight(IHeaderDictionary headers, ReadOnlySpan<byte> body, string secret, DateTimeOffset now);
}
