using Dapper;
using Feedback.Api.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Demo;

/// <summary>Answers with one value to one item or scale, as the store counts them. Group: channel of customers, level of employees.</summary>
internal sealed record Count(string Survey, string Name, int Month, string? Unit, string? Group, double Points, long N);

/// <summary>What a store counts, test responses left out.</summary>
internal sealed class DemoCounts(IReadOnlyList<Count> counts)
{
    private const string Scales =
        """
        select s.survey_key as Survey, c.scale as Name, c.day / 100 as Month, u.value as Unit, g.value as Grp,
          c.answered as Answered, c.j as J, c.total as Total, c.low as Low, c.high as High, c.n as N
        from scale_count c
        join survey s on s.id = c.survey
        join cohort o on o.id = c.cohort and o.is_test = 0
        left join cohort_value u on u.cohort = c.cohort and u.dimension = 'unit'
        left join cohort_value g on g.cohort = c.cohort and g.dimension in ('channel', 'level')
        """;

    private const string Items =
        """
        select s.survey_key as Survey, c.item as Name, c.day / 100 as Month, u.value as Unit, g.value as Grp,
          1 as Answered, 1 as J, case when v.reversed = 1 then v.low + v.high - c.value else c.value end as Total, v.low as Low, v.high as High, c.n as N
        from item_count c
        join variable v on v.survey = c.survey and v.kind = 'item' and v.name = c.item
        join survey s on s.id = c.survey
        join cohort o on o.id = c.cohort and o.is_test = 0
        left join cohort_value u on u.cohort = c.cohort and u.dimension = 'unit'
        left join cohort_value g on g.cohort = c.cohort and g.dimension in ('channel', 'level')
        """;

    public static async Task<DemoCounts> Read(IServiceProvider services)
    {
        await using var session = await services.GetRequiredService<Database>().Read();
        var rows = (await session.Connection.QueryAsync<Row>($"{Scales} union all {Items}", transaction: session.Transaction)).Where(r => r.Answered == r.J);
        return new DemoCounts([.. rows.Select(r => new Count(r.Survey, r.Name, (int)r.Month, r.Unit, r.Grp, 100.0 * ((double)r.Total / r.Answered - r.Low) / (r.High - r.Low), r.N))]);
    }

    public IEnumerable<Count> All => counts;

    /// <summary>The counts of one item or scale of a survey.</summary>
    public DemoCounts Of(string survey, string name) => new([.. counts.Where(c => c.Survey == survey && c.Name == name)]);

    public DemoCounts Where(Func<Count, bool> isMeant) => new([.. counts.Where(isMeant)]);

    public long N => counts.Sum(c => c.N);

    /// <summary>The mean in points of 0 to 100.</summary>
    public double Mean => counts.Sum(c => c.Points * c.N) / N;

    private sealed class Row
    {
        public string Survey { get; init; } = "";
        public string Name { get; init; } = "";
        public long Month { get; init; }
        public string? Unit { get; init; }
        public string? Grp { get; init; }
        public long Answered { get; init; }
        public long J { get; init; }
        public long Total { get; init; }
        public long Low { get; init; }
        public long High { get; init; }
        public long N { get; init; }
    }
}
