using Feedback.Api.Catalogue;
using Feedback.Api.Http.Intake;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Features.Committee;

/// <summary>
/// How many concerns wait for an answer, where at least k do. Of employees the whole alone has a number, and that as it is now: two numbers
/// that differ by a unit or a period would tell of fewer than k.
/// </summary>
/// <param name="seen">Those the caller may see.</param>
/// <param name="catalogue">Units, and k of each survey.</param>
/// <param name="minimumGroup">k where a survey sets none.</param>
internal sealed class WaitingFlags(IReadOnlyList<RaisedFlag> seen, CatalogueSnapshot catalogue, int minimumGroup)
{
    private readonly Dictionary<string, int> _customers = seen.Where(f => f is { State: FlagState.Waiting, Audience: Audience.Customer })
        .SelectMany(f => catalogue.Units.Upward(f.Unit ?? "").Select(u => u.Code).Append("")).CountBy(u => u).ToDictionary(StringComparer.Ordinal);

    private readonly int _employees = seen.Count(f => f is { State: FlagState.Waiting, Audience: Audience.Employee });

    /// <summary>Those of a unit with all below it; of everybody where it is null. Null where there are too few.</summary>
    public long? Of(string? unit)
    {
        long?[] shown = [Shown(_customers.GetValueOrDefault(unit ?? ""), Audience.Customer), unit is null ? Shown(_employees, Audience.Employee) : null];
        return shown.Any(n => n is not null) ? shown.Sum() : null;
    }

    private long? Shown(int waiting, Audience audience) =>
        FlagCounts.Shown(waiting, new Terms(audience, catalogue.Of(audience).Where(s => s.IsBuiltIn).Select(s => s.MinimumGroup ?? minimumGroup).DefaultIfEmpty(minimumGroup).Max()));
}
