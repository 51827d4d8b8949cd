using System.Net;
using System.Net.Sockets;
using Feedback.Api.Data;
using Feedback.Api.Tests.Audit;

namespace Feedback.Api.Tests.Commands;

/// <summary>What somebody at a console sees.</summary>
public sealed class RunningTheProgram
{
    private TestStore _store = null!;

    [SetUp]
    public void MakeAStore() => _store = new TestStore("sqlite");

    [TearDown]
    public async Task DropTheStore() => await _store.DisposeAsync();

    [Test]
    public async Task Migrating_says_what_ran_and_then_that_nothing_is_left()
    {
        var first = await FeedbackProcess.Run(_store.Settings, "migrate");
        Assert.That(first.ExitCode, Is.Zero, first.Errors);
        Assert.That(first.Output, Does.StartWith("ran 0001_first.sql\n"));
        var second = await FeedbackProcess.Run(_store.Settings, "migrate");
        Assert.That(second.Output, Is.EqualTo("Nothing to do: the store has the present schema.\n"));
        await using var service = await TestService.Start(_store);
        var line = (await service.Ledger()).Single(l => (string?)l["operation"] == "feedback migrate");
        Assert.That(((string?)line["status"], (string?)line["detail"]!["target"]!["schema"]), Is.EqualTo(("done", Path.GetFileNameWithoutExtension(Migrator.Files("sqlite").Last().Name))), "The second changed nothing.");
    }

    [TestCase("nonsense")]
    [TestCase("serve", "--nonsense")]
    [TestCase("import")]
    [TestCase("import", "--map", "map.json", "--format", "nonsense")]
    public async Task An_unknown_verb_or_option_ends_with_the_usage(params string[] arguments)
    {
        var result = await FeedbackProcess.Run(_store.Settings, arguments);
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Output, Does.Contain("Usage:"));
        Assert.That(result.Errors, Is.Not.Empty);
        Assert.That(Directory.Exists(_store.Folder), Is.False);
    }

    [TestCase("--Feedback:MinimumGroup=3", "The setting Feedback:MinimumGroup is not from 5 to 1000.\n")]
    [TestCase("--Feedback:TimeZone=Nowhere", "The setting Feedback:TimeZone is not a time zone this system knows.\n")]
    [TestCase("--Feedback:Colour=red", "The setting Feedback:Colour is not a setting.\n")]
    [TestCase("--Feedback:Webhooks:AllowPrivate=true", "The setting Feedback:Webhooks:AllowPrivate is not a setting.\n")]
    [TestCase("--Feedback:Database:Engin=sqlite", "The setting Feedback:Database:Engin is not a setting.\n")]
    [TestCase("--Feedback:Database:ReadConnectionString=Data Source=copy.db", "The setting Feedback:Database:ReadConnectionString is for the engine sqlserver; a file is read where it is written.\n")]
    [TestCase("--urls=nonsense", "The setting urls is not an address to listen on, such as http://localhost:5080.\n")]
    [TestCase("--urls", "The setting urls stands without a value.\n")]
    public async Task A_wrong_setting_ends_with_one_line(string setting, string message)
    {
        var result = await FeedbackProcess.Run(new Dictionary<string, string?>(), setting);
        Assert.That(result, Is.EqualTo(new FeedbackProcess.Result(2, "", message)));
    }

    /// <summary>The driver of SQL Server opens nothing in globalization-invariant mode, so the program must not run in it.</summary>
    [Test]
    public async Task A_server_that_does_not_answer_ends_with_one_line()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT") is "1" or "true") Assert.Ignore("This machine forces globalization-invariant mode.");
        var result = await FeedbackProcess.Run(
            new Dictionary<string, string?>
            {
                ["Feedback:Database:Engine"] = "sqlserver",
                ["Feedback:Database:ConnectionString"] = $"Server=127.0.0.1,{FreePort()};Database=feedback;User Id=nobody;Password=nothing;Connect Timeout=2",
            },
            "migrate");
        Assert.That(result.ExitCode, Is.EqualTo(1), result.Errors);
        Assert.That(result.Errors, Does.Match("^The store cannot be used: [^\n]+\n$"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Without_a_verb_it_serves_where_it_is_told_and_says_no_more_than_that(bool isVerbGiven)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        string[] verb = isVerbGiven ? ["serve"] : [];
        using var process = FeedbackProcess.Start(_store.Settings, [.. verb, "--urls", address]);
        try
        {
            Assert.That(await process.StandardOutput.ReadLineAsync(), Does.Match("^A first admin key was made. It is shown once: [A-Za-z0-9_-]{40,}$"));
            Assert.That(await process.StandardOutput.ReadLineAsync(), Does.Contain("Microsoft.Hosting.Lifetime"));
            Assert.That(await process.StandardOutput.ReadLineAsync(), Does.Contain($"Now listening on: {address}"));
            using var client = new HttpClient();
            Assert.That((await client.GetAsync($"{address}/v1/surveys")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
        Assert.That(await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync(), Is.Empty);
    }

    [TestCase("Feedback:Secret", "another-secret-of-at-least-32-characters")]
    [TestCase("Feedback:TimeZone", "Europe/Berlin")]
    public async Task A_store_is_not_served_under_another_secret_or_time_zone(string setting, string value)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        using (var first = FeedbackProcess.Start(_store.Settings, ["--urls", address]))
        {
            for (var line = ""; line is not null && !line.Contains("Now listening on", StringComparison.Ordinal); line = await first.StandardOutput.ReadLineAsync()) { }
            first.Kill();
            await first.WaitForExitAsync();
        }
        var second = await FeedbackProcess.Run(new Dictionary<string, string?>(_store.Settings) { [setting] = value }, "--urls", address);
        Assert.That(second, Is.EqualTo(new FeedbackProcess.Result(2, "", $"The setting {setting} is not the one this store was made with.\n")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
