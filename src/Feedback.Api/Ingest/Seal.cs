using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Feedback.Api.Ingest;

/// <summary>
/// HMAC-SHA256 under the server's secret, one domain a use: what must be found again but not read back. Without the secret
/// nothing can be tried out against the stored values. What has to be read back (a secret shared with another product) is
/// encrypted under a key made from it.
/// </summary>
public sealed class Seal(byte[] secret)
{
    private const int NonceSize = 12, TagSize = 16;

    /// <summary>One for each thread: to make one anew takes longer than to hash a response with it.</summary>
    private readonly ThreadLocal<IncrementalHash> _hash = new(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret));

    private readonly ThreadLocal<ContentHash> _content = new(() => new ContentHash(secret));

    /// <summary>The id an employee's response is stored under: the id that was sent may itself hold a time.</summary>
    public Guid EmployeeId(Guid id)
    {
        Span<byte> input = stackalloc byte[17], output = stackalloc byte[32];
        input[0] = (byte)'i';
        id.TryWriteBytes(input[1..], bigEndian: true, out _);
        Hash(input, output);
        return new Guid(output[..16], bigEndian: true);
    }

    /// <summary>
    /// The id of an imported row: the same at every import, and not to be worked out from a number that others know too, because
    /// an id is the receipt with which a response is erased.
    /// </summary>
    public Guid ImportId(string survey, IEnumerable<string> values)
    {
        Span<byte> output = stackalloc byte[32];
        Hash(Encoding.UTF8.GetBytes($"m{survey}\u001e{string.Join('\u001f', values)}"), output);
        output[6] = (byte)(output[6] & 0x0f | 0x80);
        output[8] = (byte)(output[8] & 0x3f | 0x80);
        return new Guid(output[..16], bigEndian: true);
    }

    /// <summary>The id of an imported row that brings none: from the file's name, what the row holds, and which one it is of the rows equal in that.</summary>
    public Guid ContentId(string survey, string part, long content, int number) =>
        ImportId(survey, ["", part, content.ToString("x16", CultureInfo.InvariantCulture), number.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Whether two contents are the same; 64 bits suffice to tell a retry from a conflict.</summary>
    public long Content(ReadOnlySpan<byte> canonical)
    {
        Span<byte> output = stackalloc byte[32];
        Hash(canonical, output);
        return BinaryPrimitives.ReadInt64BigEndian(output);
    }

    /// <summary>The same of a content that is written piece by piece, however long it is.</summary>
    public long Content<T>(T content, Action<T, IBufferWriter<byte>> write)
    {
        Span<byte> output = stackalloc byte[32];
        var hash = _content.Value!;
        try
        {
            write(content, hash);
        }
        finally
        {
            // What was begun and failed is no part of the next one.
            hash.End(output);
        }
        return BinaryPrimitives.ReadInt64BigEndian(output);
    }

    /// <summary>A customer's reference; 32 hexadecimal characters.</summary>
    public string Respondent(string reference) => Text('r', reference);

    /// <summary>An invitation code of a survey; 32 hexadecimal characters.</summary>
    public string Code(int survey, string code) => Text('k', $"{survey}:{code}");

    /// <summary>The key of a released comment: the same at every read, and telling nothing of the comment's place; 32 hexadecimal characters.</summary>
    public string Comment(int survey, int period, int place) => Text('c', string.Create(CultureInfo.InvariantCulture, $"{survey}:{period}:{place}"));

    /// <summary>The id a message of a thread was sent with: it may itself hold a time; 32 hexadecimal characters.</summary>
    public string Message(Guid id) => Text('f', id.ToString("N"));

    /// <summary>The key of a customer's comment: the same at every read, and telling nothing of when it came; 32 hexadecimal characters.</summary>
    public string ListedComment(long seq) => Text('l', seq.ToString(CultureInfo.InvariantCulture));

    /// <summary>What an answer was made of, to be compared with later; 32 hexadecimal characters.</summary>
    public string Tag(string source) => Text('t', source);

    /// <summary>Encrypts a text (AES-256-GCM: 12 bytes nonce, the text, 16 bytes tag; base64).</summary>
    /// <param name="use">What it is for and whose it is; it reveals under the same use alone.</param>
    /// <param name="text">What must not be read from the store.</param>
    public string Protect(string use, string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var sealed_ = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(sealed_.AsSpan(0, NonceSize));
        using var aes = new AesGcm(EncryptionKey(), TagSize);
        aes.Encrypt(sealed_.AsSpan(0, NonceSize), plain, sealed_.AsSpan(NonceSize, plain.Length), sealed_.AsSpan(^TagSize..), Encoding.UTF8.GetBytes(use));
        return Convert.ToBase64String(sealed_);
    }

    /// <summary>The text that <see cref="Protect"/> encrypted for the same use.</summary>
    /// <exception cref="CryptographicException">It was encrypted under another secret or for another use, or was changed.</exception>
    public string Reveal(string use, string sealedText)
    {
        var sealed_ = Convert.FromBase64String(sealedText);
        if (sealed_.Length < NonceSize + TagSize) throw new CryptographicException("The sealed text is too short.");
        var plain = new byte[sealed_.Length - NonceSize - TagSize];
        using var aes = new AesGcm(EncryptionKey(), TagSize);
        aes.Decrypt(sealed_.AsSpan(0, NonceSize), sealed_.AsSpan(NonceSize, plain.Length), sealed_.AsSpan(^TagSize..), plain, Encoding.UTF8.GetBytes(use));
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>RFC 5869 with the server's secret; HMACs take the secret itself, so that neither tells of the other.</summary>
    private byte[] EncryptionKey() => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: "feedback encryption at rest"u8.ToArray());

    private void Hash(ReadOnlySpan<byte> input, Span<byte> output)
    {
        var hash = _hash.Value!;
        hash.AppendData(input);
        hash.GetHashAndReset(output);
    }

    private string Text(char use, string text)
    {
        Span<byte> output = stackalloc byte[32];
        Hash(Encoding.UTF8.GetBytes(use + text), output);
        return Convert.ToHexStringLower(output[..16]);
    }
}
