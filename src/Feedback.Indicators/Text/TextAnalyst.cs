namespace Feedback.Indicators.Text;

/// <summary>What is known of a text.</summary>
/// <param name="Text">Without what leads to a person (<see cref="Redactor"/>).</param>
/// <param name="Language">The language's code in lower case, or <see cref="TextAnalyst.Undetermined"/>.</param>
/// <param name="Compound">How it sounds, -1..1; null where it was not scored.</param>
/// <param name="Topics">What it is about, in the order of the topics' numbers.</param>
public sealed record AnalysedText(string Text, string Language, double? Compound, IReadOnlyList<Topic> Topics);

/// <summary>
/// Reads a text once, before it is stored: takes out what leads to a person, tells its language, scores it where the
/// language can be scored, and finds its topics. What is read again later is the text that came out, so the same comes out of it.
/// </summary>
/// <param name="topics">What texts may be about.</param>
/// <param name="redactor">Takes out what leads to a person.</param>
public sealed class TextAnalyst(TopicDictionary topics, Redactor redactor)
{
    /// <summary>Rises when any part of the analysis gives other results than before, so that stored texts are read again.</summary>
    public const int Edition = 5;

    /// <summary>The code for a language that is not clear (ISO 639-3).</summary>
    public const string Undetermined = "und";

    /// <summary>The language of the lexicon. Others are not scored: a guess would look like a measurement.</summary>
    private const string Scored = "en";

    /// <param name="text">As it was sent, or as an earlier reading left it.</param>
    /// <param name="said">The language that the form said; believed where the text itself is too short to tell.</param>
    public AnalysedText Read(string text, string? said)
    {
        var redacted = redactor.Of(text);
        // A mark is no word that anybody wrote: [email] is about no e-mail.
        var written = Canvas.WithoutMarks(redacted);
        var told = TextLanguage.Of(written);
        var language = told == Undetermined ? LanguageOf(said) : told;
        return new(redacted, language, language == Scored ? Sentiment.Of(written).Compound : null, topics.Find(written, language));
    }

    /// <summary>The text without what leads to a person, where nothing else of it is asked.</summary>
    public string Redacted(string text) => redactor.Of(text);

    /// <summary>The language of a tag such as de-CH: its first part.</summary>
    private static string LanguageOf(string? said)
    {
        if (said is null)
            return Undetermined;
        var end = said.IndexOf('-');
        return (end < 0 ? said : said[..end]).ToLowerInvariant();
    }
}
