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
        Title = Text("How was it at Meridian?"),
        Dimensions = [new(Channel, Channels)],
        Page = true,
        Items =
        [
            Touchpoint("finding", "Finding the right place or page"),
            Touchpoint("waiting", "Waiting time"),
            Touchpoint("welcome", "The welcome"),
            Touchpoint("advice", "Advice on my question"),
            Touchpoint("information", "Clear information"),
            Touchpoint("forms", "Forms and signatures"),
            Touchpoint("solution", "The solution I got"),
            Touchpoint("follow-up", "What happened afterwards"),
            Rating("capability", "Meridian does good work.", 1, 7, "trust.capability"),
            Rating("reliability", "Meridian keeps what it promises.", 1, 7, "trust.reliability"),
            Rating("transparency", "Meridian says openly what things cost and why.", 1, 7, "trust.transparency"),
            Rating("humanity", "Meridian treats me as a person.", 1, 7, "trust.humanity"),
            Rating("outcome", "I would rely on Meridian again.", 1, 7, "trust.outcome"),
            Rating("satisfaction", "How satisfied are you on the whole?", 1, 5, "satisfaction"),
            Rating("effort", "How much effort did it take you?", 1, 7, "effort") with { Reversed = true },
            Rating("recommend", "How likely are you to recommend Meridian?", 0, 10, "recommend"),
            new() { Code = Comment, Kind = ItemKind.Text, Text = Text("What should we know?") },
        ],
    };

    public static SurveyDefinition OfEmployees { get; } = new()
    {
        Audience = Audience.Employee,
        Title = Text("Monthly pulse"),
        Dimensions = [new(Level, Levels), new(Location, DemoUnits.Sites)],
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
            Agree("capability", "The management knows its business.", "trust.capability"),
            Agree("reliability", "The management keeps what it promises.", "trust.reliability"),
            Agree("transparency", "The management tells us openly what is going on.", "trust.transparency"),
            Agree("humanity", "The management cares about us as people.", "trust.humanity"),
            Agree("outcome", "I would follow the management through a difficult change.", "trust.outcome"),
            Agree("pride", "I am proud when I tell others I am part of Meridian.", "engagement.pride"),
            Agree("advocacy", "I would recommend Meridian as a great place to work.", "engagement.advocacy"),
            Agree("attachment", "I feel a strong personal attachment to Meridian.", "engagement.attachment"),
            Agree("inspiration", "Meridian inspires me to do the best in my job.", "engagement.inspiration"),
            Agree("motivation", "Meridian motivates me to help it achieve its objectives.", "engagement.motivation"),
            Agree("objectives", "I understand the objectives of Meridian.", "purpose.objectives"),
            Agree("contribution", "I know what my work contributes to them.", "purpose.contribution"),
            Agree("need", "I see why we have to change.", "readiness.need"),
            Agree("appropriateness", "What we are changing is the right thing.", "readiness.appropriateness"),
            Agree("leadership", "Our leaders stand behind the change.", "readiness.leadership"),
            Agree("training", "I have what I need to work in the new way.", "readiness.capability"),
            Agree("benefit", "I will be better off after the change.", "readiness.benefit"),
            Agree("pace", "I can keep up with the pace of my work.", "own.workload.pace"),
            Agree("recovery", "I recover well from one working day to the next.", "own.workload.recovery"),
            Agree("staffing", "We are enough people for our work.", "own.workload.staffing"),
            Agree("collaboration", "Other units help us when we need them.", "collaboration"),
            Rating("recommend", "How likely are you to recommend Meridian as an employer?", 0, 10, "recommend"),
            Rating("stay", "How long do you want to stay? 1: leave as soon as possible, 2: within a year, 3: stay at least a year, 4: at least three years", 1, 4, "stay"),
            new() { Code = Comment, Kind = ItemKind.Text, Text = Text("What should we know?") },
        ],
    };

    private static ItemDefinition Touchpoint(string code, string text) => Rating(code, text, 1, 5, Measure.Experience) with { Touchpoint = code };

    private static ItemDefinition Agree(string code, string text, string measures) => Rating(code, text, 1, 5, measures);

    private static ItemDefinition Rating(string code, string text, int low, int high, string measures) =>
        new() { Code = code, Kind = ItemKind.Rating, Text = Text(text), Low = low, High = high, Measures = measures };

    private static DriverDefinition Question(string outcome, params string[] drivers) => new() { Outcome = outcome, Drivers = drivers };

    private static LocalizedText Text(string text) => new(text, null);
}
