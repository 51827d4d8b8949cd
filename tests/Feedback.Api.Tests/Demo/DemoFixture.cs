using Dapper;
using Feedback.Api.Data;
using Feedback.Api.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Demo;

/// <summary>Tests on a service that holds a simulated organisation.</summary>
public abstract class DemoFixture(string engine) : ServiceFixture(engine)
{
    protected const string Customers = "customer-experience", Employees = "employee-pulse";

    private DemoCounts? _counts;

    protected abstract DemoOptions Options { get; }

    /// <summary>The hash of employees' ids is made under it: the same secret, the same ids.</summary>
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Feedback:Secret"] = "the-secret-of-the-tests-0123456789" };

    internal DemoCounts Counts => _counts!;

    [OneTimeSetUp]
    public async Task LoadTheDemo()
    {
        await DemoOrganisation.Load(Service.Services, Options);
        _counts = await DemoCounts.Read(Service.Services);
    }

    /// <summary>Rows of a statement of the test's own.</summary>
    internal static async Task<List<T>> Rows<T>(TestService service, string sql)
    {
        await using var session = await service.Services.GetRequiredService<Database>().Read();
        return (await session.Connection.QueryAsync<T>(sql, transaction: session.Transaction)).AsList();
    }

    internal Task<List<T>> Rows<T>(string sql) => Rows<T>(Service, sql);

    /// <summary>A month of the demo as yyyymm; 18 is the running one.</summary>
    internal int Month(int number)
    {
        var day = new DateOnly(Service.Clock.Now.Year, Service.Clock.Now.Month, 1).AddMonths(number - 18);
        return day.Year * 100 + day.Month;
    }
}
