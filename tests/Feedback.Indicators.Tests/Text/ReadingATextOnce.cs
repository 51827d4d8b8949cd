using Feedback.Indicators.Text;

namespace Feedback.Indicators.Tests.Text;

/// <summary>A text is read once, before it is stored; reading what came out gives the same again.</summary>
public sealed class ReadingATextOnce
{
    private static readonly TextAnalyst Analyst = new(new TopicDictionary(
        [new Topic(1, "waiting", new Dictionary<string, IReadOnlyList<string>> { ["en"] = ["wait*"], ["de"] = ["wart*"] })]), new Redactor(StaffNames.None));

    [TestCase("I waited for hours and nobody cared about us, it was awful.", "en", "en", TestName = "English is scored")]
    [TestCase("I waited for hours and nobody cared about us, it was awful.", "de", "en", TestName = "Whatever the form said")]
    [TestCase("Wir mussten stundenlang am Schalter warten und niemand war da.", "en", "de", TestName = "German is German on an English form")]
    [TestCase("Bitte rufen Sie mich an: 0155 5550 0142, ich warte auf Ihren Anruf.", "en", "de", TestName = "A mark is no English word")]
    [TestCase("Super!", "de", "de", TestName = "Too short to tell: as the form said")]
    [TestCase("Super!", "de-CH", "de", TestName = "And of a tag its language")]
    [TestCase("Super!", null, "und", TestName = "Nobody said")]
    public void Its_language_is_told(string text, string? said, string language)
    {
        var read = Analyst.Read(text, said);
        Assert.That((read.Language, read.Compound is not null), Is.EqualTo((language, language == "en")));
    }

    [Test]
    public void A_mark_is_nothing_that_anybody_wrote()
    {
        var channels = new TextAnalyst(new TopicDictionary([new Topic(1, "channels", new Dictionary<string, IReadOnlyList<string>> { ["en"] = ["email*", "phone*", "name", "*card", "url", "iban*"] })]), new Redactor(StaffNames.None));
        Assert.That(channels.Read("Write to jo.sample@example.com or call 0155 5550 0142, it was GREAT.", "en").Topics, Is.Empty);
        Assert.That(channels.Read("[name] [card] [url] [iban] [phone]", "en").Topics, Is.Empty);
        Assert.That(channels.Read("An email to jo.sample@example.com.", "en").Topics, Has.Count.EqualTo(1));
        Assert.That(channels.Read("GREAT jo.sample@example.com", "en").Compound, Is.EqualTo(channels.Read("GREAT", "en").Compound), "shouted as a whole");
    }

    [TestCase("Great service, thank you! Call me on 0155 5550 0142 or write to jo.sample@example.com.")]
    [TestCase("Ich warte auf Antwort an jo.sample@example.com.")]
    [TestCase("\ud800 half a pair, \u0000 and \u202e")]
    public void What_came_out_is_read_as_the_same(string text)
    {
        var first = Analyst.Read(text, "en");
        var again = Analyst.Read(first.Text, "en");
        Assert.That((again.Text, again.Language, again.Compound), Is.EqualTo((first.Text, first.Language, first.Compound)));
        Assert.That(again.Topics, Is.EqualTo(first.Topics));
    }
}
