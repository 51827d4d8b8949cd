using Dapper;
using Feedback.Api.Checking;
using Feedback.Api.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Checking;

/// <summary>Checks the store of a running service, as <c>feedback check</c> does beside it.</summary>
internal static class Checked
{
    /// <summary>Everything that a check tells, in order.</summary>
    public static async Task<(CheckSummary Summary, List<Finding> Findings)> Check(this TestService service, bool mends = false)
    {
        var findings = new List<Finding>();
        var summary = await new StoreCheck(service.Services.GetRequiredService<Database>(), service.Clock, findings.Add).Run(mends);
        return (summary, findings);
    }

    /// <summary>Nothing is wrong.</summary>
    public static async Task<CheckSummary> AssertClean(this TestService service)
    {
        var (summary, findings) = await service.Check();
        Assert.That(findings.Select(f => f.Text), Is.Empty);
        Assert.That((summary.Mended, summary.Left), Is.EqualTo((0, 0)));
        return summary;
    }

    /// <summary>Changes the store past the service.</summary>
    public static async Task<int> Break(this TestService service, string sql)
    {
        var rows = 0;
        await service.InSession(async session => rows = await session.Connection.ExecuteAsync(sql, transaction: session.Transaction));
        return rows;
    }
}
