namespace Feedback.Api.Demo;

/// <summary>What customers write. Names, numbers and addresses in it are invented, and there so that redaction has something to do.</summary>
internal static class CustomerComments
{
    private const double Mood = 6, German = .06, Personal = .01, Named = .7;

    private static readonly string[] Praise =
    [
        "Friendly and quick, thank you.", "They took the time to explain everything.", "Everything worked the first time.",
        "I got a clear answer and a good solution.", "Very helpful, I felt taken seriously.", "The advice was honest, even about the costs.",
        "Done in five minutes.", "They called me back as promised.", "The forms were already filled in, great.",
    ];

    private static readonly string[] Neutral =
    [
        "It was all right.", "Nothing special, it did what it should.", "Good advice but too many forms.", "Friendly, though I had to wait.",
        "Opening hours in the evening would help.", "I would like a copy of the contract by mail.", "Please explain the fees a little better.",
    ];

    private static readonly Dictionary<string, string[]> Complaints = new()
    {
        ["branch"] = ["I stood in line for half an hour.", "Only one counter was open.", "Nobody knew who was responsible.", "I had to come back twice for one signature."],
        ["phone"] = ["Twenty minutes in the queue, then I was cut off.", "I had to tell my story three times.", "They promised to call back and never did."],
        ["web"] = ["The website logged me out in the middle of the form.", "I could not find the fees anywhere.", "The form did not accept my address."],
        ["chat"] = ["The chat ended before I had an answer.", "It took them ten minutes to write one sentence.", "I was passed on three times in one chat."],
        ["mail"] = ["I waited a week for an answer to my letter.", "The answer did not fit my question.", "They asked for papers that I had sent already."],
        ["app"] = ["The app could be clearer.", "I did not find the transfer limit in the app.", "Scanning the invoice did not work."],
    };

    private static readonly string[] Drift =
    [
        "Since the update the app crashes when I log in.", "The app is getting slower every month.", "The app asks for the code twice and then stops.",
        "Transfers in the app hang, I have to start again.", "The new app is a step back.", "The app shows the wrong balance until I restart it.",
    ];

    private static readonly string[] Trouble =
    [
        "The counter system was down again and nobody could help me.", "They lost my documents in the new system.", "I waited an hour because the new system froze.",
        "Third visit, and my card order is still not in their system.", "Staff were friendly but the computers did not work.", "My appointment had vanished from the new system.",
    ];

    private static readonly string[] GermanPraise = ["Sehr freundlich und schnell.", "Gute Beratung, danke.", "Alles hat auf Anhieb geklappt."];

    private static readonly string[] GermanComplaints = ["Viel zu lange Wartezeit.", "Niemand war zuständig.", "Das Formular war unverständlich."];

    private static readonly string[] Contacts =
    [
        "Please call me on 0155 5550 0142.", "You can reach me at jo.sample@example.com.", "My account is DE02 1203 0000 0000 2020 51.",
    ];

    /// <summary>A text and its language.</summary>
    /// <param name="dice">The numbers.</param>
    /// <param name="visit">What it is about.</param>
    /// <param name="mood">How much better or worse than others this customer found it, in points.</param>
    public static (string Text, string Language) Write(Dice dice, Visit visit, double mood)
    {
        if (dice.Chance(German) && Math.Abs(mood) > Mood) return (dice.Pick(mood > 0 ? GermanPraise : GermanComplaints), "de");
        var text = Pick(dice, visit, mood);
        return (dice.Chance(Personal) ? $"{text} {dice.Pick(Contacts)}" : text, "en");
    }

    private static string Pick(Dice dice, Visit visit, double mood)
    {
        if (Stories.IsTroubledFor(visit) && mood < Mood && dice.Chance(Named)) return dice.Pick(Trouble);
        var hasDrifted = visit.Channel == Stories.DriftingChannel && visit.Month >= Stories.DriftFrom + 2;
        if (hasDrifted && mood < 0 && dice.Chance(Named)) return dice.Pick(Drift);
        if (mood > Mood) return dice.Chance(.3) ? $"{dice.Pick(Praise)} {dice.Pick(Neutral)}" : dice.Pick(Praise);
        return dice.Pick(mood < -Mood ? Complaints[visit.Channel] : Neutral);
    }
}
