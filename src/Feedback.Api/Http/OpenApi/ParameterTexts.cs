using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Feedback.Api.Http.OpenApi;

/// <summary>What the parameters of operations mean, by their names, which mean the same everywhere.</summary>
internal static class ParameterTexts
{
    private static readonly Dictionary<string, string> Path = new()
    {
        ["key"] = "The key of the survey or the change programme.",
        ["name"] = "The outcome's name.",
        ["id"] = "The id.",
        ["version"] = "The number of the version.",
        ["slug"] = "The indicator's name in addresses.",
        ["reference"] = "The reference that was sent with the responses.",
        ["period"] = "2026-11, 2026-Q4, 2026, or a wave key.",
        ["format"] = "How the file or message is written: csv, formbricks, limesurvey-vv, qualtrics-csv, typeform or viva-glint-csv.",
        ["set"] = "The entity set, by its name in the service document; ('KEY') behind it asks for one row.",
    };

    private static readonly Dictionary<(string Operation, string Name), string> OwnPath = new()
    {
        [("ReadThread", "id")] = "The id of the concern, which is the receipt. It is a secret: it belongs in no log and no link.",
        [("ReplyToThread", "id")] = "The id of the concern, which is the receipt. It is a secret: it belongs in no log and no link.",
        [("AnswerFlag", "key")] = "The key of the flag, as the list has it.",
        [("CloseFlag", "key")] = "The key of the flag, as the list has it.",
    };

    private static readonly Dictionary<string, string> Query = new()
    {
        ["limit"] = "How many entries a page has at most. CSV and NDJSON without it hold everything; with it the cursor stands in X-Next-Cursor.",
        ["cursor"] = "The nextCursor of the page before.",
        ["format"] = "Another form of the answer than the usual one: of lists csv or ndjson, as the Accept header may ask for too.",
        ["survey"] = "A survey's key; repeatable. This or audience is required.",
        ["audience"] = "customer or employee. This or survey is required; early warnings: both without it.",
        ["from"] = "The first day, such as 2026-01-01; figures of customers only.",
        ["to"] = "The day after the last; figures of customers only. Early warnings: the last whole week ends by it.",
        ["alarm"] = "true or false: rows with, or without, an alarm alone.",
        ["originals"] = "true: texts as they were sent, of surveys that keep that (keepOriginalText); else masked.",
        ["topic"] = "A topic's code.",
        ["indicator"] = "The scale or measure whose score is watched.",
        ["v"] = "Anything; another one makes browsers fetch the script anew.",
        ["key"] = "The id of a key, living or revoked; not the key itself.",
        ["period"] = "2026-11, 2026-Q4, 2026, or a wave key; employees are served by closed period only.",
        ["state"] = "waiting, delivered, failed or dropped; all of them without it.",
        ["unit"] = "The code of a unit: what it shows, or one below it.",
        ["interval"] = "week, month, quarter or year: a series, one row an interval in the organisation's time zone.",
        ["by"] = "Up to two dimensions, comma-separated; touchpoint (item) and item (hierarchy-gap) count as one.",
        ["where"] = "dimension:value; repeatable. A unit includes its descendants. Employees: one unit and two other dimensions at most, those of by included; no lists, ranges or patterns, unless the survey lists such a value. Comments: unit:CODE once, for what that unit itself shows. Early warnings: unit:CODE picks the unit's rows; other dimensions are for customers.",
        ["item"] = "An item's code.",
        ["measure"] = "A scale, a measure or item:CODE that the figure is worked out on. scale: the scale. inertia: every rating item without it. early-warning: topics, or topic:CODE, for how many mention it. alignment: that of the audience asked for.",
        ["with"] = "alignment: the scale, measure or item:CODE of the other audience.",
        ["over"] = "consistency: facets, comma-separated: touchpoint, time, dimensions; silo: the dimension whose values are the groups.",
        ["level"] = "The level of the tree at which units are compared, 1 being the units without a parent; without it units are taken as the answers name them.",
        ["threshold"] = "inertia: an item whose mean in a unit is below this, from 0 to 100, is a problem.",
        ["senior"] = "hierarchy-gap: dimension:value.",
        ["frontline"] = "hierarchy-gap: dimension:value.",
        ["of"] = "change: the slug compared.",
        ["before"] = "change: the earlier period, such as 2026-Q3 or 2026-01-01..2026-04-01; or dimension:value, the group compared with.",
        ["after"] = "change: the later period; or dimension:value, the group compared.",
        ["initiative"] = "change: an initiative's key; its units are compared with the others, before and after it began.",
        ["outcome"] = "drivers: what is explained, an item, a measure or a scale. alignment: the company's own figure that the audience is compared with.",
        ["drivers"] = "drivers: 2 to 10 items, comma-separated. Employees: a question that the survey declared before the period was released.",
        ["lag"] = "alignment: periods by which customers follow.",
        ["weighted"] = "True for weighted figures.",
        ["includeTest"] = "True to count test responses too.",
        ["lang"] = "A language tag: the page in this language, as near as there is. Without it Accept-Language decides.",
        ["view"] = "all or steps: every question at once, or one a screen.",
        ["code"] = "The invitation code, where the survey asks for one.",
        ["invitedOn"] = "The day the invitation went out.",
        ["test"] = "True marks what is sent as a test, which is left out of figures.",
        ["about.unit"] = "The unit the answers are about. Every other dimension likewise: about.NAME.",
        ["dryRun"] = "True to check every row and store none.",
        ["$select"] = "Columns, comma-separated; all without it.",
        ["$filter"] = "eq ne lt le gt ge of columns and literals, and, or, parentheses. Days are 2026-11-01, instants 2026-11-21T10:15:00Z, texts 'in quotes'.",
        ["$orderby"] = "Columns, each with asc or desc, comma-separated; the set's own order without it.",
        ["$top"] = "How many rows at the most, on all pages together.",
        ["$skip"] = "How many rows are left out at the beginning.",
        ["$count"] = "true to count all rows that match.",
        ["$skiptoken"] = "That of the nextLink of the page before.",
        ["$format"] = "json, csv or ndjson, or one of their media types; goes before the Accept header. csv and ndjson are never cut into pages.",
    };

    /// <summary>Where a name means something else than everywhere: by operation and name.</summary>
    private static readonly Dictionary<(string Operation, string Name), string> Own = new()
    {
        [("ReadComments", "from")] = "Customers: the first day, such as 2026-01-01.",
        [("ReadComments", "to")] = "Customers: the day after the last.",
        [("ReadComments", "period")] = "2026-11, 2026-Q4, 2026, or of employees a wave key. Employees without it: the last released period.",
        [("ReadComments", "item")] = "Customers: the code of the text item that is answered.",
        [("ReadComments", "kind")] = "Customers: idea, concern, praise or question, of unprompted feedback.",
        [("ReadComments", "language")] = "Customers: a language's code such as en, or und where it is not clear.",
        [("ReadComments", "sentiment")] = "Customers: how the comment sounds.",
        [("ReadComments", "topic")] = "Customers: a topic's code.",
        [("ReadComments", "search")] = "Customers: words, \"phrases\" and prefixes*, all of which occur; case and accents do not matter, nothing else means anything. At most 10, and 200 characters.",
        [("ReadComments", "includeTest")] = "Customers: true for comments of test responses too.",
        [("PublishSurvey", "format")] = "surveyjs for a body that is a definition of SurveyJS; native, the usual one, without it.",
        [("PublishSurvey", "audience")] = "Whom a definition of SurveyJS asks; required where it does not say so itself.",
        [("PublishSurvey", "period")] = "Of a definition of SurveyJS for employees: month, quarter, year or wave.",
        [("PublishSurvey", "access")] = "Of a definition of SurveyJS for employees: open or code.",
        [("PublishSurvey", "k")] = "Of a definition of SurveyJS for employees: the fewest people behind any figure, 5 to 50.",
        [("PublishSurvey", "page")] = "Of a definition of SurveyJS: true opens the hosted page to everybody.",
        [("ReadSurvey", "format")] = "surveyjs for an answer that is a definition of SurveyJS; native, the usual one, without it.",
        [("ReadSurveyVersion", "format")] = "surveyjs for an answer that is a definition of SurveyJS; native, the usual one, without it.",
        [("ReadForm", "format")] = "surveyjs for an answer that is a definition of SurveyJS, as its library renders it; native, the usual one, without it.",
        [("SubmitResponse", "format")] = "surveyjs where answers are what the SurveyJS library gives for a definition that was published from it; native, the usual one, without it.",
        [("ImportResponses", "survey")] = "The key of the survey that is answered; required.",
        [("ImportResponses", "part")] = "The file's name among those that may hold equal rows, such as 2026-03-sales: a part of the ids of rows that bring none. Required for plain CSV with neither id nor answeredAt.",
        [("ReadFlags", "audience")] = "customer or employee; both without it.",
        [("ReadFlags", "state")] = "waiting, answered or closed; all of them without it.",
        [("SubmitBatch", "format")] = "surveyjs where answers are what the SurveyJS library gives for a definition that was published from it; native, the usual one, without it.",
    };

    private static readonly HashSet<string> Repeatable = ["survey", "where"];
    private static readonly HashSet<string> Flags = ["weighted", "includeTest", "test", "page", "dryRun"];
    private static readonly HashSet<string> Days = ["from", "to", "invitedOn"];

    public static string? OfPath(string name, string? operation) => OwnPath.GetValueOrDefault((operation ?? "", name)) ?? Path.GetValueOrDefault(name);

    /// <param name="name">The parameter.</param>
    /// <param name="operation">The operation's id.</param>
    public static OpenApiParameter OfQuery(string name, string? operation) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = Own.GetValueOrDefault((operation ?? "", name)) ?? Query.GetValueOrDefault(name),
        Schema = Repeatable.Contains(name) && operation != "ImportResponses" ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = Schema(name) } : Schema(name),
    };

    private static OpenApiSchema Schema(string name) => name switch
    {
        "limit" => new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = Number(Paging.MaximumLimit), Default = JsonValue.Create(Paging.DefaultLimit) },
        "lag" => new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "0" },
        "level" => new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1" },
        "k" => new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "5", Maximum = "50" },
        "threshold" => new OpenApiSchema { Type = JsonSchemaType.Number, Minimum = "0", Maximum = "100", Default = JsonValue.Create(50) },
        "audience" => new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["customer", "employee"] },
        "sentiment" => new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["positive", "negative", "neutral", "unscored"] },
        "view" => new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["all", "steps"] },
        "interval" => new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["week", "month", "quarter", "year"] },
        _ when Flags.Contains(name) => new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = JsonValue.Create(false) },
        _ when Days.Contains(name) => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
        _ => new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
