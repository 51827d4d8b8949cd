using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;

namespace Feedback.Api.Demo;

/// <summary>Somebody who works there.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Level">Senior, middle or frontline.</param>
/// <param name="Location">The site.</param>
/// <param name="Mildness">How much higher than others this person answers everything, in points.</param>
internal sealed record Employee(string Unit, string Level, string Location, double Mildness);

/// <summary>A person answers the pulse of a month.</summary>
internal sealed record Turn(int Month, DateOnly Day, Employee Who);

/// <summary>What employees answer in each pulse. The people stay; two in a hundred are replaced every month.</summary>
internal sealed class EmployeeAnswers(DemoOptions options, DemoCalendar calendar, Survey survey, OrganisationClock clock)
{
    /// <summary>In every so many pulses somebody sends a test response.</summary>
    private const int TestEvery = 3;

    private const double PersonDeviation = 10, MonthDeviation = 8, ItemDeviation = 15, NotShown = .01, Skipped = .015, Commenting = .22, Leaving = .02, AtHomeSite = .8;

    /// <summary>Of the others, how many write too: in a quiet month, and where there is trouble.</summary>
    private const double AlsoCommenting = .22, CommentingInTrouble = .55;

    private readonly Dice _dice = new(options.Seed, 2);

    /// <summary>For those who write too: what they write moves nobody's answers.</summary>
    private readonly Dice _writing = new(options.Seed, 8);

    /// <summary>One pulse a month in order of month, each in order of day; without codes, which are no part of an answer.</summary>
    public IEnumerable<IReadOnlyList<ResponseDraft>> Pulses()
    {
        var turns = Turns();
        var sheets = Array.ConvertAll(turns, Answer);
        if (options.IsShuffled) new Dice(options.Seed, 4).Shuffle(sheets);
        var drafts = turns.Zip(sheets, (turn, sheet) => (turn.Month, Draft: Draft(turn, sheet))).GroupBy(d => d.Month, d => d.Draft);
        foreach (var pulse in drafts)
        {
            if (pulse.Key % TestEvery == 0) yield return [.. pulse, Test(pulse.Key)];
            else yield return [.. pulse];
        }
    }

    private Turn[] Turns()
    {
        var staff = DemoUnits.Tree(options.People).SelectMany(u => Enumerable.Range(0, u.Headcount!.Value).Select(_ => Hire(u.Code))).ToArray();
        var turns = new List<Turn>(options.People * DemoCalendar.WholeMonths);
        for (var month = 0; month < DemoCalendar.WholeMonths; month++)
        {
            for (var i = 0; i < staff.Length; i++)
            {
                if (_dice.Chance(Leaving)) staff[i] = staff[i] with { Mildness = _dice.Normal(PersonDeviation) };
                if (_dice.Chance(AnswerRate(staff[i]))) turns.Add(new Turn(month, calendar.PulseDay(month, _dice), staff[i]));
            }
        }
        return [.. turns.OrderBy(t => t.Day)];
    }

    private static double AnswerRate(Employee who) => who.Unit == Stories.SilentUnit ? .05 : who.Level switch { "senior" => .74, "middle" => .69, _ => .63 };

    private Employee Hire(string code)
    {
        var unit = DemoUnits.All.Single(u => u.Code == code);
        var level = _dice.Unit();
        return new Employee(
            code,
            level < unit.Seniors ? "senior" : level < unit.Seniors * 1.25 + .2 ? "middle" : "frontline",
            _dice.Chance(AtHomeSite) ? unit.Site : _dice.Pick(DemoUnits.Sites),
            _dice.Normal(PersonDeviation));
    }

    private Sheet Answer(Turn turn)
    {
        var sheet = new Sheet(survey.Current.Items.Count);
        var person = turn.Who.Mildness + _dice.Normal(MonthDeviation);
        foreach (var item in survey.Current.Items.Where(i => i.Kind == ItemKind.Rating))
        {
            var scale = item.Measure!.Split('.')[0];
            sheet.Values[item.Position] = _dice.Chance(NotShown) ? Sheet.NotShown
                : _dice.Chance(Skipped) ? Sheet.Skipped
                : Sheet.Nearest(item, Level(scale) + Stories.Shift(turn, scale) + person + _dice.Normal(ItemDeviation));
        }
        var mood = person + Stories.Shift(turn, "trust");
        if (_dice.Chance(Commenting)) (sheet.Comment, sheet.Language) = EmployeeComments.Write(_dice, turn, mood);
        else if (_writing.Chance(Stories.IsTroubledFor(turn) ? CommentingInTrouble : AlsoCommenting)) (sheet.Comment, sheet.Language) = EmployeeComments.Write(_writing, turn, mood);
        return sheet;
    }

    /// <summary>Where the frontline of a quiet unit stands, in points.</summary>
    private static double Level(string scale) => scale switch { "trust" => 60, "engagement" => 62, "purpose" => 73, "readiness" => 52, "own" => 56, "collaboration" => 60, "recommend" => 74, _ => 65 };

    private ResponseDraft Draft(Turn turn, Sheet sheet)
    {
        var draft = new ResponseDraft(survey, survey.Current) { Id = _dice.Id(), AnsweredAt = clock.NoonOf(turn.Day) };
        sheet.Fill(draft);
        draft.About[Array.IndexOf(survey.Dimensions, ResponseRules.Unit)] = turn.Who.Unit;
        draft.About[Array.IndexOf(survey.Dimensions, DemoSurveys.Level)] = turn.Who.Level;
        draft.About[Array.IndexOf(survey.Dimensions, DemoSurveys.Location)] = turn.Who.Location;
        return draft;
    }

    /// <summary>What somebody sends who tries a pulse out. It takes a code like any other and must not count.</summary>
    private ResponseDraft Test(int month)
    {
        var draft = new ResponseDraft(survey, survey.Current) { Id = _dice.Id(), AnsweredAt = clock.NoonOf(calendar.PulseDay(month, _dice)), IsTest = true };
        foreach (var item in survey.Current.Items.Where(i => i.Kind == ItemKind.Rating)) draft.Rate(item, Sheet.Nearest(item, 100));
        draft.About[Array.IndexOf(survey.Dimensions, ResponseRules.Unit)] = "technology";
        return draft;
    }
}
