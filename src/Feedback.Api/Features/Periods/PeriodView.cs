using Feedback.Api.Releases;

namespace Feedback.Api.Features.Periods;

/// <summary>A period as it is read.</summary>
/// <param name="Period">Its name: <c>2026-11</c>, <c>2026-Q4</c>, <c>2026</c>, or <c>SURVEY-wave-1</c>.</param>
/// <param name="Grid"><c>month</c>, <c>quarter</c>, <c>year</c> or <c>wave</c>.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day after; null for a wave that is open.</param>
/// <param name="State"><c>open</c>, <c>closed</c> (it takes no answers any more) or <c>released</c>.</param>
/// <param name="Surveys">The keys of the surveys on its grid; unprompted feedback is not named.</param>
/// <param name="ReleasedAt">When the last of them was released.</param>
/// <param name="Releases">What became of it, survey by survey.</param>
public sealed record PeriodView(string Period, string Grid, DateOnly From, DateOnly? To, string State, IReadOnlyList<string> Surveys, DateTimeOffset? ReleasedAt, IReadOnlyList<PeriodRelease> Releases);

/// <summary>What became of a period of one survey.</summary>
/// <param name="Survey">Its key.</param>
/// <param name="State"><c>open</c>, <c>closed</c>, <c>merged</c> (too few people: they count in a later period) or <c>released</c>.</param>
/// <param name="MergedInto">The period in which its answers count.</param>
/// <param name="Cells">How many cells breakdowns can name: units, listed values of up to two dimensions, and units with them.</param>
/// <param name="Released">How many of them are released with the figures of everybody who responded; the others are withheld.</param>
/// <param name="Hash">SHA-256 of what was released.</param>
/// <param name="Progress">How far the release is, while it runs.</param>
public sealed record PeriodRelease(string Survey, string State, string? MergedInto, long? Cells, long? Released, string? Hash, ReleaseProgress? Progress);

/// <summary>A period of one survey as a line of a table.</summary>
/// <param name="Period">Its name.</param>
/// <param name="Grid"><c>month</c>, <c>quarter</c>, <c>year</c> or <c>wave</c>.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day after; null for a wave that is open.</param>
/// <param name="State">Of the period: <c>open</c>, <c>closed</c> or <c>released</c>.</param>
/// <param name="ReleasedAt">When the last survey was released.</param>
/// <param name="Release">What became of it in one survey.</param>
internal sealed record PeriodLine(string Period, string Grid, DateOnly From, DateOnly? To, string State, DateTimeOffset? ReleasedAt, PeriodRelease? Release)
{
    /// <summary>A line for each survey; one without a survey where there is none.</summary>
    public static IEnumerable<PeriodLine> Of(PeriodView period) => period.Releases.Select(r => (PeriodRelease?)r).DefaultIfEmpty()
        .Select(release => new PeriodLine(period.Period, period.Grid, period.From, period.To, period.State, period.ReleasedAt, release));
}
