using System.Globalization;

namespace Feedback.Indicators.Tests.Text.Planted;

/// <summary>
/// Invented numbers of people in registers, with right check digits, as they are printed on cards and letters and as people type them. Made by rules
/// of their own (search for the check digit that fits), not by the code that is tested. Those in one piece whose check is weak stand behind a word, as people write them.
/// </summary>
internal sealed class PlantedIds(Random random)
{
    /// <summary>Registers without check digits.</summary>
    public string Unchecked() => Pick<Func<string>>(SocialSecurity, NationalInsurance, Cpr, Passport, StaffNumber)();

    public string Checked() => Pick<Func<string>>(
        Nhs, TaxId, GermanInsurance, Bsn, Belgian, Nir, Dni, Nie, Fiscale, Nif, Pesel, Personnummer, Norwegian, Hetu, Austrian, Ahv, Pps, Sin, Cpf, Aadhaar)();

    private string SocialSecurity()
    {
        var (area, group, serial) = ($"{random.Next(1, 665):000}", $"{random.Next(1, 100):00}", $"{random.Next(1, 10000):0000}");
        return Pick($"My SSN is «{area}-{group}-{serial}».", $"social security number «{area} {group} {serial}»", $"SSN: «{area}{group}{serial}»", $"They asked me for «{area}-{group}-{serial}» twice.", $"Social Security # «{area}-{group}-{serial}»");
    }

    private string NationalInsurance()
    {
        var (letters, d, last) = (Pick("AB", "CE", "JH", "PW", "SN", "TY", "WK"), Digits(6), Pick("A", "B", "C", "D"));
        return Pick($"NI number «{letters} {d[..2]} {d[2..4]} {d[4..]} {last}»", $"My national insurance no. is «{letters}{d}{last}».", $"You have «{letters}{d}{last}» on file.", $"NINO «{letters.ToLowerInvariant()}{d}{last.ToLowerInvariant()}»");
    }

    private string Cpr()
    {
        var date = Date("ddMMyy");
        return Pick($"Mit cpr-nummer er «{date}-{Digits(4)}».", $"CPR «{date}{Digits(4)}»", $"cpr nr. «{date} {Digits(4)}»", $"Skriv «{date}-{Digits(4)}» på sagen.");
    }

    private string Passport() => Pick($"Passport no. «C{Digits(2)}X{Digits(2)}T{Digits(2)}»", $"Mein Reisepass «C0{Digits(1)}X00T{Digits(2)}» ist weg.", $"passport number: «{Digits(9)}»", $"Personalausweis «L{Digits(2)}X00T{Digits(3)}»", $"n° de passeport «{Digits(2)}AB{Digits(5)}»");

    private string StaffNumber() => Pick($"Personalnummer «{random.Next(10000, 99999)}»", $"my employee number is «{random.Next(100000, 999999)}»", $"staff id «{random.Next(10000, 99999)}»", $"matricule «{random.Next(10000, 99999)}»", $"Personal-Nr. «{Digits(1)}0{Digits(5)}»");

    private string Nhs()
    {
        var d = Fit("4" + Digits(8), 10, n => Sum(n, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 11 == 0);
        return Pick($"NHS number «{d[..3]} {d[3..6]} {d[6..]}»", $"My NHS no is «{d}».", $"Please check «{d[..3]} {d[3..6]} {d[6..]}» for me.");
    }

    private string TaxId()
    {
        while (true)
        {
            var order = Enumerable.Range(1, 9).OrderBy(_ => random.Next()).ToList();
            order.Insert(random.Next(2, 9), order[0]);
            var d = Fit(string.Concat(order), 11, Iso11);
            if (d.Length == 11)
                return Pick($"Meine Steuer-ID ist «{d}».", $"Steueridentifikationsnummer «{d[..2]} {d[2..5]} {d[5..8]} {d[8..]}»", $"Auf dem Brief steht «{d}».", $"Steuer ID: «{d[..2]} {d[2..5]} {d[5..8]} {d[8..]}»", $"IdNr. «{d}»");
        }
    }

    private string GermanInsurance()
    {
        var (area, date, letter, serial) = ($"{random.Next(10, 80)}", Date("ddMMyy"), (char)('A' + random.Next(26)), $"{random.Next(100):00}");
        var digits = area + date + (letter - 'A' + 1).ToString("00", CultureInfo.InvariantCulture) + serial;
        int[] weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
        var check = weights.Select((w, i) => w * (digits[i] - '0')).Sum(p => p / 10 + p % 10) % 10;
        return Pick($"Sozialversicherungsnummer «{area} {date} {letter} {serial}{check}»", $"SV-Nummer: «{area}{date}{letter}{serial}{check}»", $"Meine Nummer ist «{area}{date}{letter}{serial}{check}».", $"RV-Nr. «{area} {date} {letter} {serial}{check}»");
    }

    private string Bsn()
    {
        var d = Fit("1" + Digits(7), 9, n => (Sum(n, 9, 8, 7, 6, 5, 4, 3, 2) - (n[8] - '0')) % 11 == 0);
        return Pick($"Mijn BSN is «{d}».", $"burgerservicenummer «{d[..4]}.{d[4..6]}.{d[6..]}»", $"BSN: «{d[..4]} {d[4..6]} {d[6..]}»", $"bsn nummer «{d}»", $"sofinummer «{d}»");
    }

    private string Belgian()
    {
        var (date, serial) = (Date("yyMMdd"), $"{random.Next(1, 998):000}");
        var check = $"{97 - long.Parse(date + serial, CultureInfo.InvariantCulture) % 97:00}";
        return Pick($"Rijksregisternummer «{date[..2]}.{date[2..4]}.{date[4..]}-{serial}.{check}»", $"numéro national «{date}{serial}{check}»", $"NISS «{date}-{serial}-{check}»", $"Mon numéro est «{date[..2]}.{date[2..4]}.{date[4..]}-{serial}.{check}».", $"INSZ: «{date} {serial} {check}»");
    }

    private string Nir()
    {
        var d = $"{random.Next(1, 3)}{random.Next(50, 100)}{random.Next(1, 13):00}{random.Next(1, 96):00}{random.Next(1, 500):000}{random.Next(1, 400):000}";
        d += $"{97 - long.Parse(d, CultureInfo.InvariantCulture) % 97:00}";
        var apart = $"{d[..1]} {d[1..3]} {d[3..5]} {d[5..7]} {d[7..10]} {d[10..13]} {d[13..]}";
        return Pick($"Mon numéro de sécurité sociale est le «{apart}».", $"n° de sécu : «{d}»", $"Numéro de sécu «{d[..13]} {d[13..]}»", $"Vous avez noté «{apart}» deux fois.", $"NIR «{apart[..^3]}»");
    }

    private string Dni()
    {
        var d = Digits(8);
        var letter = "TRWAGMYFPDXBNJZSQVHLCKE"[int.Parse(d, CultureInfo.InvariantCulture) % 23];
        return Pick($"Mi DNI es «{d}{letter}».", $"DNI: «{d}-{letter}»", $"Me llamo como siempre, «{d}{letter}».", $"dni «{d[..2]}.{d[2..5]}.{d[5..]}-{letter}»", $"con DNI «{d}{char.ToLowerInvariant(letter)}»", $"DNI «{d} {letter}»");
    }

    private string Nie()
    {
        var (first, d) = (random.Next(3), Digits(7));
        var letter = "TRWAGMYFPDXBNJZSQVHLCKE"[int.Parse($"{first}{d}", CultureInfo.InvariantCulture) % 23];
        return Pick($"Mi NIE es «{"XYZ"[first]}{d}{letter}».", $"NIE «{"XYZ"[first]}-{d}-{letter}»", $"Tengo el «{"XYZ"[first]}{d}{letter}».");
    }

    private string Fiscale()
    {
        var code = Pick("RSSMRA", "BNCGNN", "VRDLGU", "FRRSFN", "MRTCHR") + $"{random.Next(50, 100)}{Pick("A", "B", "C", "D", "E", "H", "L", "M", "P", "R", "S", "T")}{random.Next(1, 29):00}{Pick("H501", "F205", "L219", "A562", "D612")}";
        int[] odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
        var sum = code.Select((c, i) => (Value: char.IsDigit(c) ? c - '0' : c - 'A', Odd: i % 2 == 0)).Sum(v => v.Odd ? odd[v.Value] : v.Value);
        code += (char)('A' + sum % 26);
        return Pick($"Il mio codice fiscale è «{code}».", $"C.F. «{code}»", $"cod. fisc. «{code.ToLowerInvariant()}»", $"Avete scritto «{code}» nella pratica.", $"CF: «{code[..3]} {code[3..6]} {code[6..11]} {code[11..]}»");
    }

    private string Nif()
    {
        var d = Fit("2" + Digits(7), 9, n => n[8] - '0' == (Sum(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11 is < 2 ? 0 : 11 - Sum(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11));
        return Pick($"O meu NIF é «{d}».", $"NIF: «{d[..3]} {d[3..6]} {d[6..]}»", $"número de contribuinte «{d}»", $"contribuinte nº «{d}»");
    }

    private string Pesel()
    {
        var d = Fit(Date("yyMMdd") + Digits(4), 11, n => (Sum(n, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3) + n[10] - '0') % 10 == 0);
        return Pick($"Mój PESEL to «{d}».", $"PESEL: «{d}»", $"Podałem «{d}» dwa razy.", $"nr PESEL «{d}»");
    }

    private string Personnummer()
    {
        var date = Date("yyMMdd");
        var d = Fit(date + Digits(3), 10, Luhn);
        return Pick($"Mitt personnummer är «{d[..6]}-{d[6..]}».", $"personnummer «19{d[..6]}-{d[6..]}»", $"pnr «19{d}»", $"Ni har «{d[..6]}-{d[6..]}» hos er.", $"personnr: «{d}»");
    }

    private string Norwegian()
    {
        while (true)
        {
            var d = Fit(Date("ddMMyy") + Digits(3), 10, n => Sum(n, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0);
            d = d.Length == 10 ? Fit(d, 11, n => Sum(n, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0) : d;
            if (d.Length == 11)
                return Pick($"Mitt fødselsnummer er «{d}».", $"fødselsnr. «{d[..6]} {d[6..]}»", $"Dere har «{d}» i systemet.", $"personnummer: «{d[..6]} {d[6..]}»");
        }
    }

    private string Hetu()
    {
        var (date, serial) = (Date("ddMMyy"), $"{random.Next(2, 900):000}");
        var check = "0123456789ABCDEFHJKLMNPRSTUVWXY"[int.Parse(date + serial, CultureInfo.InvariantCulture) % 31];
        return Pick($"Henkilötunnukseni on «{date}-{serial}{check}».", $"hetu «{date}A{serial}{check}»", $"Tunnus «{date}-{serial}{check}» on väärin.");
    }

    private string Austrian()
    {
        while (true)
        {
            var (serial, date) = ($"{random.Next(100, 1000)}", Date("ddMMyy"));
            var check = (Sum(serial + "0" + date, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6)) % 11;
            if (check < 10)
                return Pick($"Meine SVNR ist «{serial}{check} {date}».", $"SV-Nr. «{serial}{check}{date}»", $"Versicherungsnummer «{serial}{check} {date}»", $"Auf der e-card steht «{serial}{check} {date}».");
        }
    }

    private string Ahv()
    {
        var d = Fit("756" + Digits(9), 13, n => (Sum(n, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3) + n[12] - '0') % 10 == 0);
        return Pick($"AHV-Nummer «{d[..3]}.{d[3..7]}.{d[7..11]}.{d[11..]}»", $"Meine AHV-Nr. ist «{d}».", $"numéro AVS «{d[..3]}.{d[3..7]}.{d[7..11]}.{d[11..]}»", $"Es geht um «{d[..3]} {d[3..7]} {d[7..11]} {d[11..]}».");
    }

    private string Pps()
    {
        var d = Digits(7);
        var letter = "WABCDEFGHIJKLMNOPQRSTUV"[Sum(d, 8, 7, 6, 5, 4, 3, 2) % 23];
        var two = "WABCDEFGHIJKLMNOPQRSTUV"[(Sum(d, 8, 7, 6, 5, 4, 3, 2) + 9) % 23];
        return Pick($"My PPS number is «{d}{letter}».", $"PPSN «{d}{two}A»", $"It was «{d}{letter}» on the form.", $"pps no. «{d} {letter}»");
    }

    private string Sin()
    {
        var d = Fit("1" + Digits(7), 9, Luhn);
        return Pick($"My SIN is «{d[..3]} {d[3..6]} {d[6..]}».", $"SIN: «{d[..3]}-{d[3..6]}-{d[6..]}»", $"social insurance number «{d}»", $"I gave you «{d[..3]}-{d[3..6]}-{d[6..]}» already.");
    }

    private string Cpf()
    {
        var d = Digits(9);
        foreach (var first in (int[])[10, 11])
            d += d.Select((c, i) => (c - '0') * (first - i)).Sum() * 10 % 11 % 10;
        return Pick($"Meu CPF é «{d[..3]}.{d[3..6]}.{d[6..9]}-{d[9..]}».", $"CPF «{d}»", $"Anotaram «{d[..3]}.{d[3..6]}.{d[6..9]}-{d[9..]}».", $"cpf: «{d[..3]} {d[3..6]} {d[6..9]} {d[9..]}»");
    }

    private string Aadhaar()
    {
        var d = Fit("5" + Digits(10), 12, Verhoeff);
        return Pick($"My Aadhaar is «{d[..4]} {d[4..8]} {d[8..]}».", $"Aadhar no. «{d}»", $"aadhaar number «{d[..4]}-{d[4..8]}-{d[8..]}»", $"They noted «{d[..4]} {d[4..8]} {d[8..]}».");
    }

    private static bool Verhoeff(string number)
    {
        // The dihedral group worked out, not looked up: 0..4 turn, 5..9 mirror.
        static int Times(int a, int b) => a < 5 ? (b < 5 ? (a + b) % 5 : 5 + (a + b - 5) % 5) : b < 5 ? 5 + (a - 5 - b + 5) % 5 : (a - b + 5) % 5;
        int[] step = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
        var check = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var digit = number[^(i + 1)] - '0';
            for (var turn = 0; turn < i % 8; turn++)
                digit = step[digit];
            check = Times(check, digit);
        }
        return check == 0;
    }

    private static bool Luhn(string number) => number.Reverse().Select((c, i) => (c - '0') * (i % 2 + 1)).Sum(p => p / 10 + p % 10) % 10 == 0;

    private static bool Iso11(string number)
    {
        var product = 10;
        foreach (var c in number[..^1])
        {
            var sum = (c - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        var check = 11 - product;
        return number[^1] - '0' == (check == 10 ? 0 : check);
    }

    /// <summary>The digits with the one behind them that fits; other digits before it where none does.</summary>
    private string Fit(string digits, int length, Func<string, bool> fits)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            for (var last = '0'; last <= '9'; last++)
            {
                if (fits(digits + last))
                    return digits + last;
            }
            digits = digits[..^1] + Digits(1);
        }
        return digits.Length == length ? digits : "";
    }

    private static int Sum(string digits, params int[] weights) => weights.Select((w, i) => w * (digits[i] - '0')).Sum();

    private string Date(string format) => new DateOnly(random.Next(1950, 2000), random.Next(1, 13), random.Next(1, 29)).ToString(format, CultureInfo.InvariantCulture);

    private string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + random.Next(10))));

    private T Pick<T>(params T[] options) => options[random.Next(options.Length)];
}
