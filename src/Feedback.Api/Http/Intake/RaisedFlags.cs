using System.Security.Cryptography;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Http.Intake;

/// <summary>A concern as a champion sees it, without its text.</summary>
/// <param name="Row">As it is stored.</param>
/// <param name="Audience">Who raised it.</param>
/// <param name="Unit">The unit that shows it; null for the whole organisation.</param>
/// <param name="State">How far it has come.</param>
public sealed record RaisedFlag(FlagRow Row, Audience Audience, string? Unit, FlagState State);

/// <summary>Which concerns a key sees: those of its audience that its units, or units below them, show; of employees those of weeks that are over. Test responses raise none.</summary>
public sealed class RaisedFlags(FlagThreads threads, Cohorts cohorts, Settings settings, OrganisationClock clock)
{
    /// <summary>What a concern is raised as.</summary>
    internal static NewFlag Raise(ResponseDraft draft, CatalogueSnapshot snapshot, OrganisationClock clock)
    {
        var unit = draft.About[Array.IndexOf(draft.Survey.Dimensions, ResponseRules.Unit)];
        var node = draft.Survey.Audience == Audience.Customer ? unit : new FlagPlaces(snapshot.Units, draft.Survey.MinimumGroup!.Value).Of(unit);
        // The day on which it came in, whatever it says: a day in the past would be seen at once, and tell when it came.
        return new NewFlag(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), Days.Monday(clock.DayOf(clock.Now)), node);
    }

    /// <summary>The Monday of the present week, yyyymmdd.</summary>
    public int Week => Days.Monday(clock.DayOf(clock.Now));

    /// <summary>Every concern that the caller sees, in no order.</summary>
    public async Task<List<RaisedFlag>> Read(Session session, Caller caller)
    {
        await cohorts.CatchUp(session);
        var seen = new List<RaisedFlag>();
        foreach (var survey in SurveysOf(caller))
        {
            var steps = (await session.Rows<FlagStep>(Queries.ReadFlagSteps, new { Survey = survey.Id })).ToLookup(s => s.Response);
            var places = PlacesOf(caller, survey);
            seen.AddRange((await session.Rows<FlagRow>(Queries.ReadFlags, new { Survey = survey.Id })).Select(row => Seen(caller, survey, places, row, steps[row.Response])).OfType<RaisedFlag>());
        }
        return seen;
    }

    /// <summary>The concern with the key, if the caller sees it.</summary>
    public async Task<RaisedFlag?> Find(Session session, Caller caller, string key)
    {
        if (key.Length != 32 || await session.Row<FlagRow>(Queries.FindFlagByKey, new { FlagKey = key }) is not { } row) return null;
        if (SurveysOf(caller).FirstOrDefault(s => s.Id == row.Survey) is not { } survey) return null;
        await cohorts.CatchUp(session);
        return Seen(caller, survey, PlacesOf(caller, survey), row, await session.Rows<FlagStep>(Queries.ReadFlagMessages, new { row.Response }));
    }

    /// <summary>What was said about a concern, as the caller sees it.</summary>
    public async Task<FlagThread> ThreadOf(Session session, RaisedFlag flag) =>
        FlagThread.OfChampion(flag.Row, await threads.TextOf(session, flag.Row), await threads.StepsOf(session, flag.Row), flag.Audience == Audience.Employee, Week);

    private static IEnumerable<Survey> SurveysOf(Caller caller) =>
        ((Audience[])[Audience.Customer, Audience.Employee]).Where(caller.MayTouch).SelectMany(caller.Catalogue.Of).Where(s => s.IsBuiltIn);

    /// <summary>Which units show employees' concerns; customers' stand where they are.</summary>
    private FlagPlaces? PlacesOf(Caller caller, Survey survey) => survey.Audience == Audience.Customer ? null : new FlagPlaces(caller.Catalogue.Units, survey.MinimumGroup ?? settings.MinimumGroup);

    private RaisedFlag? Seen(Caller caller, Survey survey, FlagPlaces? places, FlagRow row, IEnumerable<FlagStep> steps)
    {
        var isEmployee = places is not null;
        if (cohorts.Of(survey.Id, row.Cohort).IsTest || isEmployee && row.Week >= Week) return null;
        var unit = isEmployee ? places!.Of(row.Node) : row.Node;
        if (unit is null && places is { HasWhole: false } || !SeesUnit(caller, unit)) return null;
        return new RaisedFlag(row, survey.Audience, unit, FlagThread.StateFor(steps, isEmployee, Week));
    }

    private static bool SeesUnit(Caller caller, string? unit) =>
        caller.Key.Units.Count == 0 || unit is not null && caller.Catalogue.Units.Upward(unit).Any(u => caller.Key.Units.Contains(u.Code));
}
