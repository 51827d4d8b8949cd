namespace Feedback.Indicators.Text;

/// <summary>The small words of names and around them.</summary>
internal static class Particles
{
    private static readonly KeySet Words = Of(
        "van von vom zu zum zur der den dem de d di da do dos das du des del della dello delle degli della dei la las lo los le les el al " +
        "ter ten te het t op bin ibn ben bint abu st san santa saint mac mc af av e y i v vd vda");

    private static readonly KeySet Titles = Of(
        "mr mrs ms miss mx dr prof sir madam dame herr herrn frau hr fr mme mlle monsieur madame mademoiselle sr sra srta senor senora senorita don dona doctor doctora sig signor signora signore " +
        "dhr mevr mevrouw meneer pan pani colleague kollege kollegen kollegin collegue colega boss chef chefin supervisor teamleiter teamleiterin manager managerin vorgesetzter vorgesetzte " +
        "named namens hi hello hey dear hallo lieber liebe danke merci cher chere bonjour hola querido querida gracias thanks");

    private static readonly KeySet Speech = Of(
        "said says told tells asked thinks explained helped helps replied promised sagt sagte meint meinte fragte hilft half antwortete erklarte versprach dit disait dice dijo explico ayudo");

    private static readonly KeySet German = Of("und ist nicht das ich wir ein eine einen einem einer mit fur auf zu bei von dem den im sie es auch war wird werden sind hat haben uns mein meine unser unsere sehr aber wenn");

    private static readonly KeySet BeforeNames = Of("mit von bei fur durch ohne gegen dass ob weil wenn frag frage fragt fragte laut wie");

    /// <summary>Whether a German word has a name behind it rather than a noun, which would have an article.</summary>
    public static bool StandsBeforeNames(ulong word) => BeforeNames.Contains(word);

    /// <summary>Whether a word stands before family names and belongs to them.</summary>
    public static bool Has(ulong word) => Words.Contains(word);

    /// <summary>Whether a name follows: titles, and how people are greeted.</summary>
    public static bool IsTitle(ulong word) => Titles.Contains(word);

    /// <summary>Whether what people do with words, so that the word before is a person.</summary>
    public static bool IsSpeech(ulong word) => Speech.Contains(word);

    /// <summary>Whether a word is German and nothing else: there every noun has a capital.</summary>
    public static bool IsGerman(ulong word) => German.Contains(word);

    private static KeySet Of(string words) => new([.. words.Split(' ').Select(word => NameWord.KeyOf(word))]);
}
