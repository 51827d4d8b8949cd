using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;

namespace Feedback.Api.Demo;

/// <summary>A customer's contact with the bank, and when it was rated.</summary>
internal sealed record Visit(int Month, DateOnly Day, string Unit, string Channel);

/// <summary>What customers answer: everybody's level of an item, the stories, a person's mildness and the noise of each item.</summary>
internal sealed class CustomerAnswers(DemoOptions options, DemoCalendar calendar, Survey survey, OrganisationClock clock)
{
    private const int TestResponses = 24;
    private const double PersonDeviation = 14, ItemDeviation = 14, NotShown = .15, Skipped = .03, Commenting = .35;

    /// <summary>Of those who would write nothing else, how many do so because of the trouble.</summary>
    private const double CommentingInTrouble = .55;

    /// <summary>Percent in the order of the channels: app, branch, chat, mail, phone, web.</summary>
    public static readonly double[] ChannelShares = [28, 27, 8, 7, 14, 16];

    /// <summary>Cumulated percent: answered in the week of the invitation, one or two weeks later.</summary>
    private static readonly double[] WeeksLater = [75, 95, 100];

    private readonly Dice _dice = new(options.Seed, 1);

    /// <summary>For those who write because of trouble: what they write moves nobody's answers.</summary>
    private readonly Dice _writing = new(options.Seed, 7);

    /// <summary>Every response in order of day, test responses among them.</summary>
    public IEnumerable<ResponseDraft> Drafts()
    {
        var visits = Visits();
        var sheets = Array.ConvertAll(visits, Answer);
        if (options.IsShuffled) new Dice(options.Seed, 3).Shuffle(sheets);
        for (var i = 0; i < visits.Length; i++)
        {
            yield return Draft(visits[i], sheets[i]);
            if ((i + 1L) * TestResponses / visits.Length > (long)i * TestResponses / visits.Length) yield return Test(visits[i]);
        }
    }

    /// <summary>Who came when.</summary>
    private Visit[] Visits()
    {
        var days = calendar.Days();
        var weights = Dice.Cumulated(calendar.CustomerWeights());
        var units = DemoUnits.All.Where(u => u.Customers > 0).ToArray();
        var (unitWeights, channelWeights) = (Dice.Cumulated(units.Select(u => (double)u.Customers)), Dice.Cumulated(ChannelShares));
        var visits = new Visit[options.Customers];
        for (var i = 0; i < visits.Length; i++)
        {
            var day = days[_dice.PickWeighted(weights)];
            visits[i] = new Visit(calendar.NumberOf(day), day, units[_dice.PickWeighted(unitWeights)].Code, DemoSurveys.Channels[_dice.PickWeighted(channelWeights)]);
        }
        return [.. visits.OrderBy(v => v.Day)];
    }

    private Sheet Answer(Visit visit)
    {
        var sheet = new Sheet(survey.Current.Items.Count);
        var person = _dice.Normal(PersonDeviation);
        foreach (var item in survey.Current.Items.Where(i => i.Kind == ItemKind.Rating))
        {
            sheet.Values[item.Position] = item.Touchpoint is not null && _dice.Chance(NotShown) ? Sheet.NotShown
                : _dice.Chance(Skipped) ? Sheet.Skipped
                : Sheet.Nearest(item, Level(item) + Stories.Shift(visit, IsTrust(item)) + person + _dice.Normal(ItemDeviation));
        }
        var mood = person + Stories.Shift(visit, ofTrust: false);
        if (_dice.Chance(Commenting)) (sheet.Comment, sheet.Language) = CustomerComments.Write(_dice, visit, mood);
        else if (Stories.IsTroubledFor(visit) && _writing.Chance(CommentingInTrouble)) (sheet.Comment, sheet.Language) = CustomerComments.Write(_writing, visit, mood);
        return sheet;
    }

    private static bool IsTrust(Item item) => item.Measure?.StartsWith("trust.", StringComparison.Ordinal) == true;

    /// <summary>Where customers of a quiet unit stand, in points.</summary>
    private static double Level(Item item) => item.Code switch
    {
        "finding" => 76,
        "waiting" => 66,
        "welcome" => 80,
        "advice" => 75,
        "information" => 71,
        "forms" => 67,
        "solution" => 74,
        "follow-up" => 68,
        "transparency" => 64,
        "satisfaction" => 74,
        "effort" => 68,
        "recommend" => 80,
        _ => 70,
    };

    private ResponseDraft Draft(Visit visit, Sheet sheet)
    {
        var draft = new ResponseDraft(survey, survey.Current)
        {
            Id = _dice.Id(),
            AnsweredAt = clock.NoonOf(visit.Day).AddSeconds(_dice.Below(14 * 3600) - 5 * 3600),
            Respondent = _dice.Chance(.6) ? $"demo-{_dice.Below(options.Customers)}" : null,
            InvitedOn = DemoCalendar.Monday(visit.Day).AddDays(-7 * _dice.PickWeighted(WeeksLater)),
        };
        sheet.Fill(draft);
        return About(draft, visit);
    }

    /// <summary>What somebody sends who tries the survey out: everything at its best. It must not count.</summary>
    private ResponseDraft Test(Visit visit)
    {
        var draft = new ResponseDraft(survey, survey.Current) { Id = _dice.Id(), AnsweredAt = clock.NoonOf(visit.Day), IsTest = true };
        foreach (var item in survey.Current.Items.Where(i => i.Kind == ItemKind.Rating)) draft.Rate(item, Sheet.Nearest(item, 100));
        return About(draft, visit);
    }

    private ResponseDraft About(ResponseDraft draft, Visit visit)
    {
        draft.About[Array.IndexOf(survey.Dimensions, ResponseRules.Unit)] = visit.Unit;
        draft.About[Array.IndexOf(survey.Dimensions, DemoSurveys.Channel)] = visit.Channel;
        return draft;
    }
}
