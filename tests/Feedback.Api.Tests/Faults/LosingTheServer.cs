using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.Data.SqlClient;

namespace Feedback.Api.Tests.Faults;

/// <summary>A database server that goes and comes back: refused, cut in the middle, silent. What was acknowledged is there, once, and the service goes on by itself.</summary>
[Category("Faults")]
public sealed class LosingTheServer
{
    /// <summary>To be killed, a session has to be there.</summary>
    private const int SessionIsGone = 6106;

    [Test]
    public async Task A_start_waits_for_a_server_as_long_as_it_is_told_and_says_so()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT") is "1" or "true") Assert.Ignore("This machine forces globalization-invariant mode.");
        if (!Tried.IsAtLength) Assert.Ignore("It waits for the driver: make faults.");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var process = new ServiceProcess
        {
            Settings =
            {
                ["Feedback:Database:Engine"] = "sqlserver",
                ["Feedback:Database:ConnectionString"] = $"Server=127.0.0.1,{port};Database=feedback;User Id=nobody;Password=nothing;Connect Timeout=2",
                ["Feedback:Database:WaitAtStart"] = "15",
            },
        };
        var (exitCode, errors) = await process.StartInVain();
        Assert.That(exitCode, Is.EqualTo(1), errors);
        Assert.That(errors, Does.Match("^The store cannot be used: The database server cannot be reached. [^\n]+\n$"));
        Assert.That(process.Output.Count(line => line.Contains("The store cannot be used yet: The database server cannot be reached. It is tried again for", StringComparison.Ordinal)), Is.GreaterThan(0));
        Tried.Line("a start without a database server", "1", "waits as long as it is told and says so, then one line, exit code 1");
    }

    [Test]
    public async Task Nothing_acknowledged_is_lost_while_the_server_goes_and_comes()
    {
        if (Engines.SqlServer is null) Assert.Ignore($"{Engines.Variable} holds no connection string.");
        var server = new SqlConnectionStringBuilder(Engines.SqlServer);
        var (host, port) = Address(server.DataSource);
        using var proxy = new TcpProxy(host, port);
        await using var store = new TestStore("sqlserver");
        var settings = new Dictionary<string, string?>(store.Settings);
        var direct = store.Settings["Feedback:Database:ConnectionString"]!;
        var through = new SqlConnectionStringBuilder(direct) { DataSource = $"127.0.0.1,{proxy.Port}", ConnectTimeout = 5, TrustServerCertificate = true };
        settings["Feedback:Database:ConnectionString"] = through.ToString();
        await using var process = new ServiceProcess { Settings = settings };
        proxy.Refuse();
        var starting = process.Start();
        await Task.Delay(2_000);
        proxy.Accept();
        await starting;
        await process.Admin.Put("/v1/surveys/airport", Some.CustomerSurvey()).Body(201);
        var (acknowledged, turnedAway) = (new ConcurrentBag<JsonObject>(), new ConcurrentBag<JsonObject>());
        using var end = new CancellationTokenSource();
        var senders = Enumerable.Range(0, 16).Select(_ => Send(process, acknowledged, turnedAway, end.Token)).ToList();
        var rounds = Tried.Times(2, 20);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var fault in (Func<Task>[])[Done(proxy.Cut), Done(proxy.Refuse), Done(() => proxy.Stall(true)), () => KillSessions(direct), () => Collide(direct)])
            {
                await Task.Delay(300);
                await fault();
                await Task.Delay(200 * (round % 5));
                proxy.Stall(false);
                proxy.Accept();
            }
        }
        await end.CancelAsync();
        await Task.WhenAll(senders);
        foreach (var response in acknowledged) Assert.That((string?)(await process.Admin.Post("/v1/surveys/airport/responses", response).Body())["status"], Is.EqualTo("already_stored"));
        foreach (var response in turnedAway) Assert.That((int)(await process.Admin.Post("/v1/surveys/airport/responses", response)).StatusCode, Is.AnyOf(200, 201));
        var row = (await process.Admin.GetAsync("/v1/indicators/recommend?survey=airport").Body())["value"]!.AsArray().Single()!;
        Assert.That((int)row["n"]!, Is.EqualTo(acknowledged.Count + turnedAway.Count));
        await process.Check();
        Tried.Line("a database server that is cut off, refuses, stalls, kills sessions, chooses victims of deadlocks, under load", $"{5 * rounds}", $"{acknowledged.Count} acknowledged, {turnedAway.Count} turned away: nothing lost, nothing twice, goes on by itself");
    }

    private static async Task Send(ServiceProcess process, ConcurrentBag<JsonObject> acknowledged, ConcurrentBag<JsonObject> turnedAway, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var response = Some.Response();
            var answer = await process.Admin.Post("/v1/surveys/airport/responses", response);
            // Stored in a first attempt of which the service did not hear, a second one finds it: 200.
            Assert.That((int)answer.StatusCode, Is.AnyOf(200, 201, 503), await answer.Content.ReadAsStringAsync(CancellationToken.None));
            (answer.IsSuccessStatusCode ? acknowledged : turnedAway).Add(response);
            if (!answer.IsSuccessStatusCode) await Task.Delay(50, CancellationToken.None);
        }
    }

    private static Func<Task> Done(Action fault) => () =>
    {
        fault();
        return Task.CompletedTask;
    };

    /// <summary>Ends every other session on the database, as an operator or a failover does, past the proxy.</summary>
    private static Task KillSessions(string connectionString) => Run(connectionString,
        """
        declare @Kills nvarchar(max) = (
          select string_agg(concat('kill ', session_id, ';'), ' ')
          from sys.dm_exec_sessions
          where database_id = db_id() and is_user_process = 1 and session_id <> @@spid);
        exec (@Kills);
        """);

    /// <summary>
    /// Takes the tables of the writer in the order opposite to its own, so that each has what the other waits for: the engine ends one of them, and that is
    /// the writer, which counts for less.
    /// </summary>
    private static Task Collide(string connectionString) => Run(connectionString,
        """
        set deadlock_priority high;
        begin transaction;
        declare @Count int = (select count(*) from tally_fresh with (tablockx, holdlock));
        waitfor delay '00:00:00.500';
        set @Count = (select count(*) from response with (tablockx, holdlock));
        rollback;
        """);

    private static async Task Run(string connectionString, string batch)
    {
        await using var connection = new SqlConnection(new SqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = batch;
        try
        {
            await command.ExecuteNonQueryAsync();
        }
        catch (SqlException e) when (e.Number is SessionIsGone)
        {
            // One of them ended by itself before it could be killed; the others are next round's.
        }
    }

    /// <summary>The server and port of a connection string's <c>tcp:HOST,PORT</c>.</summary>
    private static (string Host, int Port) Address(string source)
    {
        var parts = source.Replace("tcp:", "", StringComparison.OrdinalIgnoreCase).Split(',');
        return (parts[0], parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1433);
    }
}
