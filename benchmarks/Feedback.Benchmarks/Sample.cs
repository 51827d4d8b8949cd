using System.Globalization;
using System.Text;

namespace Feedback.Benchmarks;

/// <summary>The survey and the responses that are measured: ten answers, 20 units x 10 channels = 200 cohorts, two years of days; about 1 KB as JSON.</summary>
public static class Sample
{
    public const string Survey = "bench";
    public const int Units = 20, Channels = 10, Days = 730, Answers = 10;

    public static readonly string[] Items = ["capability", "reliability", "transparency", "humanity", "outcome", "satisfaction", "effort", "branch", "phone", "nps"];

    public const string Definition = """
        {"audience":"customer","title":"Benchmark","dimensions":["channel"],"items":[
        {"code":"capability","kind":"rating","low":1,"high":5,"measures":"trust.capability"},
        {"code":"reliability","kind":"rating","low":1,"high":5,"measures":"trust.reliability"},
        {"code":"transparency","kind":"rating","low":1,"high":5,"measures":"trust.transparency"},
        {"code":"humanity","kind":"rating","low":1,"high":5,"measures":"trust.humanity"},
        {"code":"outcome","kind":"rating","low":1,"high":5,"measures":"trust.outcome"},
        {"code":"satisfaction","kind":"rating","low":1,"high":5,"measures":"satisfaction"},
        {"code":"effort","kind":"rating","low":1,"high":5,"measures":"effort"},
        {"code":"branch","kind":"rating","low":1,"high":5,"measures":"experience","touchpoint":"branch"},
        {"code":"phone","kind":"rating","low":1,"high":5,"measures":"experience","touchpoint":"phone"},
        {"code":"nps","kind":"rating","low":0,"high":10,"measures":"recommend"}]}
        """;

    public static string UnitsJson(int units = Units) =>
        "{\"units\":[{\"code\":\"all\",\"name\":\"All\"}," + string.Join(',', Enumerable.Range(0, units).Select(u => $$"""{"code":"u{{u}}","name":"U{{u}}","parent":"all"}""")) + "]}";

    /// <summary>The day of the i-th of two years, counted back from yesterday.</summary>
    public static DateOnly Day(int i) => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1 - i % Days);

    /// <summary>Answer j of response i: deterministic, on the item's scale.</summary>
    public static int Value(long i, int j)
    {
        var mixed = (ulong)(i * 31 + j) * 0x9E3779B97F4A7C15UL;
        mixed ^= mixed >> 29;
        return j == 9 ? (int)(mixed % 11) : 1 + (int)(mixed % 5);
    }

    /// <summary>A response as JSON, of yesterday or of one of the two years' days; padded with blanks to about 1 KB when it is posted alone.</summary>
    public static byte[] Json(long i, Guid id, bool isPadded, bool isHistory)
    {
        var text = new StringBuilder(1024).Append(CultureInfo.InvariantCulture, $$"""{"id":"{{id}}","answeredAt":"{{Day(isHistory ? (int)(i % Days) : 0):yyyy-MM-dd}}T10:15:00Z","language":"en","about":{"unit":"u{{i % Units}}","channel":"c{{i / Units % Channels}}"},"answers":{""");
        for (var j = 0; j < Answers; j++) text.Append(j == 0 ? "" : ",").Append('"').Append(Items[j]).Append("\":").Append(Value(i, j));
        text.Append("}}");
        if (isPadded) text.Append(' ', Math.Max(0, 1024 - text.Length));
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
