using System.Text.RegularExpressions;
using Feedback.Api.Data;

namespace Feedback.Api.Tests.Sql;

/// <summary>Locks that hold across processes are asked for in one way: for the transaction, for less time than a command has, and with an answer that is looked at.</summary>
public sealed partial class TakingLocksOfServers
{
    /// <summary>Milliseconds that a command has.</summary>
    private const int CommandTime = 30_000;

    private static IEnumerable<string> Users => Queries.FileNames.Where(f => f.StartsWith("sqlserver/", StringComparison.Ordinal)).Select(f => f["sqlserver/".Length..])
        .Where(n => Queries.Text("sqlserver", n).Contains("sp_getapplock", StringComparison.OrdinalIgnoreCase));

    [Test]
    public void There_are_such_locks() => Assert.That(Users.Count(), Is.GreaterThanOrEqualTo(5));

    [TestCaseSource(nameof(Users))]
    public void A_lock_that_was_not_to_be_had_is_noticed(string name)
    {
        var text = Queries.Text("sqlserver", name);
        var call = CallPattern().Match(text);
        Assert.That(call.Success, "Its answer goes to @Taken.");
        Assert.That(call.Value, Does.Contain("@LockOwner = 'Transaction'"), "It ends with the transaction, however that ends.");
        Assert.That(int.Parse(TimePattern().Match(call.Value).Groups[1].Value), Is.LessThan(CommandTime), "Who waits is told so, and not cut off.");
        Assert.That(UsePattern().IsMatch(text[(call.Index + call.Length)..]), "0 and 1 are a lock, everything below is none.");
    }

    [GeneratedRegex(@"exec @Taken = sp_getapplock[^;]+;")]
    private static partial Regex CallPattern();

    [GeneratedRegex(@"@LockTimeout = (\d+)")]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"@Taken (>=|<) 0|select @Taken as Taken")]
    private static partial Regex UsePattern();
}
