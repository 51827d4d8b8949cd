using System.Text;

namespace Feedback.Indicators.Tests.Text.Planted;

/// <summary>An invented staff list, and how colleagues write its names.</summary>
internal sealed class PlantedNames
{
    private static readonly string[] Given =
    [
        "Anna", "Thomas", "Jürgen", "Sabine", "Maria", "José", "Chloé", "François", "Seán", "Aoife", "Søren", "Łukasz", "Agnieszka", "Mehmet", "Ayşe", "Priya", "Nguyệt", "Emily", "Oliver", "Lars", "Ingrid", "Zoë", "Björn", "Katarzyna", "Giulia", "Noor", "Mark", "Will", "Grace", "Rose", "Claire", "Ernst", "Anne-Marie", "Jean-Luc",
    ];

    private static readonly string[] Family =
    [
        "Schmidt", "Müller", "Weiß", "García López", "Dubois", "O'Brien", "van der Berg", "de Vries", "von Hagen", "Smith", "Johnson", "Kowalski", "Yılmaz", "Sharma", "Andersson", "Ødegård", "Rossi", "Fernández", "Müller-Lüdenscheidt", "Nowak", "Price", "May", "Young", "Koch", "König", "Lefèvre", "D'Angelo", "Petrović", "Schäfer", "Ibrahim", "MacDonald",
    ];

    private static readonly string[] Uncased = ["王小明", "李娜", "佐藤健", "田中美咲", "김철수", "박지영", "محمد علي", "فاطمة حسن", "דוד כהן", "สมชาย ใจดี"];

    private readonly Random _random;
    private readonly (string Given, string Family)[] _people;

    public PlantedNames(Random random)
    {
        _random = random;
        _people = [.. Enumerable.Range(0, 300).Select(_ => (Pick(Given) + (random.Next(5) == 0 ? " " + Pick(Given) : ""), Pick(Family))).Distinct()];
        List = [.. _people.Select(p => random.Next(4) == 0 ? $"{p.Family}, {p.Given}" : $"{p.Given} {p.Family}"), .. Uncased, "Hrabyová"];
    }

    /// <summary>The staff list.</summary>
    public IReadOnlyList<string> List { get; }

    public string Name()
    {
        if (_random.Next(12) == 0)
        {
            var uncased = Pick(Uncased);
            return Pick($"我和«{uncased}»说过。", $"«{uncased}»さんに聞きました。", $"قال «{uncased}» ذلك", $"Thanks to «{uncased}»!", $"«{uncased}» helped me.");
        }
        var (given, family) = _people[_random.Next(_people.Length)];
        var first = given.Split(' ')[0];
        var full = _random.Next(16) switch
        {
            0 => $"{family}, {first}",
            1 => $"{family.ToUpperInvariant()} {first}",
            2 => $"{first[0]}. {family}",
            3 => $"{first} {family[0]}.",
            4 => $"{first} {family}".ToLowerInvariant(),
            5 => $"{first} {family}".ToUpperInvariant(),
            6 => Plain($"{first} {family}"),
            7 => $"{first} {family}".Replace("ü", "ue").Replace("ö", "oe").Replace("ä", "ae").Replace("ß", "ss").Replace("ø", "oe"),
            8 => $"{first} {family}".Normalize(NormalizationForm.FormD),
            9 => $"{first} {(char)('A' + _random.Next(26))}. {family}",
            10 => $"{first.ToLowerInvariant()}.{family.Split(' ')[^1].ToLowerInvariant().Replace("'", "")}",
            11 => $"{given} {family}",
            _ => $"{first} {family}",
        };
        return _random.Next(3) switch
        {
            0 => Pick($"Ask «{full}» about it.", $"«{full}» hat mir geholfen.", $"J'ai parlé avec «{full}» hier.", $"Thanks to «{full}»!", $"«{full}»'s idea was good.", $"Mein Chef («{full}») hört zu.", $"Hablé con «{full}», muy bien.", $"Das war «{full}»."),
            1 => Pick($"I asked «{first}» twice.", $"Mit «{first}» rede ich gern.", $"Merci «{first}» !", $"Only «{first}»'s team answers.", $"Hi «{first}», please read this.", $"Es war toll, dass «{first}» zugehört hat.", $"Creo que «{first}» ayuda mucho."),
            _ => Pick($"Frau «{family}» hört nicht zu.", $"Mr «{family}» promised it.", $"Herr «{family}» war da.", $"Mme «{family}» est partie.", $"I told Ms. «{family}» in time.", $"Ask Dr. «{family}» for it.", $"La señora «{family}» me ayudó.", $"dhr. «{family}» is aardig"),
        };
    }

    private static string Plain(string name) => string.Concat(name.Normalize(NormalizationForm.FormD).Where(c => c is < '\u0300' or > '\u036f')).Replace("ß", "ss").Replace("ø", "o").Replace("Ø", "O").Replace("ł", "l").Replace("Ł", "L").Replace("ı", "i");

    private T Pick<T>(params T[] options) => options[_random.Next(options.Length)];
}
