using Feedback.Indicators.Text;

namespace Feedback.Indicators.Tests.Text;

/// <summary>A text is about a topic when one of the topic's terms stands in it, as words, in its language.</summary>
public sealed class FindingTopics
{
    private static readonly TopicDictionary Dictionary = new(
    [
        Topic(1, "waiting", ("en", ["wait*", "in line", "call* me back", "late"]), ("de", ["wart*", "*schlange", "spät"])),
        Topic(2, "price", ("en", ["fee", "fees", "value for money"]), ("de", ["gebühr*"]), ("fr", ["coût*"])),
        Topic(3, "app", ("*", ["app", "*app store*"])),
    ]);

    [TestCase("I waited for an hour.", "en", "waiting", TestName = "The beginning of a word")]
    [TestCase("WAITING, again!", "en", "waiting", TestName = "Whatever its case")]
    [TestCase("I stood in\nline", "en", "waiting", TestName = "A phrase over a line break")]
    [TestCase("They never called me back", "en", "waiting", TestName = "A phrase with an open word")]
    [TestCase("The plates are here.", "en", "", TestName = "Not inside a word")]
    [TestCase("Feeling fine", "en", "", TestName = "Not a word that begins like a whole one")]
    [TestCase("line in", "en", "", TestName = "Not the words of a phrase in another order")]
    [TestCase("Die Kassenschlange war lang", "de", "waiting", TestName = "The end of a word")]
    [TestCase("GEBÜHREN!", "de", "price", TestName = "Accents in capitals")]
    [TestCase("Gebu\u0308hren", "de", "price", TestName = "Accents written apart")]
    [TestCase("Les couts", "fr", "price", TestName = "Accents left out")]
    [TestCase("Die Wartezeit und die fees", "de", "waiting", TestName = "Terms of another language do not count")]
    [TestCase("Wartezeit, fees, coût", "und", "waiting price", TestName = "Where the language is not clear all do")]
    [TestCase("Die App wartet", "de", "waiting app", TestName = "Terms of every language count in each")]
    [TestCase("L'app", "it", "app", TestName = "Also in one that has none of its own")]
    [TestCase("fees, fees and more fees", "en", "price", TestName = "Each topic once")]
    [TestCase("", "en", "", TestName = "Nothing")]
    [TestCase("\ud83d\ude00 \ud800 \u0000 fee", "en", "price", TestName = "Beside half a surrogate pair and a NUL")]
    public void A_term_is_found(string text, string language, string topics) =>
        Assert.That(string.Join(' ', Dictionary.Find(text, language).Select(t => t.Code)), Is.EqualTo(topics));

    [Test]
    public void A_long_text_takes_no_longer_for_each_word_than_a_short_one()
    {
        var word = TimeOf(string.Concat(Enumerable.Repeat("waiting ", 100)));
        Assert.That(TimeOf(string.Concat(Enumerable.Repeat("waiting ", 10_000))), Is.LessThan(1_000 * word + TimeSpan.FromSeconds(1)));

        static TimeSpan TimeOf(string text)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            Dictionary.Find(text, "en");
            return watch.Elapsed;
        }
    }

    [Test]
    public void An_empty_dictionary_finds_nothing() => Assert.That(TopicDictionary.None.Find("waiting", "en"), Is.Empty);

    private static Topic Topic(int number, string code, params (string Language, string[] Terms)[] terms) =>
        new(number, code, terms.ToDictionary(t => t.Language, t => (IReadOnlyList<string>)t.Terms));
}
