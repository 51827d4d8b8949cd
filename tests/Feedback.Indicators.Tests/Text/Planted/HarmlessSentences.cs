namespace Feedback.Indicators.Tests.Text.Planted;

/// <summary>What people write that leads to nobody, with all the numbers there are in it.</summary>
internal sealed class HarmlessSentences(Random random)
{
    private static readonly string[] Words =
    [
        "The lunch in the canteen was cold again, and nobody cares.", "Die Kommunikation zwischen den Abteilungen ist schlecht.", "Mon équipe est super, mais le bruit est insupportable.", "La comida de la cantina es muy buena.", "Il parcheggio è sempre pieno.",
        "De airco doet het niet op de derde verdieping.", "I may apply in May if the price is right. Will it be open?", "Der Koch in der Kantine kocht gut, und Weiß ist keine gute Farbe für Wände.", "Mark my words: it will get worse. Young people leave.", "Grace periods are short; rose gardens are nice.",
        "Ich finde z.B. die Schulung gut, d.h. sie hilft i.d.R. sofort.", "We use ASP.NET, Node.js, C++ and C#.", "either/or, and/or, he/she, 24/7 support", "Please look at the dot in the corner of the screen.", "We arrived at a point in time when nothing worked.", "Je suis au service client depuis longtemps.",
        "Gut.Aber es geht besser.Danke!", "std::vector and a::b", "5 stars!!! :-) <3", "Mehr Geld, mehr Urlaub @ home office", "The Berlin office is better than Paris or London.", "Das Team in München ist am Montag und im März super.", "My manager listens to me.", "Warum wird nie etwas geändert?",
        "To be honest (IMHO) it is fine.", "¿Por qué no hay más formación?", "待ち時間が長すぎます。", "服务很好，但是价格太高。", "الخدمة جيدة جدا", "Очередь была слишком длинной.", "Kolejka była za długa.", "Ventetiden var for lang, men personalet var venligt.", "Too long; didn't read.", "price/performance ratio", "Thanks!",
    ];

    public string Next() => random.Next(3) == 0 ? Words[random.Next(Words.Length)] : Number();

    private string Number()
    {
        var (n, a, b) = (random.Next(2, 100), random.Next(100, 1000), random.Next(1000, 10000));
        var (day, month, year) = (random.Next(1, 29), random.Next(1, 13), random.Next(1990, 2030));
        return Pick(
            $"It costs {n},{random.Next(100):00} € too much.", $"€1.{a}.000,00 wurden ausgegeben.", $"We paid ${b},{a}.00 for nothing.".Replace($"${b}", $"${n}"), $"CHF {n}'{a}.– im Jahr", $"{n} {a} EUR de budget", $"{n}.{a}.{a} Euro", $"about £{a}k", $"1 000 000 km", $"{n},5 kg und {a} ml", $"{a} 000 000 people", $"USD {b}.{n}",
            $"On {day:00}.{month:00}.{year} it broke.", $"seit {day}.{month}.{year % 100:00}", $"{year}-{month:00}-{day:00} was a bad day", $"{month:00}/{day:00}/{year}", $"from {day:00}.{month:00}.{year} to {day:00}.{month:00}.{year + 1}", $"le {day} avril {year}", $"March {day}, {year}", $"am {day}. März {year} um {day:00}:30", $"{year}-{year + 1}", $"{year}/{(year + 1) % 100:00}", $"im Jahr {year}", $"{day:00}-{month:00}-{year}", $"{year}{month:00}{day:00}.csv",
            $"Open {random.Next(7, 10):00}:00-{random.Next(15, 20)}:30, closed at 12.15 Uhr", $"à 14h{random.Next(10, 60)}", $"10:15:30", $"{random.Next(1, 12)} pm", $"from 8.30 to 17.45", $"after {n} minutes, {n * 60} seconds",
            $"Order {b}-{b} never came.", $"Bestellung {year}{month:00}{day:00}-00{n % 10}", $"Ticket #{b}{b} is open.", $"INC00{b}{n}", $"Rechnung {year}-000{a}", $"RE-{year}-0{a}", $"PO 45000{b}{n % 10}", $"order no. 10{b}{b}", $"Auftrag {b}{b}{n}", $"Bestellnummer: {b}{b}{a}", $"commande n° 1{b}{b}", $"pedido {b}{b}{n % 10}", $"case {b}{a}", $"invoice number {b}{b}{a}",
            $"booking ref. {b}{b}", $"Vorgang {b}/{year}", $"JIRA-{b}", $"order {a}-{b}{a}-{b}{a}", $"SKU {b}-{b}-{n}", $"tracking number {b}{b}{b}", $"EAN 400638{b}{a}", $"ISBN 978-3-16-148410-0", $"ISBN 3-16-{a}{a}-0", $"serial SN: C02X{n}0GTJ{n}", $"Artikel {a}.{a}.{n}", $"Sendung 00340434{b}{b}{b}", $"part 1{b}{n}8A",
            $"Version 10.0.{b}{n}.1", $"v{n % 10}.{n}.{a}", $"1.{n}.3 is broken", $"Windows 11 23H2 build 22631.{b}", $"Chrome 120.0.{b}.{a}", $"iOS 17.{n % 10}.1", $"Office {year}", $"firmware 0.{b}{b}",
            $"room {n % 10}.{n}.00{n % 10}", $"Raum B{n % 10}.{n}", $"Zimmer 0{a}", $"Gebäude {n}, 3. Stock", $"desk 4-{a}", $"Gate B{n}", $"ICE {b}, Wagen {n}", $"flight LH {b}", $"Halle 7a", $"80331 München", $"SW1A 1AA London", $"75008 Paris", $"PLZ {b}{n % 10}",
            $"{n}.5% of us", $"{n} % weniger", $"+{n % 10}% / -{n}%", $"{n}/100", $"0.{b}{b} of it", $"3.1415926{n}", $"score {n % 10} of 10", $"Note 1-2", $"{n}-{n}-{n}", $"50/50, 9/11", $"level {n % 5}", $"{n} x {n} x {n} mm", $"ISO 27001, DIN EN 1090-2", $"§ {n} Abs. 2, Art. 6", $"A4, IP67, 1080p, 4x4", $"iPhone 15, {n} GB", $"{n} Stück @ 10 EUR", $"2@3", $"{n}.{n % 10}, {a}.{n}", $"48.137{n}, 11.575{n}",
            $"CO2, H2O, Covid-19", $"Top-{n}", $"Q{n % 4 + 1} {year}, KW {n % 52}", $"the {n}th time", $"1st, 2nd, 3rd of {a}", $"page {a}", $"chapter {n}.{n % 10}.1", $"about {b} times", $"{b} employees", $"{n} of {a} tasks", $"1:{n}", $"2^{n}", $"#{n}", $"N°{n}");
    }

    private T Pick<T>(params T[] options) => options[random.Next(options.Length)];
}
