using System.Text;
using Feedback.Indicators.Text;
using ForAll = FsCheck.NUnit.PropertyAttribute;

namespace Feedback.Indicators.Tests.Text;

/// <summary>What leads to a person goes out of a text, and what does not stays.</summary>
public sealed class RedactingTexts
{
    [TestCase("Write to anna.muster@example.org.", "Write to [email].")]
    [TestCase("(anna_m+work@mail.example.co.uk)", "([email])")]
    [TestCase("Jürgen.Müller@große-firma.de, bitte", "[email], bitte")]
    [TestCase("'o'neil@example.ie'", "'[email]'")]
    [TestCase("mailto:anna@example.org?subject=x", "mailto:[email]?subject=x")]
    [TestCase("anna@intranet knows", "[email] knows")]
    [TestCase("anna (at) example (dot) org", "[email]")]
    [TestCase("anna[at]example.org or bob {at} example [.] org", "[email] or [email]")]
    [TestCase("ANNA@EXAMPLE.ORG/bob@example.org", "[email]/[email]")]
    public void Mail_addresses(string text, string redacted) => Assert.That(Redaction.Of(text), Is.EqualTo(redacted));

    [TestCase("See https://example.org/people?id=4711#anna.", "See [url].")]
    [TestCase("(see http://example.org/anna)", "(see [url])")]
    [TestCase("https://en.wikipedia.org/wiki/Anna_(name), really", "[url], really")]
    [TestCase("www.example.org/anna!", "[url]!")]
    [TestCase("linkedin.com/in/anna-muster and t.me/anna", "[url] and [url]")]
    [TestCase("example.com is ours", "[url] is ours")]
    [TestCase("https://anna:secret@example.org/x", "[url]")]
    [TestCase("HTTPS://EXAMPLE.ORG", "[url]")]
    [TestCase("FTP://10.0.0.1/x und \"http://a.b/c\"", "[url] und \"[url]\"")]
    [TestCase("https://example.org/@anna", "[url]")]
    public void Addresses_of_the_web(string text, string redacted) => Assert.That(Redaction.Of(text), Is.EqualTo(redacted));

    [TestCase("Ask @anna.muster.", "Ask [handle].")]
    [TestCase("@anna @bob_2, thanks", "[handle] [handle], thanks")]
    [TestCase("(@anna@social.example)", "([handle])")]
    [TestCase("@Jörg", "[handle]")]
    public void Handles(string text, string redacted) => Assert.That(Redaction.Of(text), Is.EqualTo(redacted));

    [TestCase("10.0.12.255 is slow", "[ip] is slow")]
    [TestCase("ping 192.168.0.1:8080", "ping [ip]:8080")]
    [TestCase("fe80::1ff:fe23:4567:890a, ::1", "[ip], [ip]")]
    [TestCase("2001:0db8:85a3:0000:0000:8a2e:0370:7334", "[ip]")]
    [TestCase("::ffff:192.0.2.1!", "[ip]!")]
    public void Addresses_of_machines(string text, string redacted) => Assert.That(Redaction.Of(text), Is.EqualTo(redacted));

    [TestCase("IBAN DE89 3704 0044 0532 0130 00 please", "IBAN [iban] please")]
    [TestCase("gb82west12345698765432", "[iban]")]
    [TestCase("NO93-8601-1117-947.", "[iban].")]
    [TestCase("In AB12 sits Anna, CH9300762011623852957", "In AB12 sits Anna, [iban]")]
    [TestCase("FR14\u00a02004\u00a01010\u00a00505\u00a00001\u00a03M02\u00a0606", "[iban]")]
    [TestCase("MT84 MALT 0110 0001 2345 MTLC AST0 01S", "[iban]")]
    public void Account_numbers(string text, string redacted) => Assert.That(Redaction.Of(text), Is.EqualTo(redacted));

    [TestCase("4111 1111 1111 1111 12/27 123", "[card] 12/27 123")]
    [TestCase("4111-1111-1111-1111", "[card]")]
    [TestCase("4111.1111.1111.1111", "[card]")]
    [TestCase("4111/1111/1111/1111.", "[card].")]
    [TestCase("5555555555554444.", "[card].")]
    [TestCase("Amex 3782 822463 10005", "Amex [card]")]
    [TestCase("6304 0000 0000 0000 000", "[card]")]
    public void Payment_cards(string text, string redacted) => Assert.That(Redaction.Of(text), Is.EqualTo(redacted));

    [TestCase("Call +49 (0)30 123456-78.", "Call [phone].")]
    [TestCase("+1 (415) 555-2671", "[phone]")]
    [TestCase("(+49) 30 1234567", "[phone]")]
    [TestCase("0049301234567", "[phone]")]
    [TestCase("030 / 123 45 67, Raum 12", "[phone], Raum 12")]
    [TestCase("(030) 1234567", "[phone]")]
    [TestCase("(030 1234567)", "([phone])")]
    [TestCase("0171\u20111234567", "[phone]")]
    [TestCase("044\u00a0123\u00a045\u00a067", "[phone]")]
    [TestCase("06.12.34.56.78 ou 06-12-34-56-78", "[phone] ou [phone]")]
    [TestCase("06 12 34 56 78", "[phone]")]
    [TestCase("415-555-2671 or 415.555.2671", "[phone] or [phone]")]
    [TestCase("1-800-555-0199", "[phone]")]
    [TestCase("4155552671", "[phone]")]
    [TestCase("Tel:030-1234567;Fax:030-1234568", "Tel:[phone];Fax:[phone]")]
    [TestCase("Tel.: 48 15 16 23", "Tel.: [phone]")]
    [TestCase("my mobile number is 48151623", "my mobile number is [phone]")]
    [TestCase("٠٣٠ ١٢٣٤٥٦٧", "[phone]")]
    [TestCase("030 1234567 / 0171 1234567 / 06 12 34 56 78", "[phone] / [phone] / [phone]")]
    [TestCase("+49 30 1234567 +49 171 1234567", "[phone] [phone]")]
    [TestCase("am 01.02.2024 unter 030 1234567", "am 01.02.2024 unter [phone]")]
    [TestCase("01.02.2024 030 1234567", "01.02.2024 [phone]")]
    public void Telephone_numbers(string text, string redacted) => Assert.That(Redaction.Of(text), Is.EqualTo(redacted));

    [TestCase("Nothing changes here.")]
    [TestCase("The 2019-2020 budget was 1.250.000,00 EUR, not 12,500.00 or 100 000 000.")]
    [TestCase("From 01.02.2024 08:30 to 31/12/2025, or 2024-02-01 - 2024-12-31.")]
    [TestCase("01.02.24-03.04.24")]
    [TestCase("Since the last fax: 2024-02-01.")]
    [TestCase("Open 08.00-17.00, 08:00 - 17:00 and 10:15:30.")]
    [TestCase("Ticket 48151623, order 1234-56, room 4.12.007")]
    [TestCase("Version 10.0.19041.1 and 1.2.3, 0.12345678 of it, 3.14159265")]
    [TestCase("5 Stück @ 10 EUR, 2@3, and more @ noon")]
    [TestCase("std::vector, a::b, 1:2 and 4 of 5")]
    [TestCase("z.B. und/oder, d.h. i.d.R. 50/50, bzw. usw.")]
    [TestCase("Gut.Aber es geht besser.Danke!")]
    [TestCase("We use ASP.NET, Node.js and C++.")]
    [TestCase("DE88370400440532013000 has the wrong remainder.")]
    [TestCase("4111 1111 1111 1112 has the wrong digit.")]
    [TestCase("Level 7 of 10; 70%; +5%; -3; 1/3; 24/7; 9/11")]
    [TestCase("[email] [phone]")]
    [TestCase("")]
    [TestCase("\ud800 lone, 😀 and\r\nlines")]
    public void What_says_nothing_of_a_person_stays(string text) => Assert.That(Redaction.Of(text), Is.EqualTo(text));

    [ForAll(MaxTest = 1000)]
    public void What_leads_to_somebody_is_found_wherever_it_stands(string? before, string? behind, byte picked)
    {
        (string Secret, string Mark)[] secrets =
        [
            ("anna@example.org", "[email]"), ("https://example.org/anna", "[url]"), ("@anna_m", "[handle]"), ("10.1.2.3", "[ip]"), ("DE89 3704 0044 0532 0130 00", "[iban]"),
            ("4111 1111 1111 1111", "[card]"), ("+49 30 1234567", "[phone]"),
        ];
        var (secret, mark) = secrets[picked % secrets.Length];
        Assert.That(Redaction.Of($"{before} so {secret}, {behind}"), Does.Contain($" so {mark}, "));
    }

    [TestCase("a")]
    [TestCase("1")]
    [TestCase("1 ")]
    [TestCase("0-")]
    [TestCase("a.")]
    [TestCase("a@")]
    [TestCase("a@a.")]
    [TestCase(":")]
    [TestCase("1:")]
    [TestCase("DE89 ")]
    [TestCase("aa11")]
    [TestCase("(1) ")]
    [TestCase("@a-")]
    [TestCase("1.")]
    [TestCase("+ (")]
    [TestCase("a (at) ")]
    [TestCase("a (at) a.")]
    [TestCase("@a.")]
    [TestCase("@a@a")]
    [TestCase("a-a+")]
    [TestCase("ab.ab/")]
    [TestCase("f:")]
    [TestCase("1 (1) - ")]
    [TestCase("'_")]
    public void The_same_again_and_again_is_no_trap(string part)
    {
        var text = new StringBuilder().Insert(0, part, 50_000).Append(" anna@example.org").ToString();
        Assert.That(Redaction.Of(text), Does.EndWith(" [email]"));
    }
}
