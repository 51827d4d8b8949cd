using System.Text;

namespace Feedback.Api.Tests.OData;

/// <summary>Whatever text an option or an address holds, it is answered or refused; the service never fails on it, and repeats none of it.</summary>
public sealed class SurvivingAnyText(string engine) : FeedFixture(engine)
{
    private static readonly string[] Options = ["$filter", "$orderby", "$select", "$top", "$skip", "$count", "$skiptoken", "$format"];

    private static readonly string[] Parts =
    [
        "whole", "text", "day", "flag", "nothing", "key", " ", " ", " ", "eq", "ne", "lt", "and", "or", "not", "in", "has", "add", "mod", "(", ")", "((", "))", ",", "/", "'", "'a'", "''", "\"", "null", "true",
        "1", "-1", "1.5", "1e999", "-0", "NaN", "INF", "99999999999999999999", "2026-01-01", "2026-01-01T00:00:00Z", "2026-99-99", "12:00:00", "duration'P1D'", "guid'x'", "binary'AA'", "geography'POINT(1 1)'",
        "$it", "$count", "@p", "*", "any(x:x eq 1)", "contains(text,'a')", "cast(", "isof(", "desc", "asc", "{}", "[]", "[1,2]", "{\"a\":", ";", "%", "\u0000", "\uFFFD", "é", "😀", "Feedback.", "..", "=", "&", "json", "csv",
    ];

    [Test]
    public async Task Options_are_answered_or_refused()
    {
        var dice = new Random(11);
        for (var i = 0; i < 1_500; i++) await Check($"{InventedRows.SetName}?{Options[dice.Next(8)]}={Uri.EscapeDataString(Any(dice, 1 + dice.Next(8)))}");
    }

    [Test]
    public async Task Keys_are_answered_or_refused()
    {
        var dice = new Random(12);
        for (var i = 0; i < 500; i++) await Check($"Units({Uri.EscapeDataString(Any(dice, dice.Next(5)))}{(dice.Next(4) == 0 ? "" : ")")}");
    }

    private async Task Check(string path)
    {
        using var answer = await Ask(path, "*/*");
        Assert.That((int)answer.StatusCode, Is.AnyOf(200, 400, 404, 406, 501), Uri.UnescapeDataString(path));
    }

    private static string Any(Random dice, int length)
    {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) text.Append(Parts[dice.Next(Parts.Length)]);
        return text.ToString();
    }
}
