using Dapper;
using Feedback.Api.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests;

/// <summary>What the store holds, asked in SQL past the service.</summary>
internal static class Stored
{
    private const string Counts =
        """
        select variable, cohort, start as day, period, value, complete, n, weight, squared_weight from tally where grain = 1
        union all
        select variable, cohort, day, period, value, complete, n, weight, squared_weight from tally_fresh
        """;

    /// <summary>One number.</summary>
    public static async Task<long> Number(this TestService service, string sql, object? parameters = null)
    {
        await using var session = await service.Services.GetRequiredService<Database>().Read();
        return await session.Connection.ExecuteScalarAsync<long>(sql, parameters, session.Transaction);
    }

    /// <summary>The first column of every row.</summary>
    public static async Task<List<T>> Column<T>(this TestService service, string sql, object? parameters = null)
    {
        await using var session = await service.Services.GetRequiredService<Database>().Read();
        return (await session.Connection.QueryAsync<T>(sql, parameters, session.Transaction)).AsList();
    }

    /// <summary>How much of everything there is.</summary>
    public static async Task<Totals> Totals(this TestService service) => new(
        await service.Number("select count(*) from response where erased = 0"),
        await service.Number("select count(*) from response"),
        await service.Number("select count(*) from comment"),
        await service.Number($"select coalesce(sum(c.n), 0) from ({Counts}) c"),
        await service.Number("select count(*) from invitation_code where used = 1"));

    /// <summary>How many counts are left, whatever was folded meanwhile.</summary>
    public static Task<long> CountsLeft(this TestService service, string survey) => service.Number(
        $"""
        select count(*) from (
          select c.variable from ({Counts}) c
          join variable v on v.id = c.variable
          join survey s on s.id = v.survey
          where s.survey_key = @survey
          group by c.variable, c.cohort, c.day, c.period, c.value, c.complete
          having sum(c.n) <> 0 or sum(c.weight) <> 0 or sum(c.squared_weight) <> 0) k
        """, new { survey });

    /// <summary>How many responses the counts of a survey tell of.</summary>
    public static Task<long> ResponsesCounted(this TestService service, string survey) => service.Number(
        $"""
        select coalesce(sum(c.n), 0) from ({Counts}) c
        join variable v on v.id = c.variable and v.kind = 'response'
        join survey s on s.id = v.survey
        where s.survey_key = @survey
        """, new { survey });

    /// <summary>How many responses of a survey are stored.</summary>
    public static Task<long> ResponsesStored(this TestService service, string survey) => service.Number(
        "select count(*) from response r join survey s on s.id = r.survey where s.survey_key = @survey and r.erased = 0", new { survey });

    /// <summary>Waits until every count is folded.</summary>
    public static async Task Folded(this TestService service)
    {
        for (var i = 0; i < 1_200; i++)
        {
            if (await service.Number("select count(*) from tally_fresh") == 0) return;
            await Task.Delay(50);
        }
        Assert.Fail("Counts were not folded within ten seconds.");
    }
}

/// <summary>How much the store holds.</summary>
internal sealed record Totals(long Responses, long Ids, long Comments, long Counts, long UsedCodes);
