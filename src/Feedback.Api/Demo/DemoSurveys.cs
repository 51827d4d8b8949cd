using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Demo;

/// <summary>The two surveys of the demo, as they would be published over HTTP.</summary>
internal static class DemoSurveys
{
    public const string Customers = "customer-experience", Employees = "employee-pulse";

    /// <summary>The item that takes a comment, in both.</summary>
    public const string Comment = "comment";

    public const string Channel = "channel", Level = "level", Location = "location";

    public static readonly string[] Channels = ["app", "branch", "chat", "mail", "phone", "web"];

    public static readonly string[] Levels = ["senior", "middle", "frontline"];

    public static SurveyDefinition OfCustomers { get; } = new()
    {
        Audience = Audience.Customer,
        Title = Text("How was it at Meridian?", "Wie war es bei Meridian?"),
        Description = Text("Leave out what you did not come across. It takes about three minutes.", "Lassen Sie aus, was Ihnen nicht begegnet ist. Es dauert etwa drei Minuten."),
        Thanks = Text("The branches, the contact centre and the app team read what you wrote.", "Die Filialen, das Servicecenter und das App-Team lesen, was Sie geschrieben haben."),
        Dimensions = [new(Channel, Channels)],
        Page = true,
        Items =
        [
            Touchpoint("finding", "Finding the right place or page", "Den richtigen Ort oder die richtige Seite finden"),
            Touchpoint("waiting", "Waiting time", "Wartezeit"),
            Touchpoint("welcome", "The welcome", "Der Empfang"),
            Touchpoint("advice", "Advice on my question", "Beratung zu meiner Frage"),
            Touchpoint("information", "Clear information", "Klare Informationen"),
            Touchpoint("forms", "Forms and signatures", "Formulare und Unterschriften"),
            Touchpoint("solution", "The solution I got", "Die Lösung, die ich bekam"),
            Touchpoint("follow-up", "What happened afterwards", "Was danach geschah"),
            Agree("capability", "Meridian does good work.", "Meridian leistet gute Arbeit.", 7, "trust.capability"),
            Agree("reliability", "Meridian keeps what it promises.", "Meridian hält, was es verspricht.", 7, "trust.reliability"),
            Agree("transparency", "Meridian says openly what things cost and why.", "Meridian sagt offen, was etwas kostet und warum.", 7, "trust.transparency"),
            Agree("humanity", "Meridian treats me as a person.", "Meridian behandelt mich als Menschen.", 7, "trust.humanity"),
            Agree("outcome", "I would rely on Meridian again.", "Ich würde mich wieder auf Meridian verlassen.", 7, "trust.outcome"),
            Rating("satisfaction", Text("How satisfied are you on the whole?", "Wie zufrieden sind Sie insgesamt?"), 1, 5, "satisfaction", Text("Very dissatisfied", "Sehr unzufrieden"), Text("Very satisfied", "Sehr zufrieden")),
            Rating("effort", Text("How much effort did it take you?", "Wie viel Mühe hat es Sie gekostet?"), 1, 7, "effort", Text("Very little", "Sehr wenig"), Text("Very much", "Sehr viel")) with { Reversed = true },
            Recommend("How likely are you to recommend Meridian?", "Wie wahrscheinlich empfehlen Sie Meridian weiter?"),
            new() { Code = Comment, Kind = ItemKind.Text, Text = WhatToKnow },
        ],
    };

    public static SurveyDefinition OfEmployees { get; } = new()
    {
        Audience = Audience.Employee,
        Title = Text("Monthly pulse", "Monatspuls"),
        Dimensions = [new(Level, Levels), new(Location, DemoUnits.Sites)],
        Page = true,
        Period = "month",
        Access = "code",
        Drivers =
        [
            Question("outcome", "capability", "reliability", "transparency", "humanity"),
            Question("engagement", "capability", "reliability", "transparency", "humanity", "collaboration", "contribution"),
            Question("stay", "collaboration", "pace", "recovery", "staffing"),
        ],
        Items =
        [
            Agree("capability", "The management knows its business.", "Die Leitung versteht ihr Geschäft.", 5, "trust.capability"),
            Agree("reliability", "The management keeps what it promises.", "Die Leitung hält, was sie verspricht.", 5, "trust.reliability"),
            Agree("transparency", "The management tells us openly what is going on.", "Die Leitung sagt uns offen, was vor sich geht.", 5, "trust.transparency"),
            Agree("humanity", "The management cares about us as people.", "Der Leitung liegt an uns als Menschen.", 5, "trust.humanity"),
            Agree("outcome", "I would follow the management through a difficult change.", "Ich würde der Leitung durch eine schwierige Veränderung folgen.", 5, "trust.outcome"),
            Agree("pride", "I am proud when I tell others I am part of Meridian.", "Ich bin stolz, wenn ich anderen sage, dass ich zu Meridian gehöre.", 5, "engagement.pride"),
            Agree("advocacy", "I would recommend Meridian as a great place to work.", "Ich würde Meridian als guten Arbeitsplatz empfehlen.", 5, "engagement.advocacy"),
            Agree("attachment", "I feel a strong personal attachment to Meridian.", "Ich fühle mich Meridian persönlich stark verbunden.", 5, "engagement.attachment"),
            Agree("inspiration", "Meridian inspires me to do the best in my job.", "Meridian regt mich an, in meiner Arbeit mein Bestes zu geben.", 5, "engagement.inspiration"),
            Agree("motivation", "Meridian motivates me to help it achieve its objectives.", "Meridian motiviert mich, zu seinen Zielen beizutragen.", 5, "engagement.motivation"),
            Agree("objectives", "I understand the objectives of Meridian.", "Ich verstehe die Ziele von Meridian.", 5, "purpose.objectives"),
            Agree("contribution", "I know what my work contributes to them.", "Ich weiß, was meine Arbeit zu ihnen beiträgt.", 5, "purpose.contribution"),
            Agree("need", "I see why we have to change.", "Ich sehe, warum wir uns verändern müssen.", 5, "readiness.need"),
            Agree("appropriateness", "What we are changing is the right thing.", "Was wir verändern, ist das Richtige.", 5, "readiness.appropriateness"),
            Agree("leadership", "Our leaders stand behind the change.", "Unsere Führungskräfte stehen hinter der Veränderung.", 5, "readiness.leadership"),
            Agree("training", "I have what I need to work in the new way.", "Ich habe, was ich brauche, um auf die neue Weise zu arbeiten.", 5, "readiness.capability"),
            Agree("benefit", "I will be better off after the change.", "Nach der Veränderung wird es mir besser gehen.", 5, "readiness.benefit"),
            Agree("pace", "I can keep up with the pace of my work.", "Ich kann mit dem Tempo meiner Arbeit mithalten.", 5, "own.workload.pace"),
            Agree("recovery", "I recover well from one working day to the next.", "Ich erhole mich gut von einem Arbeitstag zum nächsten.", 5, "own.workload.recovery"),
            Agree("staffing", "We are enough people for our work.", "Wir sind genug Leute für unsere Arbeit.", 5, "own.workload.staffing"),
            Agree("collaboration", "Other units help us when we need them.", "Andere Einheiten helfen uns, wenn wir sie brauchen.", 5, "collaboration"),
            Recommend("How likely are you to recommend Meridian as an employer?", "Wie wahrscheinlich empfehlen Sie Meridian als Arbeitgeber?"),
            Stay,
            new() { Code = Comment, Kind = ItemKind.Text, Text = WhatToKnow },
        ],
    };

    private static LocalizedText WhatToKnow => Text("What should we know?", "Was sollten wir wissen?");

    private static ItemDefinition Stay => Rating("stay", Text("How long do you want to stay?", "Wie lange möchten Sie bleiben?"), 1, 4, "stay",
        Text("I leave as soon as possible", "Ich gehe, sobald es geht"), Text("Within a year I leave", "Innerhalb eines Jahres gehe ich"),
        Text("At least a year", "Mindestens ein Jahr"), Text("At least three years", "Mindestens drei Jahre"));

    private static ItemDefinition Touchpoint(string code, string text, string german) =>
        Rating(code, Text(text, german), 1, 5, Measure.Experience, Text("Very bad", "Sehr schlecht"), Text("Very good", "Sehr gut")) with { Touchpoint = code };

    private static ItemDefinition Agree(string code, string text, string german, int high, string measures) =>
        Rating(code, Text(text, german), 1, high, measures, Text("Do not agree at all", "Stimme gar nicht zu"), Text("Agree completely", "Stimme völlig zu"));

    private static ItemDefinition Recommend(string text, string german) =>
        Rating("recommend", Text(text, german), 0, 10, "recommend", Text("Not at all likely", "Gar nicht wahrscheinlich"), Text("Extremely likely", "Äußerst wahrscheinlich"));

    /// <summary>A rating with words for its two ends, or for each of its points.</summary>
    private static ItemDefinition Rating(string code, LocalizedText text, int low, int high, string measures, params LocalizedText[] words) => new()
    {
        Code = code,
        Kind = ItemKind.Rating,
        Text = text,
        Low = low,
        High = high,
        Measures = measures,
        Labels = new(words.Select((word, place) => (Point: words.Length == 2 && place == 1 ? high : low + place, word)).ToDictionary(l => l.Point, l => l.word)),
    };

    private static DriverDefinition Question(string outcome, params string[] drivers) => new() { Outcome = outcome, Drivers = drivers };

    private static LocalizedText Text(string english, string german) => new(null, new SortedDictionary<string, string>(StringComparer.Ordinal) { ["en"] = english, ["de"] = german });
}
