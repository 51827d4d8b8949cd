using Feedback.Api.Catalogue;
using Feedback.Api.Data;

namespace Feedback.Api.Releases;

/// <summary>What was counted in one cohort of a period under a variable and a value.</summary>
public sealed record PeriodCount(int Cohort, int Variable, int Value, bool Complete, int N);

/// <summary>Everything that was counted in a period of a survey and in those that were merged into it, test answers left out.</summary>
public sealed class PeriodCounts
{
    private readonly ILookup<int, PeriodCount> _ofVariable;

    private PeriodCounts(IEnumerable<PeriodCount> counts) => _ofVariable = counts.ToLookup(c => c.Variable);

    public static async Task<PeriodCounts> Read(Session session, Survey survey, int number)
    {
        var rows = new List<Row>();
        foreach (var period in survey.PartsOf(number)) rows.AddRange(await session.Rows<Row>(Queries.ReadCounts, new { Survey = survey.Id, Number = period }));
        return new PeriodCounts(rows.GroupBy(r => (r.Cohort, r.Variable, r.Value, r.Complete))
            .Select(g => new PeriodCount(g.Key.Cohort, g.Key.Variable, g.Key.Value, g.Key.Complete != 0, (int)g.Sum(r => r.N))).Where(c => c.N > 0));
    }

    /// <summary>The counts of one variable, in no order.</summary>
    public IEnumerable<PeriodCount> Of(int variable) => _ofVariable[variable];

    private sealed class Row
    {
        public int Cohort { get; init; }
        public int Variable { get; init; }
        public int Value { get; init; }
        public int Complete { get; init; }
        public long N { get; init; }
    }
}
