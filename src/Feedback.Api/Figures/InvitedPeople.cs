using Feedback.Api.Data;

namespace Feedback.Api.Figures;

/// <summary>How many were invited, cut into the same periods and rows as the answers and under the same filters. Invitations count on their own day.</summary>
internal sealed class InvitedPeople
{
    private readonly Dictionary<(DateOnly? Bucket, string By), long> _counts = [];
    private readonly Dictionary<string, string?[]> _values = new(StringComparer.Ordinal);

    /// <summary>First and last day of an invitation; null without any.</summary>
    public (DateOnly First, DateOnly Last)? Days { get; private set; }

    public static async Task<InvitedPeople> Read(ReadScope scope, CubeQuery query)
    {
        var invited = new InvitedPeople();
        var groups = new Groups(query with { Cells = [] }, scope.Cohorts, scope.Units);
        var parts = groups.Cohorts.ToDictionary(c => c.Cohort, c => c.Part);
        var (from, to) = (query.Range.From is { } first ? Data.Days.Number(first) : (int?)null, query.Range.To is { } past ? Data.Days.Number(past) : (int?)null);
        foreach (var count in await Invitations.Read(scope.Session, query.Surveys.Select(s => s.Id), from, to))
        {
            if (!parts.TryGetValue(count.Cohort, out var part)) continue;
            var day = Data.Days.Date(count.Day);
            var (bucket, by) = (query.Interval == Interval.None ? (DateOnly?)null : TimeSpans.BucketOf(day, query.Interval), CubeRow.TextOf(groups.Values[part]));
            invited._values[by] = groups.Values[part];
            invited._counts[(bucket, by)] = invited._counts.GetValueOrDefault((bucket, by)) + count.N;
            invited.Days = invited.Days is { } days ? (day < days.First ? day : days.First, day > days.Last ? day : days.Last) : (day, day);
        }
        return invited;
    }

    public long Of(DateOnly? bucket, string by) => _counts.GetValueOrDefault((bucket, by));

    /// <summary>Those of the rows that are none of these: period and values as one text (<see cref="CubeRow.ByText"/>).</summary>
    public IEnumerable<(DateOnly? Bucket, string?[] By)> Without(IReadOnlySet<(DateOnly? Bucket, string By)> rows) =>
        _counts.Where(c => c.Value > 0 && !rows.Contains(c.Key)).Select(c => (c.Key.Bucket, _values[c.Key.By]));
}
