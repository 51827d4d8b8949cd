using System.Globalization;
using System.Text.Json;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Indicators;

namespace Feedback.Api.Demo;

/// <summary>The demo's keys in plain text. A demo store keeps them readable, so that a second start can show them again.</summary>
/// <param name="Admin">Everything.</param>
/// <param name="Read">Figures.</param>
/// <param name="Ingest">Responses of customers, from anywhere.</param>
/// <param name="Shop">Responses of customers, from the sample pages.</param>
/// <param name="Intranet">Responses of employees, from the sample pages.</param>
/// <param name="Champion">Concerns.</param>
public sealed record DemoKeys(string Admin, string Read, string Ingest, string Shop, string Intranet, string Champion);

/// <summary>Writes what must be there before the first answer: the marker, the units, the surveys, the keys. One transaction.</summary>
internal static class DemoCatalogue
{
    /// <summary>Settings of the store: which demo it holds, its keys, and that every answer is in.</summary>
    public const string MarkerSetting = "demo", KeysSetting = "demo.keys", CompleteSetting = "demo.complete";

    /// <summary>Where <c>samples/site</c> serves its pages.</summary>
    public const string SampleSite = "http://localhost:5090";

    public static async Task<DemoKeys> Write(Session session, DemoOptions options, DateOnly today, TimeProvider time)
    {
        await session.Run(Queries.InsertSetting, new { Name = MarkerSetting, Value = new DemoMarker(DemoMarker.PresentVersion, options.Seed, today).ToText() });
        foreach (var unit in DemoUnits.Tree(options.People)) await session.Run(Queries.InsertUnit, unit with { ChangedAt = time.GetUtcNow().ToUnixTimeMilliseconds() });
        await Publishing.Publish(session, DemoSurveys.Customers, DemoSurveys.OfCustomers, Settings.DefaultMinimumGroup, time);
        await Publishing.Publish(session, DemoSurveys.Employees, DemoSurveys.OfEmployees, Settings.DefaultMinimumGroup, time);
        await WriteAdditions(session, options, new DemoCalendar(today), time);
        var keys = new DemoKeys(
            await MakeKey(session, "demo: everything", KeyScope.Admin, null, [], time),
            await MakeKey(session, "demo: BI tools", KeyScope.Read, null, [], time),
            await MakeKey(session, "demo: widgets", KeyScope.Ingest, Audience.Customer, [], time),
            await MakeKey(session, "demo: sample shop", KeyScope.Ingest, Audience.Customer, [SampleSite], time),
            await MakeKey(session, "demo: sample intranet", KeyScope.Ingest, Audience.Employee, [SampleSite], time),
            await MakeKey(session, "demo: champions", KeyScope.Champion, null, [], time));
        await session.Run(Queries.InsertSetting, new { Name = KeysSetting, Value = JsonSerializer.Serialize(keys) });
        return keys;
    }

    /// <summary>What the organisation adds to its answers.</summary>
    private static async Task WriteAdditions(Session session, DemoOptions options, DemoCalendar calendar, TimeProvider time)
    {
        foreach (var initiative in DemoInitiatives.All) await Initiatives.Put(session, initiative.ToStored(calendar));
        await Targets.Replace(session, DemoTargets.Make(calendar));
        foreach (var outcome in CompanyOutcomes.All) await Outcomes.Replace(session, outcome.Name, outcome.Values(options, calendar));
        var published = await CatalogueReader.Read(session);
        await Invitations.Set(session, [.. DemoInvitations.OfCustomers(published.Survey(DemoSurveys.Customers)!, options, calendar),
            .. DemoInvitations.OfEmployees(published.Survey(DemoSurveys.Employees)!, options, calendar)], time);
    }

    private static async Task<string> MakeKey(Session session, string name, KeyScope scope, Audience? audience, string[] origins, TimeProvider time)
    {
        var (key, stored) = NewKey.Make(name, scope, audience, origins, null, time.GetUtcNow());
        await NewKey.Insert(session, stored);
        return key;
    }
}

/// <summary>Which demo a store holds: the version of what it is made of, its seed, and the day it was made on.</summary>
internal sealed record DemoMarker(int Version, int Seed, DateOnly Day)
{
    /// <summary>Raised with every change of what the demo holds.</summary>
    public const int PresentVersion = 8;

    /// <summary>Whether it is what would be made today: a demo of an earlier month ends too early.</summary>
    public bool IsCurrent(int? seed, DateOnly today) =>
        Version == PresentVersion && (seed is null || seed == Seed) && (Day.Year, Day.Month) == (today.Year, today.Month);

    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Version} {Seed} {Day:yyyy-MM-dd}");

    public static DemoMarker? Parse(string text) =>
        text.Split(' ') is [var version, var seed, var day]
        && int.TryParse(version, CultureInfo.InvariantCulture, out var v)
        && int.TryParse(seed, CultureInfo.InvariantCulture, out var s)
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) ? new DemoMarker(v, s, d) : null;
}
