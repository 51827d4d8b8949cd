using Feedback.Api.Demo;

namespace Feedback.Api.Tests.Anonymity.Invented;

/// <summary>Makes people of an invented organisation and what they answer.</summary>
internal sealed class PersonMaker(Dice dice)
{
    /// <summary>Standard deviation between people of one team, and of one person's answers, in points.</summary>
    private const double BetweenPeople = 13, WithinPerson = 15;

    private const double Skipped = .03, AtHome = .8;

    private static readonly (string Name, double Share)[] Grades = [("AO", .31), ("EO", .29), ("HEO", .272), ("G7", .111), ("SCS", .017)];
    private static readonly (string Name, double Share)[] Tenures = [("0-1", .14), ("1-3", .22), ("3-10", .38), ("10+", .26)];
    private static readonly (string Name, double Share)[] Ages = [("16-24", .07), ("25-34", .25), ("35-44", .25), ("45-54", .27), ("55+", .16)];
    private static readonly (string Name, double Share)[] Genders = [("f", .53), ("m", .45), ("other", .02)];
    private static readonly (string Name, double Share)[] Contracts = [("permanent", .92), ("fixed", .08)];

    private static readonly Dictionary<string, double> Lifts = new() { ["AO"] = -3, ["EO"] = -1, ["HEO"] = 1, ["G7"] = 5, ["SCS"] = 14 };

    /// <summary>Somebody of a team, with or without answers.</summary>
    public InventedPerson Make(int number, InventedUnit team)
    {
        var profile = new Dictionary<string, string>
        {
            ["grade"] = dice.Named(Grades),
            ["tenure"] = dice.Named(Tenures),
            ["location"] = dice.Chance(AtHome) ? team.Home : $"site{dice.Between(1, 6)}",
            ["gender"] = dice.Named(Genders),
            ["contract"] = dice.Named(Contracts),
            ["age"] = dice.Named(Ages),
        };
        return Answer(new InventedPerson(number, team.Code, profile, dice.Normal(BetweenPeople), NoAnswers), team);
    }

    /// <summary>The same person in the next wave, whose effect follows the present one with a correlation of .8.</summary>
    public InventedPerson Later(InventedPerson person, InventedUnit team) =>
        Answer(person with { Team = team.Code, Effect = .8 * person.Effect + dice.Normal(.6 * BetweenPeople) }, team);

    private static readonly Dictionary<string, int> NoAnswers = [];

    private InventedPerson Answer(InventedPerson person, InventedUnit team)
    {
        var answers = dice.Chance(team.Rate) ? Answers(Lifts[person.Profile["grade"]] + team.Effect + person.Effect) : NoAnswers;
        return person with { Answers = answers };
    }

    private Dictionary<string, int> Answers(double above)
    {
        var answers = new Dictionary<string, int>();
        foreach (var (_, mean, items) in InventedSurvey.Scales)
        {
            foreach (var item in items)
            {
                var score = mean + above + dice.Normal(WithinPerson);
                if (!dice.Chance(Skipped)) answers[item] = Clip(1 + score / 25, 1, 5);
            }
        }
        answers["recommend"] = Clip((60 + above + dice.Normal(WithinPerson)) / 10, 0, 10);
        answers["stay"] = Clip(1 + (60 + above + dice.Normal(25)) / 33, 1, 4);
        answers["effort"] = Clip(5 - (60 + above + dice.Normal(20)) / 25, 1, 5);
        return answers;
    }

    private static int Clip(double value, int low, int high) => Math.Clamp((int)Math.Round(value), low, high);
}
