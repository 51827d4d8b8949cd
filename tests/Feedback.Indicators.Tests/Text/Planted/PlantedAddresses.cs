using System.Globalization;
using System.Numerics;

namespace Feedback.Indicators.Tests.Text.Planted;

/// <summary>Invented addresses, numbers to call, accounts and cards in the forms people write them; domains and ranges are those kept for examples where there are any.</summary>
internal sealed class PlantedAddresses(Random random)
{
    private static readonly string[] Locals = ["anna", "anna.schmidt", "j.mueller", "m_garcia", "jean-luc.martin", "lisa92", "t.vandenberg", "info.team3", "petra+work", "kowalska.a", "Sarah.OConnor", "jürgen.groß", "support-desk", "x.li"];
    private static readonly string[] Hosts = ["example.org", "example.com", "mail.example.net", "firma-beispiel.de", "empresa.es", "exemple.fr", "voorbeeld.nl", "example.co.uk", "gmail.com", "web.de", "uni-beispiel.ac.at", "azienda.it", "exämple.de", "corp.example"];

    public string Mail()
    {
        var (local, host) = (Pick(Locals), Pick(Hosts));
        var mail = $"{local}@{host}";
        return random.Next(20) switch
        {
            0 => $"Write to «{local} (at) {host.Replace(".", " (dot) ")}» please.",
            1 => $"Reach me: «{local}[at]{host}»",
            2 => $"«{local.Replace(".", " dot ")} at {host.Replace(".de", ".com").Replace(".", " dot ")}» is mine.",
            3 => $"Schreiben Sie an «{local} (ät) {host}».",
            4 => $"«{local} AT {Pick("example.org", "example.com", "firma-beispiel.de")}» works too.",
            5 => $"mailto:«{mail}»",
            6 => $"(«{mail.ToUpperInvariant()}»)",
            7 => $"E-Mail:«{mail}», Danke!",
            8 => $"<«{mail}»>",
            9 => $"« {mail.Replace("@", " @ ").Replace(".corp", "")}»".Replace("« ", "«") is var apart && !host.EndsWith(".example", StringComparison.Ordinal) ? apart : $"«{mail}» ok.",
            10 => $"Contact «{mail[..3]}\u200b{mail[3..]}» about it.",
            11 => $"Mi correo es «{local} arroba {Pick("empresa punto es", "example punto com")}».",
            12 => $"«{mail.Normalize(System.Text.NormalizationForm.FormD)}» bitte.",
            _ => Pick($"Please write to «{mail}».", $"Meine Adresse ist «{mail}», danke.", $"Écrivez à «{mail}» svp.", $"«{mail}» never answers!", $"cc: «{mail}»; thanks", $"Ask \"«{mail}»\" first."),
        };
    }

    public string Phone()
    {
        var d = Digits(9);
        var number = Pick(
            $"+49 30 {d[..7]}", $"+49 (0)171 {d[..3]} {d[3..7]}", $"0171/{d[..7]}", $"030 {d[..3]} {d[3..5]} {d[5..7]}", $"(0221) {d[..6]}", $"0049 89 {d[..6]}-{d[6..8]}", $"+4915{d}", $"015{d}", $"0{random.Next(151, 180)}-{d[..8]}",
            $"+44 20 7946 0{d[..3]}", $"020 7946 0{d[..3]}", $"07700 900{d[..3]}", $"07700900{d[..3]}", $"+44 (0) 7700 900 {d[..3]}", $"(01632) 960{d[..3]}",
            $"(415) 555-01{d[..2]}", $"415-555-01{d[..2]}", $"415.555.01{d[..2]}", $"+1 415 555 01{d[..2]}", $"1-800-555-01{d[..2]}", $"41555501{d[..2]}", $"+1-415-555-01{d[..2]}",
            $"06 {d[..2]} {d[2..4]} {d[4..6]} {d[6..8]}", $"06{d[..8]}", $"+33 6 {d[..2]} {d[2..4]} {d[4..6]} {d[6..8]}", $"01.{d[..2]}.{d[2..4]}.{d[4..6]}.{d[6..8]}", $"0033 1 {d[..2]} {d[2..4]} {d[4..6]} {d[6..8]}",
            $"+34 612 {d[..3]} {d[3..6]}", $"612 {d[..2]} {d[2..4]} {d[4..6]}", $"+34 612{d[..6]}", $"+39 347 {d[..7]}", $"06-{d[..8]}", $"+31 6 {d[..8]}", $"06 {d[..8]}", $"+41 44 {d[..3]} {d[3..5]} {d[5..7]}", $"044 {d[..3]} {d[3..5]} {d[5..7]}",
            $"+43 664 {d[..7]}", $"+45 {d[..2]} {d[2..4]} {d[4..6]} {d[6..8]}", $"+48 601 {d[..3]} {d[3..6]}", $"+91 98{d[..3]} {d[3..8]}", $"+86 138 {d[..4]} {d[4..8]}", $"+55 (11) 9{d[..4]}-{d[4..8]}", $"+90 532 {d[..3]} {d[3..5]} {d[5..7]}");
        var short8 = Pick($"{random.Next(2, 10)}{d[..7]}", $"{random.Next(2, 10)}{d[..1]} {d[1..3]} {d[3..5]} {d[5..7]}", $"{random.Next(2, 10)}{d[..2]} {d[2..5]} {d[5..8]}");
        return random.Next(6) switch
        {
            0 => Pick($"Tel. «{short8}»", $"my mobile is «{short8}»", $"Telefon: «{short8}»", $"téléphone «{short8}»", $"call me on «{short8}»", $"WhatsApp «{short8}»", $"Handy «{short8}»", $"Rufen Sie mich an: «{short8}»", $"llámame al «{short8}»"),
            _ => Pick($"Call «{number}» after five.", $"Ich bin unter «{number}» erreichbar.", $"Mon numéro : «{number}», merci.", $"«{number}» is never answered.", $"Tel.:«{number}»;", $"(«{number}»)", $"Nobody picks up at «{number}»!", $"Llamen al «{number}», por favor."),
        };
    }

    public string Url()
    {
        var path = Pick("", "/", "/people/anna", "/p?id=4711&x=1#top", "/~anna/", "/a/b/c.html");
        var url = Pick($"https://{Pick(Hosts)}{path}", $"http://www.example.org{path}", $"www.{Pick("example.org", "firma-beispiel.de", "empresa.es")}{path}", $"linkedin.com/in/anna-{Digits(4)}", $"t.me/anna{Digits(2)}", "facebook.com/anna.schmidt.9", "example.com", "firma-beispiel.de", "bit.ly/3xYzAb",
            $"HTTPS://INTRANET.EXAMPLE/{Digits(3)}", "https://192.0.2.7:8443/admin", "ftp://files.example.net/x", "github.com/anna-s", "https://teams.example/l/meetup-join/19%3a", "instagram.com/anna_s");
        return Pick($"See «{url}» for it.", $"Siehe «{url}».", $"(«{url}»)", $"Mon profil : «{url}»", $"«{url}» is down, again", $"look here: «{url}», thanks", $"Link: \"«{url}»\"");
    }

    public string Machine()
    {
        var ip = Pick($"10.0.{random.Next(256)}.{random.Next(256)}", $"192.168.{random.Next(256)}.{random.Next(256)}", $"203.0.113.{random.Next(256)}", $"2001:db8::{random.Next(1, 9999)}", "fe80::1ff:fe23:4567:890a", "2001:0db8:85a3:0000:0000:8a2e:0370:7334", $"172.16.{random.Next(256)}.1");
        return Pick($"My PC «{ip}» is slow.", $"Server «{ip}» antwortet nicht", $"ping «{ip}», nothing", $"IP: «{ip}»", $"adresse IP («{ip}»)");
    }

    public string Handle()
    {
        var handle = "@" + Pick("anna_s", "j.mueller", "MariaG92", "thomas", "x_li", "Jörg", "sara-b", "the_real_tom", "anna@social.example");
        return Pick($"Ask «{handle}» about it.", $"«{handle}» knows.", $"Folgt mir: «{handle}»", $"DM «{handle}», please", $"(«{handle}»)", $"merci «{handle}» !");
    }

    public string Iban()
    {
        var (country, account) = Pick(("DE", Digits(18)), ("FR", $"{Digits(10)}{Digits(11)}{Digits(2)}"), ("ES", Digits(20)), ("NL", "ABNA" + Digits(10)), ("AT", Digits(16)), ("CH", Digits(17)), ("GB", "NWBK" + Digits(14)), ("IT", "X" + Digits(22)), ("BE", Digits(12)), ("NO", Digits(11)), ("PL", Digits(24)), ("PT", Digits(21)));
        var number = BigInteger.Parse(string.Concat((account + country + "00").Select(c => char.IsDigit(c) ? c.ToString() : (c - 'A' + 10).ToString(CultureInfo.InvariantCulture))), CultureInfo.InvariantCulture);
        var iban = $"{country}{98 - (int)(number % 97):00}{account}";
        var apart = string.Join(' ', iban.Chunk(4).Select(c => new string(c)));
        return Pick($"IBAN: «{iban}»", $"Bitte auf «{apart}» überweisen.", $"Mein Konto «{apart}», danke", $"my account is «{iban.ToLowerInvariant()}»", $"«{apart.Replace(' ', '-')}» is wrong", $"virement sur «{apart.Replace(' ', '\u00a0')}»", $"(«{iban}»)");
    }

    public string Card()
    {
        var (start, length) = Pick(("4", 16), ("51", 16), ("55", 16), ("2223", 16), ("37", 15), ("34", 15), ("6011", 16), ("36", 14), ("4", 13), ("62", 19));
        var digits = start + Digits(length - start.Length - 1);
        var sum = digits.Reverse().Select((c, i) => (c - '0') * (2 - i % 2)).Sum(p => p / 10 + p % 10);
        var card = $"{digits}{(10 - sum % 10) % 10}";
        var apart = length is 15 or 14 ? $"{card[..4]} {card[4..10]} {card[10..]}" : string.Join(' ', card.Chunk(4).Select(c => new string(c)));
        return Pick($"My card «{apart}» was charged twice.", $"Karte «{card}»", $"Visa «{apart.Replace(' ', '-')}»", $"carte n° «{apart}» refusée", $"card no «{card}», exp 12/27", $"tarjeta «{apart}»", $"Kreditkartennummer: «{apart.Replace(' ', '\u00a0')}»");
    }

    private string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + random.Next(10))));

    private T Pick<T>(params T[] options) => options[random.Next(options.Length)];
}
