using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Feedback.Api.Ingest;

/// <summary>
/// HMAC-SHA256 under the server's secret, one domain a use: what must be found again but not read back. Without the secret
/// nothing can be tried out against the stored values.
/// </summary>
public sealed class Seal(byte[] secret)
{
    /// <summary>The id an employee's response is stored under: the id that was sent may itself hold a time.</summary>
    public Guid EmployeeId(Guid id)
    {
        Span<byte> input = stackalloc byte[17], output = stackalloc byte[32];
        input[0] = (byte)'i';
        id.TryWriteBytes(input[1..], bigEndian: true, out _);
        HMACSHA256.HashData(secret, input, output);
        return new Guid(output[..16], bigEndian: true);
    }

    /// <summary>
    /// The id of an imported row: the same at every import, and not to be worked out from a number that others know too, because
    /// an id is the receipt with which a response is erased.
    /// </summary>
    public Guid ImportId(string survey, IEnumerable<string> values)
    {
        Span<byte> output = stackalloc byte[32];
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"m{survey}\u001e{string.Join('\u001f', values)}"), output);
        output[6] = (byte)(output[6] & 0x0f | 0x80);
        output[8] = (byte)(output[8] & 0x3f | 0x80);
        return new Guid(output[..16], bigEndian: true);
    }

    /// <summary>Whether two contents are the same; 64 bits suffice to tell a retry from a conflict.</summary>
    public long Content(ReadOnlySpan<byte> canonical)
    {
        Span<byte> output = stackalloc byte[32];
        HMACSHA256.HashData(secret, canonical, output);
        return BinaryPrimitives.ReadInt64BigEndian(output);
    }

    /// <summary>A customer's reference; 32 hexadecimal characters.</summary>
    public string Respondent(string reference) => Text('r', reference);

    /// <summary>An invitation code of a survey; 32 hexadecimal characters.</summary>
    public string Code(int survey, string code) => Text('k', $"{survey}:{code}");

    /// <summary>The key of a released comment: the same at every read, and telling nothing of the comment's place; 32 hexadecimal characters.</summary>
    public string Comment(int survey, int period, int place) => Text('c', string.Create(CultureInfo.InvariantCulture, $"{survey}:{period}:{place}"));

    /// <summary>What an answer was made of, to be compared with later; 32 hexadecimal characters.</summary>
    public string Tag(string source) => Text('t', source);

    private string Text(char use, string text)
    {
        Span<byte> output = stackalloc byte[32];
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(use + text), output);
        return Convert.ToHexStringLower(output[..16]);
    }
}
