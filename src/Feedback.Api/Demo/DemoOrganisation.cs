using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Features.Surveys;
using Feedback.Api.Features.Unprompted;
using Feedback.Api.Http.Intake;
using Feedback.Api.Ingest;
using Feedback.Api.Releases;
using Feedback.Api.Texts;
using Feedback.Indicators;

namespace Feedback.Api.Demo;

/// <summary>
/// Puts the simulated organisation into the store of a running service. First the catalogue, then the customers, so that there
/// is something to see at once, then the employees month by month.
/// </summary>
public sealed class DemoOrganisation(IServiceProvider services, DemoOptions options, Action<string>? say = null)
{
    private readonly Database _database = services.GetRequiredService<Database>();
    private readonly CatalogueCache _catalogue = services.GetRequiredService<CatalogueCache>();
    private readonly OrganisationClock _clock = services.GetRequiredService<OrganisationClock>();
    private readonly Seal _seal = services.GetRequiredService<Seal>();
    private readonly DemoLoader _loader = new(services.GetRequiredService<Inbox>(), services.GetRequiredService<Seal>(),
        services.GetRequiredService<OrganisationClock>(), services.GetRequiredService<CatalogueCache>(), services.GetRequiredService<CommentReaders>());

    /// <summary>Loads everything into a store that holds no units and no surveys yet. The service must have been started, because its writer does the work.</summary>
    /// <exception cref="InvalidOperationException">The store holds an organisation already.</exception>
    public static async Task<DemoKeys> Load(IServiceProvider services, DemoOptions options, CancellationToken cancellation = default)
    {
        var demo = new DemoOrganisation(services, options);
        var present = await demo._catalogue.Refresh(cancellation);
        if (present.Units.All.Any() || present.Surveys.Any()) throw new InvalidOperationException("The store holds an organisation already.");
        DemoKeys keys;
        await using (var session = await demo._database.Write(cancellation))
        {
            keys = await DemoCatalogue.Write(session, options, demo.Today, services.GetRequiredService<TimeProvider>());
            await session.Commit();
        }
        await demo._catalogue.Refresh(cancellation);
        await demo.LoadCustomers(cancellation);
        await demo.LoadEmployees(cancellation);
        return keys;
    }

    private DateOnly Today => Days.Date(_clock.DayOf(_clock.Now));

    /// <summary>Loads every customer's answers.</summary>
    public async Task LoadCustomers(CancellationToken cancellation)
    {
        var answers = new CustomerAnswers(options, new DemoCalendar(Today), Survey(DemoSurveys.Customers), _clock);
        await _loader.Load(answers.Drafts(), cancellation);
        Say($"{options.Customers} responses of customers, {DemoCalendar.WholeMonths} months up to yesterday");
    }

    /// <summary>Raises the demo's concerns, and has them answered.</summary>
    public async Task RaiseConcerns(CancellationToken cancellation)
    {
        var week = Days.Monday(Days.Number(Today));
        int Week(int ago) => Days.Number(Days.Date(week).AddDays(-7 * ago));
        foreach (var (number, concern) in DemoConcerns.All.Index())
        {
            var survey = Survey(FeedbackSurveys.KeyOf(concern.Audience));
            var draft = new ResponseDraft(survey, survey.Current) { Id = DemoConcerns.Receipt(options.Seed, number), Language = "en" };
            draft.About[Array.IndexOf(survey.Dimensions, ResponseRules.Unit)] = concern.Unit;
            draft.Choose(survey.Current.Find(FeedbackSurveys.KindItem)!, Catalogue.Survey.Concern);
            draft.Write(survey.Current.Find(FeedbackSurveys.TextItem)!, concern.Text);
            await _loader.Load([draft], cancellation, d => RaisedFlags.Raise(d, _catalogue.Current, _clock) with { Week = Week(concern.WeeksAgo) });
            await using var session = await _database.Write(cancellation);
            var stored = concern.Audience == Audience.Employee ? _seal.EmployeeId(draft.Id!.Value) : draft.Id!.Value;
            var flag = (await session.Row<FlagRow>(Queries.FindFlagByResponse, new { Id = _database.IdValue(stored) }))!;
            foreach (var (place, step) in concern.Steps.Index())
            {
                await session.Run(Queries.HoldFlag, new { flag.Response });
                await session.Run(Queries.InsertFlagMessage, new { flag.Response, Number = place + 1, Author = step.From, MessageKey = (string?)null, step.Text, Week = Week(step.WeeksAgo) });
            }
            await session.Commit();
        }
        Say($"{DemoConcerns.All.Length} concerns, some of them answered");
    }

    /// <summary>Loads the employees' pulses, and marks the store as complete.</summary>
    public async Task LoadEmployees(CancellationToken cancellation)
    {
        var survey = Survey(DemoSurveys.Employees);
        var calendar = new DemoCalendar(Today);
        var pulses = new EmployeeAnswers(options, calendar, survey, _clock).Pulses();
        // For all pulses at once: one a head and pulse, and one for somebody who tries the pulse out. They do not follow from the seed.
        var codes = new Queue<string>(await IssueCodes(survey, (options.People + 1) * DemoCalendar.WholeMonths, cancellation));
        var month = 0;
        foreach (var pulse in pulses)
        {
            foreach (var draft in pulse) draft.Code = codes.Dequeue();
            await _loader.Load(pulse, cancellation);
            await Release(survey, PeriodGrid.NumberOf(survey.Grid, Days.Number(calendar.Month(month))), cancellation);
            Say($"pulse {calendar.Month(month++):yyyy-MM}: {pulse.Count(d => !d.IsTest)} of {options.People} employees, released");
        }
        await using var session = await _database.Write(cancellation);
        await session.Run(Queries.InsertSetting, new { Name = DemoCatalogue.CompleteSetting, Value = Days.Number(Today).ToString(CultureInfo.InvariantCulture) });
        await session.Commit();
    }

    /// <summary>Closes a pulse and releases it, as an operator would.</summary>
    private async Task Release(Survey survey, int number, CancellationToken cancellation)
    {
        await using (var session = await _database.Write(cancellation))
        {
            await session.Run(Queries.RaiseStamp);
            var current = await CatalogueReader.Read(session);
            await PeriodClosing.Close(session, current.Survey(survey.Id)!, number, current.Units, survey.MinimumGroup!.Value, null, _clock);
            await session.Commit();
        }
        await services.GetRequiredService<ReleaseRunner>().Publish(survey.Id, number, cancellation);
    }

    /// <summary>Single-use codes for people who try the employees' pulse out.</summary>
    public async Task<string[]> Invite(int count, CancellationToken cancellation)
    {
        await _catalogue.Refresh(cancellation);
        return await IssueCodes(Survey(DemoSurveys.Employees), count, cancellation);
    }

    private async Task<string[]> IssueCodes(Survey survey, int count, CancellationToken cancellation)
    {
        await using var session = await _database.Write(cancellation);
        var codes = await MakeCodes.Make(session, survey.Id, count, _seal);
        await session.Commit();
        return codes;
    }

    private Survey Survey(string key) => _catalogue.Current.Survey(key) ?? throw new InvalidOperationException($"The demo's survey {key} is not in the store.");

    private void Say(FormattableString line) => say?.Invoke(FormattableString.Invariant(line));
}
