using System.Diagnostics;
using System.Text;
using Feedback.Indicators.Text;
using ForAll = FsCheck.NUnit.PropertyAttribute;

namespace Feedback.Indicators.Tests.Text;

/// <summary>Personal data that is written so that it is not found, and texts made to be expensive.</summary>
public sealed class MaskingWhatHides
{
    private static readonly Redactor Redactor = new(new StaffNames(["Anna Schmidt", "Jan van der Berg", "Madonna", "Will Price", "王小明"]));

    /// <summary>Pieces that make marks, break them, or open up others when they go.</summary>
    private static readonly string[] Pieces =
    [
        "anna@example.org", "@anna", "Anna ", "Schmidt", ", ", " ", ".", "@", "a", "https://", "x.org/", "[email]", "[", "]", "+49 ", "030 123", "4567", "-", "1", "12", "2024", "Tel ", "SSN ", "DE89 3704 0044 0532 0130 00",
        "4111 1111 1111 1111", "::1", "10.0.0.1", "van der ", "Berg", "A. ", "\u200b", "\u0301", "\ud800", "\udc00", "王小明", "王", "\n", " at ", " dot ", "com", "(", ")", "\uffff", "Ａ", "１", "Will ", "Price", "Madonna", "und ",
    ];

    [TestCase("ａｎｎａ＠ｅｘａｍｐｌｅ．ｏｒｇ", "[email]")]
    [TestCase("an\u200bna@exa\u00admple.org", "[email]")]
    [TestCase("\u202eanna@example.org\u202c", "\u202e[email]\u202c")]
    [TestCase("ju\u0308rgen@example.org and jürgen@example.org", "[email] and [email]")]
    [TestCase("anna dot schmidt at example dot org", "[email]")]
    [TestCase("anna punkt schmidt at example punkt de, bitte", "[email], bitte")]
    [TestCase("anna (dot) schmidt (at) example (dot) co (dot) uk", "[email]")]
    [TestCase("anna.schmidt at example.com", "[email]")]
    [TestCase("anna AT example.com", "[email]")]
    [TestCase("anna @ example.com", "[email]")]
    [TestCase("anna&#64;example.org", "[email]")]
    [TestCase("anna arobase example point fr", "[email]")]
    [TestCase("anna arroba example punto es", "[email]")]
    [TestCase("anna[ät]example[punkt]de", "[email]")]
    [TestCase("０１７１　１２３４５６７", "[phone]")]
    [TestCase("0️⃣1️⃣7️⃣1️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣", "[phone]")]
    [TestCase("0 1 7 1 1 2 3 4 5 6 7", "[phone]")]
    [TestCase("+49\u200b 30\u200b 1234567", "[phone]")]
    [TestCase("4111\u00a01111\u20091111\u202f1111", "[card]")]
    [TestCase("𝟒𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏", "[card]")]
    [TestCase("DE89\u20603704\u20600044\u20600532\u20600130\u206000", "[iban]")]
    [TestCase("an\0na@example.org", "[email]")]
    [TestCase("＠anna", "[handle]")]
    public void It_is_found_however_it_is_written(string text, string redacted) => Assert.That(Redactor.Of(text), Is.EqualTo(redacted));

    [TestCase("We looked at example dot matrix printers.")]
    [TestCase("We arrived at a point in time, at the dot in the corner")]
    [TestCase("Meet us at the point de vente")]
    [TestCase("Either (a) now or (b) then. Not (at) all.")]
    public void Words_that_are_signs_too_stay(string text) => Assert.That(Redactor.Of(text), Is.EqualTo(text));

    [ForAll(MaxTest = 3000)]
    public void A_masked_text_is_masked_to_itself(byte[] picks)
    {
        var once = Redactor.Of(string.Concat(picks.Select(pick => Pieces[pick % Pieces.Length])));
        Assert.That(Redactor.Of(once), Is.EqualTo(once));
    }

    [Test]
    public void A_text_that_uncovers_more_at_every_step_loses_the_passage()
    {
        var nested = string.Concat(Enumerable.Repeat("@a-", 200)) + "x";
        Assert.That(Redactor.Of(Redactor.Of(nested)), Is.EqualTo(Redactor.Of(nested)));
    }

    /// <summary>The bound is far above what a busy machine needs, and far below what a time that grows with the square would take.</summary>
    [Test]
    public void A_text_of_ten_thousand_characters_or_ten_times_as_many_is_no_trap([ValueSource(nameof(Pieces))] string piece, [Values("", " ")] string between)
    {
        var text = string.Concat(Enumerable.Repeat(piece + between, 100_000 / (piece + between).Length + 1))[..100_000];
        var watch = Stopwatch.StartNew();
        Redactor.Of(text[..10_000]);
        Redactor.Of(text);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public void A_hundred_thousand_combining_characters_are_one_letter()
    {
        var text = new StringBuilder("e").Append('\u0301', 100_000).Append(" anna@example.org").ToString();
        Assert.That(Redactor.Of(text), Is.EqualTo(text.Replace("anna@example.org", "[email]")));
    }
}
