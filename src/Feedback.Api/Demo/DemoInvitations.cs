using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Demo;

/// <summary>How many the demo's bank invites; never whom.</summary>
internal static class DemoInvitations
{
    /// <summary>Of a hundred invited, so many answer, in the order of the channels: app, branch, chat, mail, phone, web.</summary>
    public static readonly double[] CustomerRates = [14, 22, 24, 10, 26, 12];

    /// <summary>Customers are invited on Mondays, by unit and channel, so many that the expected number answers.</summary>
    public static IEnumerable<(CohortKey Cohort, int Day, int N)> OfCustomers(Survey survey, DemoOptions options, DemoCalendar calendar)
    {
        var dice = new Dice(options.Seed, 6);
        var weights = calendar.CustomerWeights();
        var weeks = calendar.Days().Zip(weights).GroupBy(d => DemoCalendar.Monday(d.First), d => d.Second);
        var (all, units) = (weights.Sum(), DemoUnits.All.Where(u => u.Customers > 0).ToArray());
        foreach (var week in weeks)
        {
            foreach (var unit in units)
            {
                for (var i = 0; i < DemoSurveys.Channels.Length; i++)
                {
                    var answers = options.Customers * (week.Sum() / all) * unit.Customers / 100 * CustomerAnswers.ChannelShares[i] / 100;
                    yield return (About(survey, unit.Code, (DemoSurveys.Channel, DemoSurveys.Channels[i])), Days.Number(week.Key), (int)(100 * answers / CustomerRates[i] + dice.Unit()));
                }
            }
        }
    }

    /// <summary>Everybody in a unit is invited to every pulse.</summary>
    public static IEnumerable<(CohortKey Cohort, int Day, int N)> OfEmployees(Survey survey, DemoOptions options, DemoCalendar calendar) =>
        from month in Enumerable.Range(0, DemoCalendar.WholeMonths)
        from unit in DemoUnits.Tree(options.People)
        select (About(survey, unit.Code), Days.Number(calendar.PulseStart(month)), unit.Headcount!.Value);

    private static CohortKey About(Survey survey, string unit, params (string Dimension, string Value)[] others)
    {
        var values = new string?[survey.Dimensions.Length];
        values[Array.IndexOf(survey.Dimensions, ResponseRules.Unit)] = unit;
        foreach (var (dimension, value) in others) values[Array.IndexOf(survey.Dimensions, dimension)] = value;
        return new CohortKey(survey.Id, false, survey.Dimensions, values);
    }
}
