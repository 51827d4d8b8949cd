using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Api.Releases;
using Feedback.Indicators;

namespace Feedback.Api.Features.Periods;

/// <summary>Closes a period, if it is still open, and publishes it for the employee surveys on its grid. What is released is never changed.</summary>
public sealed class ReleasePeriod : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/periods/{period}/release", Handle)
        .WithName("ReleasePeriod")
        .WithTags("Periods")
        .For(KeyScope.Admin)
        .Produces<PeriodView>(200)
        .Produces<PeriodView>(202)
        .Problems(400, 401, 403, 404, 409, 503);

    private static async Task<IResult> Handle(HttpContext context, string period, Database database, CatalogueCache catalogue, FrozenReleases frozen, ReleaseRunner runner, Settings settings, OrganisationClock clock)
    {
        var today = Days.Date(clock.DayOf(clock.Now));
        if (SurveysOn(period, await catalogue.Refresh(context.RequestAborted), today) is not { } named) return Problem.NotFound(ProblemCodes.UnknownPeriod, "No employee survey has such a period.");
        if (named.HasNotBegun) return Problem.Conflict(ProblemCodes.PeriodNotBegun, "The period has not begun.");
        var wasReleased = await Close(named.Parts, context, database, settings, clock);
        var snapshot = await catalogue.Refresh(CancellationToken.None);
        foreach (var (survey, number) in named.Parts)
        {
            if (snapshot.Survey(survey)!.Periods.GetValueOrDefault(number)?.State == PeriodState.Closed) runner.Ask(survey, number);
        }
        await using var session = await database.Read(context.RequestAborted);
        var view = (await new PeriodList(new ReadPeriodsScope(session, snapshot, frozen, runner, clock, settings.MinimumGroup)).Read()).First(p => p.Period == period);
        return wasReleased ? TypedResults.Ok(view) : TypedResults.Accepted($"/v1/periods/{period}", view);
    }

    /// <summary>The surveys on the period's grid, the service's own with those of the calendar; null where there is none, or the text is no period.</summary>
    private static (IReadOnlyList<(int Survey, int Number)> Parts, bool HasNotBegun)? SurveysOn(string period, CatalogueSnapshot catalogue, DateOnly today)
    {
        if (PeriodGrid.Find(catalogue, period) is var (own, wave))
            return wave <= PeriodGrid.OpenFor(own, Days.Number(today)) ? ([(own.Id, wave)], false) : null;
        if (CalendarPeriods.Number(period) is not { } number) return null;
        var on = catalogue.Of(Audience.Employee).Where(s => s.Grid == PeriodGrid.GridOf(number)).ToList();
        if (on.All(s => s.IsBuiltIn)) return null;
        return ([.. on.Select(s => (s.Id, number))], CalendarPeriods.Of(number).From > today);
    }

    /// <summary>Closes what is open.</summary>
    /// <returns>Whether everything had been released, or merged, before.</returns>
    private static async Task<bool> Close(IReadOnlyList<(int Survey, int Number)> parts, HttpContext context, Database database, Settings settings, OrganisationClock clock)
    {
        await using var session = await database.Write(context.RequestAborted);
        await session.Run(Queries.RaiseStamp);
        var current = await CatalogueReader.Read(session);
        var open = parts.Select(p => (Survey: current.Survey(p.Survey)!, p.Number)).Where(p => !p.Survey.Periods.ContainsKey(p.Number)).ToList();
        foreach (var (survey, number) in open) await PeriodClosing.Close(session, survey, number, current.Units, survey.MinimumGroup ?? settings.MinimumGroup, context.Caller().Key.Id, clock);
        if (open.Count > 0) await session.Commit();
        return open.Count == 0 && parts.All(p => current.Survey(p.Survey)!.Periods[p.Number].State != PeriodState.Closed);
    }
}
