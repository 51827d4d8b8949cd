using System.Buffers;
using System.Security.Cryptography;
using Feedback.Api.Ingest;

namespace Feedback.Api.Tests.Ingest;

/// <summary>A secret shared with another product can be read back by the service alone.</summary>
public sealed class SealingSecrets
{
    private static readonly Seal Seal = new("0123456789abcdef0123456789abcdef"u8.ToArray());

    [TestCase("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [TestCase("Gr\u00fc\u00dfe \U0001F600")]
    [TestCase("")]
    public void What_was_sealed_is_revealed_for_the_same_use(string secret)
    {
        var stored = Seal.Protect("webhook 1", secret);
        Assert.That(Seal.Reveal("webhook 1", stored), Is.EqualTo(secret));
        Assert.That(Seal.Protect("webhook 1", secret), Is.Not.EqualTo(stored), "Two equal secrets are not to be seen as equal.");
    }

    [Test]
    public void A_content_is_the_same_written_piece_by_piece()
    {
        var content = RandomNumberGenerator.GetBytes(300_000);
        Assert.Throws<InvalidOperationException>(() => Seal.Content(content, static (c, output) =>
        {
            output.Write(c);
            throw new InvalidOperationException();
        }));
        foreach (var piece in (int[])[1_000, 4_096, 100_000, 300_000])
        {
            Assert.That(Seal.Content((content, piece), static (c, output) =>
            {
                foreach (var part in c.content.Chunk(c.piece))
                {
                    part.CopyTo(output.GetSpan(part.Length));
                    output.Advance(part.Length);
                }
            }), Is.EqualTo(Seal.Content(content)), $"{piece}");
        }
    }

    [Test]
    public void Another_use_another_secret_or_a_changed_text_reveals_nothing()
    {
        var stored = Seal.Protect("webhook 1", "secret");
        var changed = Convert.FromBase64String(stored);
        changed[14] ^= 1;
        Assert.Throws<AuthenticationTagMismatchException>(() => Seal.Reveal("webhook 2", stored));
        Assert.Throws<AuthenticationTagMismatchException>(() => new Seal(new byte[32]).Reveal("webhook 1", stored));
        Assert.Throws<AuthenticationTagMismatchException>(() => Seal.Reveal("webhook 1", Convert.ToBase64String(changed)));
        Assert.Throws<CryptographicException>(() => Seal.Reveal("webhook 1", "AAAA"));
    }
}
