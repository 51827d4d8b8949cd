using Feedback.Indicators.Text;

namespace Feedback.Indicators.Tests.Text;

/// <summary>Names of a list go out of a text in the forms people write them, and words that only look like them stay.</summary>
public sealed class MaskingNames
{
    private static readonly Redactor Redactor = new(new StaffNames(
    [
        "Anna Schmidt", "Jürgen Müller-Lüdenscheidt", "Jan van der Berg", "María José García López", "Seán O'Neil", "Will Price", "Mark May", "Sabine Koch", "Ludwig van Beethoven", "Nguyễn Văn Le",
        "Van Le", "Søren Ødegård", "Кирилл Иванов", "Νίκος Παππάς", "王小明", "李 明", "محمد علي", "김철수", "Madonna", "Ernst Groß", "Anne-Marie Dubois", "Bastian D'Angelo", "Grace Hope", "John Fitzgerald Kennedy",
    ]));

    [TestCase("Anna Schmidt helped.", "[name] helped.")]
    [TestCase("Ask anna schmidt or ANNA SCHMIDT", "Ask [name] or [name]")]
    [TestCase("Schmidt, Anna and SCHMIDT Anna", "[name] and [name]")]
    [TestCase("A. Schmidt, Schmidt A. and Anna S. were there", "[name], [name]. and [name]. were there")]
    [TestCase("Anna M. Schmidt, Anna Maria Schmidt", "[name], [name]")]
    [TestCase("John Kennedy, J. F. Kennedy, John F. Kennedy and john fitzgerald kennedy", "[name], [name], [name] and [name]")]
    [TestCase("María García and Maria Jose Garcia Lopez, Maria López", "[name] and [name], [name]")]
    [TestCase("Jurgen Muller-Ludenscheidt, Juergen Mueller-Luedenscheidt, Ju\u0308rgen Mu\u0308ller", "[name], [name], [name]")]
    [TestCase("Jan van der Berg, van der Berg, Jan, Jan v.d. Berg, Jan Berg", "[name], [name], [name], [name]")]
    [TestCase("Herr van der Berg und Frau Koch", "Herr [name] und Frau [name]")]
    [TestCase("Sean O'Neil, Seán ONeil, O’Neil's desk", "[name], [name], [name]'s desk")]
    [TestCase("Schmidt's idea, Annas Idee, Anna's, Anna Schmidts Plan", "[name]'s idea, [name] Idee, [name]'s, [name] Plan")]
    [TestCase("Soren Odegard, SØREN ØDEGÅRD, Soeren Oedegaard", "[name], [name], [name]")]
    [TestCase("кирилл иванов и Иванов", "[name] и [name]")]
    [TestCase("Νίκος και ΝΊΚΟΣ ΠΑΠΠΆΣ", "[name] και [name]")]
    [TestCase("我和王小明说过，李明也在。", "我和[name]说过，[name]也在。")]
    [TestCase("قال محمد علي ذلك ومُحَمَّد علي", "قال [name] ذلك و[name]")]
    [TestCase("김철수가 도와줬다", "[name]가 도와줬다")]
    [TestCase("madonna, MADONNA and Madonna's", "[name], [name] and [name]'s")]
    [TestCase("anna.schmidt and anna_schmidt did it, a.schmidt too", "[name] and [name] did it, [name] too")]
    [TestCase("Write to anna.schmidt@example.org", "Write to [email]")]
    [TestCase("An\u200bna Schm\u00adidt", "[name]")]
    [TestCase("Van Le and Le Van, Nguyen Le", "[name] and [name], [name]")]
    [TestCase("Anne-Marie, Annemarie Dubois, Anne Marie Dubois", "[name], [name], [name]")]
    [TestCase("merci à d'Anna et D’Angelo, l’idée d’Anna Schmidt", "merci à d'[name] et [name], l’idée d’[name]")]
    public void Names_are_masked(string text, string redacted) => Assert.That(Redactor.Of(text), Is.EqualTo(redacted));

    [TestCase("I asked Will about it.", "I asked [name] about it.")]
    [TestCase("Ask Mark, please", "Ask [name], please")]
    [TestCase("Will said no. Mr Price left.", "[name] said no. Mr [name] left.")]
    [TestCase("We met Mr. May in May.", "We met Mr. [name] in May.")]
    [TestCase("Will Price is here", "[name] is here")]
    [TestCase("I like Koch a lot", "I like [name] a lot")]
    [TestCase("Das war Herr Groß.", "Das war Herr [name].")]
    public void A_capital_says_so_where_a_word_has_none(string text, string redacted) => Assert.That(Redactor.Of(text), Is.EqualTo(redacted));

    [TestCase("Will it be ready in May? Price is too high. Mark my words: it may, it will.")]
    [TestCase("Hope this helps. Grace period.")]
    [TestCase("they will price it by may")]
    [TestCase("Der Koch in der Kantine ist gut, und das Essen auch.")]
    [TestCase("We walked from the mountain of the sea. Le petit van est là.")]
    [TestCase("anna said so, schmidt too")]
    [TestCase("PRICE AND MAY IN CAPITALS: WILL IT?")]
    [TestCase("Hanna, Annabel, Schmidtke and Bergen are others")]
    [TestCase("明天开会，小明不来。")]
    [TestCase("[name] and [email]")]
    public void Words_stay(string text) => Assert.That(Redactor.Of(text), Is.EqualTo(text));

    [Test]
    public void None_masks_none() => Assert.That(new Redactor(StaffNames.None).Of("Anna Schmidt"), Is.EqualTo("Anna Schmidt"));

    [Test]
    public void The_list_is_counted_and_empty_lines_are_not() => Assert.That(new StaffNames(["Anna Schmidt", " ", "", "…", "王小明"]).Count, Is.EqualTo(2));
}
