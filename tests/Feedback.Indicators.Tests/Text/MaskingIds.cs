using Feedback.Indicators.Text;

namespace Feedback.Indicators.Tests.Text;

/// <summary>Numbers of people in registers go out of a text; numbers of things stay, even where a check digit fits by chance.</summary>
public sealed class MaskingIds
{
    [TestCase("123-45-6789", TestName = "US SSN")]
    [TestCase("AB 12 34 56 C", TestName = "UK NI")]
    [TestCase("ab123456d", TestName = "UK NI in small letters")]
    [TestCase("943 476 5919", TestName = "UK NHS")]
    [TestCase("86095742719", TestName = "German Steuer-ID")]
    [TestCase("86 095 742 719", TestName = "German Steuer-ID in groups")]
    [TestCase("65 929 970 489", TestName = "German Steuer-ID with three of one")]
    [TestCase("15 070649 C 103", TestName = "German Sozialversicherungsnummer")]
    [TestCase("15070649C103", TestName = "German Sozialversicherungsnummer in one piece")]
    [TestCase("1112.22.333", TestName = "Dutch BSN")]
    [TestCase("85.07.30-033.28", TestName = "Belgian national number")]
    [TestCase("85073003328", TestName = "Belgian national number in one piece")]
    [TestCase("2 55 08 14 168 025 38", TestName = "French NIR")]
    [TestCase("255081416802538", TestName = "French NIR in one piece")]
    [TestCase("12345678Z", TestName = "Spanish DNI")]
    [TestCase("12.345.678-Z", TestName = "Spanish DNI with dots")]
    [TestCase("X-1234567-L", TestName = "Spanish NIE")]
    [TestCase("RSSMRA85T10A562S", TestName = "Italian codice fiscale")]
    [TestCase("rss mra 85t10 a562s", TestName = "Italian codice fiscale in groups")]
    [TestCase("44051401359", TestName = "Polish PESEL")]
    [TestCase("811228-9874", TestName = "Swedish personnummer")]
    [TestCase("19811228-9874", TestName = "Swedish personnummer with the century")]
    [TestCase("070761-4285", TestName = "Danish CPR")]
    [TestCase("131052-308T", TestName = "Finnish HETU")]
    [TestCase("1237 010180", TestName = "Austrian SVNR")]
    [TestCase("756.9217.0769.85", TestName = "Swiss AHV")]
    [TestCase("1234567T", TestName = "Irish PPS")]
    [TestCase("1234567FA", TestName = "Irish PPS with two letters")]
    [TestCase("046-454-286", TestName = "Canadian SIN")]
    [TestCase("111.444.777-35", TestName = "Brazilian CPF")]
    [TestCase("2341 2341 2346", TestName = "Indian Aadhaar")]
    [TestCase("12.345.678-5", TestName = "Chilean RUT")]
    [TestCase("１２３－４５－６７８９", TestName = "Full-width digits")]
    [TestCase("12\u200b3-45-67\u200b89", TestName = "What is not seen between digits")]
    public void Numbers_with_a_form_or_a_strong_check_need_no_word(string number) => Assert.That(Redaction.Of($"It is {number}, thanks."), Is.EqualTo("It is [id], thanks."));

    [TestCase("My SSN is 123456789.", "My SSN is [id].")]
    [TestCase("BSN 111222333", "BSN [id]")]
    [TestCase("NHS no. 9434765919", "NHS no. [id]")]
    [TestCase("mein NIF: 123 456 789", "mein NIF: [id]")]
    [TestCase("SIN 046 454 286", "SIN [id]")]
    [TestCase("Passport no. C01X00T47", "Passport no. [id]")]
    [TestCase("mon numéro de sécurité sociale est le 255081416802539", "mon numéro de sécurité sociale est le [id]")]
    [TestCase("Personalnummer 40711", "Personalnummer [id]")]
    [TestCase("employee number: 4711, please", "employee number: [id], please")]
    [TestCase("Führerschein B072RRE2I55", "Führerschein [id]")]
    public void Others_are_masked_behind_a_word_that_announces_them(string text, string redacted) => Assert.That(Redaction.Of(text), Is.EqualTo(redacted));

    [TestCase("Order 111222333 came late.")]
    [TestCase("Ticket 146454286, order no. 44051401359, Bestellung 1234567890")]
    [TestCase("Invoice #9434765919 is wrong, Rechnung Nr. 4155552671 too")]
    [TestCase("123 456 789 EUR, 111.222.333")]
    [TestCase("12345678A is a part, AB1234567 another, 1234567Z too")]
    [TestCase("My passport expires on 12.03.2027, the driving licence in 2026.")]
    [TestCase("666-12-3456 and 123-00-4567")]
    [TestCase("sin 5 minutos nie wieder")]
    [TestCase("756.9217.0769.86 has the wrong digit")]
    [TestCase("15 070649 C 104")]
    public void Numbers_of_things_stay(string text) => Assert.That(Redaction.Of(text), Is.EqualTo(text));
}
