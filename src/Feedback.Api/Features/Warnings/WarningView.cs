using Feedback.Api.Figures.Warnings;
using Feedback.Indicators;

namespace Feedback.Api.Features.Warnings;

/// <summary>What a stream shows in its last period. Of employees only the alarm and the status are told.</summary>
/// <param name="Stream">Its name: unit or <c>all</c>, then the score, or the topic after <c>topic:</c>. <c>all</c> alone is the row that says how the audiences followed each other.</param>
/// <param name="Unit">The unit with everything below it; null for everybody.</param>
/// <param name="Topic">The topic whose mentions are counted; null for a score.</param>
/// <param name="Indicator">The scale or measure that is watched; null for a topic.</param>
/// <param name="Audience">Whose.</param>
/// <param name="From">First day of the week, or of the released period.</param>
/// <param name="To">First day after it.</param>
/// <param name="Observed">People who mentioned the topic; or the mean of the score, 0 to 100.</param>
/// <param name="Expected">The mean of the eight periods before, at least 3; or the plain mean of the first twelve.</param>
/// <param name="Method"><c>poisson</c> or <c>negativeBinomial</c>; <c>ewma</c> of a score.</param>
/// <param name="P">So many or more by chance; null for a score.</param>
/// <param name="PAdjusted">p adjusted over every topic of every unit of the period (Benjamini &amp; Hochberg 1995); null for a score.</param>
/// <param name="Alarm">Whether there is an alarm; null where there is no figure.</param>
/// <param name="Status"><c>released</c>, <c>withheld</c>, <c>insufficient</c> or <c>undefined</c>.</param>
/// <param name="Since">Customers: first day of the period in which the alarm began; null without one.</param>
/// <param name="Lead">Topics, where both audiences are asked for: how the customers' alarms followed the employees'. Of one stream null where customers never gave an alarm in it.</param>
public sealed record WarningView(
    string Stream, string? Unit, string? Topic, string? Indicator, Audience? Audience, DateOnly? From, DateOnly? To, double? Observed, double? Expected, string? Method,
    double? P, double? PAdjusted, bool? Alarm, Status Status, DateOnly? Since, WarningLead? Lead)
{
    /// <summary>The name of the row that says how the audiences followed each other.</summary>
    internal const string Summary = "all";

    internal static WarningView Of(Warning warning, Lead? lead)
    {
        var (figure, parts) = (warning.Figure.Value, warning.Figure.Value.Components);
        var baseline = parts.GetValueOrDefault("baselineMean") as double?;
        return new(
            warning.Stream, warning.Unit, warning.Topic, warning.Measure, warning.Audience, warning.From, warning.To,
            warning.Topic is not null ? figure.N : baseline + figure.Estimate,
            warning.Topic is not null ? parts.GetValueOrDefault("expected") as double? : baseline,
            warning.Topic is not null ? parts.GetValueOrDefault("method") as string : parts.ContainsKey("ewma") ? "ewma" : null,
            parts.GetValueOrDefault("p") as double?, parts.GetValueOrDefault("pAdjusted") as double?, warning.Alarm, figure.Status, warning.Since, WarningLead.Of(lead));
    }

    internal static WarningView OfAll(Lead lead) => new(Summary, null, null, null, null, null, null, null, null, null, null, null, null, Status.Released, null, WarningLead.Of(lead));

    /// <summary>Where the row stands in an answer: the summary, then whose, then everybody before units, then topics and scores.</summary>
    internal string Position => Audience is null ? "-" : $"{(int)Audience}\n{(Unit is null ? "1" : "2" + Unit)}\n{(Topic is null ? "2" + Indicator : "1" + Topic)}";
}

/// <summary>How customers' alarms followed employees' of the same stream, on the calendar of the coarser side; an alarm that goes on is one.</summary>
/// <param name="CustomerAlarms">Alarms of customers.</param>
/// <param name="Hits">Of these, those with an alarm of employees one to six periods before.</param>
/// <param name="EmployeeAlarms">Alarms of employees.</param>
/// <param name="FalseAlarms">Of these, those without an alarm of customers in the six periods after.</param>
/// <param name="MedianLead">Periods from the earliest such alarm of employees to the customers', in the middle; null without hits.</param>
/// <param name="P">Share of all shifts of the employees' alarms in time with at least as many hits.</param>
public sealed record WarningLead(long CustomerAlarms, long Hits, long EmployeeAlarms, long FalseAlarms, double? MedianLead, double? P)
{
    internal static WarningLead? Of(Lead? lead) => lead is null ? null : new(lead.CustomerAlarms, lead.Hits, lead.EmployeeAlarms, lead.FalseAlarms, lead.MedianLead, lead.P);
}
