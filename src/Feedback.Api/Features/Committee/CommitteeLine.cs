using Feedback.Indicators;

namespace Feedback.Api.Features.Committee;

/// <summary>A finding of a unit's page as a line of a table.</summary>
/// <param name="Unit">The unit, with all below it; null for the whole organisation.</param>
/// <param name="Name">Its name.</param>
/// <param name="Compared">How many figures of the unit could be compared with the period before.</param>
/// <param name="Finding"><c>moved</c>, <c>offTarget</c>, <c>newTopic</c>, <c>warning</c> or <c>initiative</c>; null on the only line of a unit that has none.</param>
/// <param name="Indicator">The slug; warning: the scale or measure.</param>
/// <param name="Measure">What it is worked out on; null for its default.</param>
/// <param name="Audience">Whose answers.</param>
/// <param name="Before">moved: the figure of the period before.</param>
/// <param name="Estimate">The figure of the period.</param>
/// <param name="Change">moved: the difference, in points.</param>
/// <param name="Low">Lower 95% limit: of the change where it moved, else of the figure.</param>
/// <param name="High">Upper 95% limit, as low.</param>
/// <param name="N">People behind it.</param>
/// <param name="PAdjusted">moved: p, adjusted over all figures of all pages.</param>
/// <param name="Target">offTarget: what is wanted.</param>
/// <param name="Direction">offTarget: atLeast or atMost.</param>
/// <param name="Until">offTarget: the day by which it is wanted.</param>
/// <param name="Topic">newTopic: its code; the figure is the percent of those who left a comment that mention it. warning: its code.</param>
/// <param name="Initiative">initiative: the programme's key.</param>
/// <param name="Title">initiative, and warning of a topic: its title.</param>
/// <param name="From">initiative: the day it began. warning: first day of the period in which the alarm began.</param>
/// <param name="To">warning: first day after the last period with the alarm.</param>
internal sealed record CommitteeLine(string? Unit, string? Name, int Compared, string? Finding, string? Indicator = null, string? Measure = null, Audience? Audience = null, double? Before = null,
    double? Estimate = null, double? Change = null, double? Low = null, double? High = null, long? N = null, double? PAdjusted = null, double? Target = null, Direction? Direction = null,
    DateOnly? Until = null, string? Topic = null, string? Initiative = null, string? Title = null, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>A line for each finding of a page, and one for a page without any.</summary>
    public static IEnumerable<CommitteeLine> Of(ReadCommittee.Sheet sheet)
    {
        var line = new CommitteeLine(sheet.Unit, sheet.Name, sheet.Compared, null);
        return sheet.Moved.Select(m => line with
        {
            Finding = "moved",
            Indicator = m.Indicator,
            Audience = m.Audience,
            Before = m.Before,
            Estimate = m.After,
            Change = m.Change,
            Low = m.Low,
            High = m.High,
            N = m.N,
            PAdjusted = m.PAdjusted,
        }).Concat(sheet.OffTarget.Select(m => line with
        {
            Finding = "offTarget",
            Indicator = m.Indicator,
            Measure = m.Measure,
            Audience = m.Audience,
            Estimate = m.Estimate,
            Low = m.Low,
            High = m.High,
            N = m.N,
            Target = m.Target,
            Direction = m.Direction,
            Until = m.Until,
        })).Concat(sheet.NewTopics.Select(t => line with
        {
            Finding = "newTopic",
            Topic = t.Topic,
            Audience = t.Audience,
            Estimate = t.Share,
            Low = t.Low,
            High = t.High,
            N = t.N,
        })).Concat(sheet.Warnings.Select(w => line with { Finding = "warning", Topic = w.Topic, Title = w.Title, Indicator = w.Indicator, Audience = w.Audience, From = w.From, To = w.To })).Concat(sheet.Initiatives.Select(i => line with { Finding = "initiative", Initiative = i.Key, Title = i.Title, From = i.From })).DefaultIfEmpty(line);
    }
}
