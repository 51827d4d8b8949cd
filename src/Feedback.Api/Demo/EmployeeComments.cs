namespace Feedback.Api.Demo;

/// <summary>What employees write.</summary>
internal static class EmployeeComments
{
    private const double Mood = 7, German = .05, Named = .75, Remarked = .35;

    private static readonly string[] Praise =
    [
        "Good team, we help each other.", "I like working here.", "My manager listens.", "The training was useful.", "Flexible hours make a big difference to me.",
        "I can see what my work is good for.", "The open questions session was honest.", "We get better at this every month.",
    ];

    private static readonly string[] Neutral =
    [
        "A quiet month.", "More time for training, please.", "The canteen could open earlier.", "Too many meetings.", "It would help to know the plan for next year.",
        "Laptops should be replaced every four years.", "The pulse is a good idea, show us what comes of it.",
    ];

    private static readonly string[] Complaints =
    [
        "Too much work for too few people.", "Promises are made and forgotten.", "I do not know what next year brings.", "Nobody asks us before things are changed.",
        "Overtime has become normal.", "Feedback goes up and nothing comes down.",
    ];

    private static readonly string[] Frontline =
    [
        "Decisions are made at headquarters, we read about them.", "Management has no idea what a day at the counter looks like.", "We have not seen a director here for a year.",
    ];

    private static readonly string[] Senior = ["The strategy is clear and people stand behind it.", "We are on the right way.", "Proud of what we achieved this year."];

    private static readonly string[] Silo =
    [
        "The other departments do not answer our requests.", "Every unit in operations has its own tools and its own rules.", "We learn of changes in the next department by accident.",
        "Handing a case over takes a week.",
    ];

    private static readonly string[] Trouble =
    [
        "The new branch system freezes several times a day.", "Documents get lost in the new system, customers will notice soon.", "Nobody listens when we say the new system does not work.",
        "We keep paper lists because the new system is down.", "The new system was switched on without training.", "Management says the new system works. It does not.",
    ];

    private static readonly string[] GermanTexts = ["Wir brauchen mehr Leute.", "Gutes Team, schlechte Werkzeuge.", "Mehr Zeit für Schulungen, bitte."];

    /// <summary>A text and its language.</summary>
    /// <param name="dice">The numbers.</param>
    /// <param name="turn">Who answers, and when.</param>
    /// <param name="mood">How much better or worse than others this person sees things, in points.</param>
    public static (string Text, string Language) Write(Dice dice, Turn turn, double mood)
    {
        if (dice.Chance(German)) return (dice.Pick(GermanTexts), "de");
        if (Stories.IsTroubledFor(turn) && dice.Chance(Named)) return (dice.Pick(Trouble), "en");
        return (Pick(dice, turn, mood), "en");
    }

    private static string Pick(Dice dice, Turn turn, double mood)
    {
        if (dice.Chance(Remarked))
        {
            var isSilo = DemoUnits.All.Any(u => u.Code == turn.Who.Unit && (u.Parent == Stories.SiloDivision || u.Code == Stories.SiloDivision));
            if (isSilo) return dice.Pick(Silo);
            if (turn.Who.Level == "senior") return dice.Pick(Senior);
            if (turn.Who.Level == "frontline" && mood < 0) return dice.Pick(Frontline);
        }
        return dice.Pick(mood > Mood ? Praise : mood < -Mood ? Complaints : Neutral);
    }
}
