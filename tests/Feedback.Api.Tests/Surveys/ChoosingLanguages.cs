using Feedback.Api.Catalogue;

namespace Feedback.Api.Tests.Surveys;

/// <summary>A text is shown in the language that was asked for, or in the nearest there is.</summary>
public sealed class ChoosingLanguages
{
    private static readonly LocalizedText Text = new(null, new Dictionary<string, string> { ["de"] = "German", ["en"] = "English", ["pt-BR"] = "Brazilian", ["zh-Hant"] = "Traditional" });

    [TestCase("de", ExpectedResult = "German")]
    [TestCase("DE", ExpectedResult = "German")]
    [TestCase("de-CH-1996", ExpectedResult = "German")]
    [TestCase("pt-BR", ExpectedResult = "Brazilian")]
    [TestCase("pt", ExpectedResult = "English")]
    [TestCase("zh-Hant-x-pinyin", ExpectedResult = "Traditional")]
    [TestCase("fr", ExpectedResult = "English")]
    [TestCase("", ExpectedResult = "English")]
    [TestCase(null, ExpectedResult = "English")]
    [TestCase("-", ExpectedResult = "English")]
    public string? The_nearest_language_is_taken(string? language) => Text.In(language);

    [Test]
    public void Without_English_the_first_by_its_language_is_taken_and_one_text_is_every_languages()
    {
        Assert.That(new LocalizedText(null, new Dictionary<string, string> { ["fr"] = "French", ["de"] = "German" }).In("es"), Is.EqualTo("German"));
        Assert.That(new LocalizedText("One", null).In("es"), Is.EqualTo("One"));
    }
}
