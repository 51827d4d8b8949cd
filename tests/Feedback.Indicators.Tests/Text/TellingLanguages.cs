using Feedback.Indicators.Text;

namespace Feedback.Indicators.Tests.Text;

/// <summary>Texts are told by their language, and those that could be of two are left open.</summary>
public sealed class TellingLanguages
{
    /// <summary>Sentences that no profile was made from, written for this project, by language.</summary>
    private static readonly (string Language, string Text)[] Sentences = [.. Read()];

    [Test]
    public void Sentences_of_sixty_characters_are_told_by_their_language()
    {
        var (right, decided, all) = Judge(Sentences.Where(sentence => sentence.Text.Length >= 60));

        Assert.That(all, Is.GreaterThan(150));
        Assert.That(right / (double)decided, Is.GreaterThanOrEqualTo(0.97));
        Assert.That(decided / (double)all, Is.GreaterThanOrEqualTo(0.95));
    }

    [TestCase(20, 0.93, 0.40)]
    [TestCase(45, 0.96, 0.85)]
    public void Beginnings_of_sentences_are_told_or_left_open(int length, double right, double decided)
    {
        var judged = Judge(Sentences.Where(sentence => sentence.Text.Length > length).Select(sentence => (sentence.Language, sentence.Text[..length])));

        Assert.That(judged.Right / (double)judged.Decided, Is.GreaterThanOrEqualTo(right));
        Assert.That(judged.Decided / (double)judged.All, Is.GreaterThanOrEqualTo(decided));
    }

    [Test]
    public void English_reviews_are_hardly_ever_taken_for_another_language()
    {
        var found = RatedSentences.Read("amazon").CountBy(sentence => TextLanguage.Of(sentence.Text)).ToDictionary();
        var all = (double)found.Values.Sum();
        var (english, open) = (found["en"] / all, found["und"] / all);

        TestContext.Out.WriteLine(FormattableString.Invariant($"reviews: {english:P2} en, {open:P2} und, {1 - english - open:P2} wrong"));
        Assert.That(1 - english - open, Is.LessThan(0.01));
        Assert.That(open, Is.LessThan(0.10));
    }

    [TestCase("")]
    [TestCase("ok")]
    [TestCase("Super!")]
    [TestCase("123 456 789 000 !!! ???")]
    [TestCase("[email] [phone] [iban] [handle] [url]")]
    [TestCase("xqzw kvvj pqqx zzrw kjxq wwvz")]
    [TestCase("Это to jest wszystko и всё also mixed слова")]
    [TestCase("\ud800\udc00\ud800 \udfff\udfff")]
    [TestCase("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    public void What_cannot_be_told_is_left_open(string text) => Assert.That(TextLanguage.Of(text), Is.EqualTo("und"));

    [TestCase("Please write to [email] or [phone], the queue was long", "en")]
    [TestCase("DAS WAR WIRKLICH SEHR SCHLECHT UND VIEL ZU TEUER", "de")]
    [TestCase("Das Fru\u0308hstu\u0308ck war u\u0308berhaupt nicht gut, leider", "de")]
    public void Capitals_marks_and_composed_letters_do_not_matter(string text, string language) => Assert.That(TextLanguage.Of(text), Is.EqualTo(language));

    [Test]
    public void No_text_is_refused() =>
        Assert.That(new[] { new string('\u0301', 100_000), new string('[', 100_000), new string('\ud800', 100_000) }.Select(text => TextLanguage.Of(text)), Is.All.EqualTo("und"));

    /// <summary>Prints what was found by length, and counts.</summary>
    private static (int Right, int Decided, int All) Judge(IEnumerable<(string Language, string Text)> sentences)
    {
        var judged = sentences.Select(sentence => (sentence.Language, Found: TextLanguage.Of(sentence.Text), sentence.Text)).ToList();
        var decided = judged.Where(sentence => sentence.Found != "und").ToList();
        var wrong = decided.Where(sentence => sentence.Found != sentence.Language).ToList();
        TestContext.Out.WriteLine(FormattableString.Invariant($"{judged.Count} texts: {decided.Count} decided, {decided.Count - wrong.Count} of them right; {judged.Count - decided.Count} und"));
        foreach (var (language, found, text) in wrong) TestContext.Out.WriteLine($"  {language} taken for {found}: {text}");
        return (decided.Count - wrong.Count, decided.Count, judged.Count);
    }

    private static IEnumerable<(string Language, string Text)> Read()
    {
        using var reader = new StreamReader(typeof(TellingLanguages).Assembly.GetManifestResourceStream("sentences.txt")!);
        var language = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal)) language = line[2..];
            else yield return (language, line);
        }
    }
}
