using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Feedback.Api.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Faults;

/// <summary>Senders and readers that go in the middle of something: nothing is stored by halves, and nobody else notices.</summary>
[Category("Faults")]
public sealed class SendingHalves(string engine) : ServiceFixture(engine)
{
    private string _survey = "";

    [SetUp]
    public async Task Publish() => _survey = await Service.Publish(Some.CustomerSurvey());

    [Test]
    public async Task Half_a_response_is_none()
    {
        var response = Some.Response().ToJsonString();
        foreach (var sent in (int[])[0, 1, response.Length / 2, response.Length - 1])
        {
            foreach (var isReset in (bool[])[true, false])
            {
                using var client = await Open($"{Head("")}Content-Length: {Encoding.UTF8.GetByteCount(response)}\r\n\r\n{response[..sent]}");
                End(client, isReset);
            }
        }
        await AssertGoesOn(stored: 0);
        Tried.Line("half a response: nothing, one byte, half, all but one byte; closed and reset", "8", "nothing stored, serves on");
    }

    [Test]
    public async Task Of_half_a_batch_whole_parts_are_stored_and_sent_again_it_is_completed()
    {
        var lines = Enumerable.Range(0, 1_300).Select(_ => Some.Response().ToJsonString() + "\n").ToList();
        foreach (var isReset in (bool[])[true, false])
        {
            using var client = await Open($"{Head("/batch")}Transfer-Encoding: chunked\r\n\r\n" + string.Concat(lines.Take(1_100).Select(Chunk)));
            await Task.Delay(50);
            End(client, isReset);
        }
        await AssertQuiet();
        Assert.That(await Service.ResponsesStored(_survey), Is.AnyOf(0, 500, 1_000), "Parts of a batch are stored whole or not at all.");
        var again = await Service.SubmitLines(_survey, string.Concat(lines)).Body();
        Assert.That((int)again["stored"]! + (int)again["alreadyStored"]!, Is.EqualTo(lines.Count));
        Assert.That((await Service.ResponsesStored(_survey), await Service.ResponsesCounted(_survey)), Is.EqualTo(((long)lines.Count, (long)lines.Count)));
        Tried.Line("1,100 of 1,300 lines of a batch; closed and reset", "2", "whole parts stored; sent again it is completed, nothing twice");
    }

    [Test]
    public async Task What_is_no_chunk_is_refused()
    {
        foreach (var garbage in (string[])["ZZZZ\r\nabc\r\n", "-5\r\nabc\r\n", "FFFFFFFFFFFFFFFFFF\r\n", "5\r\nabcdefgh\r\n", "\0\0\0\0", "3;" + new string('x', 20_000)])
        {
            foreach (var path in (string[])["", "/batch"])
            {
                using var client = await Open($"{Head(path)}Transfer-Encoding: chunked\r\n\r\n{garbage}");
                var answer = await Rest(client);
                Assert.That(answer, Is.Empty.Or.StartsWith("HTTP/1.1 4"), garbage[..Math.Min(20, garbage.Length)]);
            }
        }
        await AssertGoesOn(stored: 0);
        Tried.Line("chunks that are none", "12", "400 or no answer, nothing stored, serves on");
    }

    [Test]
    public async Task Who_vanishes_while_it_waits_for_the_commit_finds_it_stored_later()
    {
        if (Service.Store.Engine != "sqlite") Assert.Ignore("The lock of the one writer is SQLite's.");
        var responses = Enumerable.Range(0, 60).Select(_ => Some.Response()).ToList();
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(Service.Store.Folder, "feedback.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var transaction = connection.BeginTransaction(deferred: false);
            var clients = new List<TcpClient>();
            foreach (var response in responses.Select(r => r.ToJsonString())) clients.Add(await Open($"{Head("")}Content-Length: {Encoding.UTF8.GetByteCount(response)}\r\n\r\n{response}"));
            await Task.Delay(200);
            foreach (var client in clients) End(client, isReset: true);
        }
        foreach (var response in responses)
            Assert.That((string?)JsonNode.Parse(await (await Service.Submit(_survey, response)).Content.ReadAsStringAsync())!["status"], Is.AnyOf("stored", "already_stored"));
        await AssertGoesOn(stored: responses.Count);
        Tried.Line("60 senders that vanish while they wait for a locked store", "60", "each stored once, whether it was sent again or not");
    }

    [Test]
    public async Task A_reader_that_goes_in_the_middle_of_an_export_holds_nothing()
    {
        if (!Tried.IsAtLength) Assert.Ignore("It fills a store first: make faults.");
        for (var i = 0; i < 4; i++) await Service.Store(_survey, Enumerable.Range(0, 10_000).Select(_ => Some.Response()));
        for (var i = 0; i < 20; i++)
        {
            using var client = await Open($"GET /v1/surveys/{_survey}/responses?format=ndjson HTTP/1.1\r\nHost: x\r\nX-Api-Key: {TestService.AdminKey}\r\n\r\n");
            Assert.That(await client.GetStream().ReadAsync(new byte[512]), Is.GreaterThan(0));
            End(client, isReset: i % 2 == 0);
        }
        var database = Service.Services.GetRequiredService<Database>();
        for (var i = 0; !await database.TryEmptyLog(default); i++)
        {
            Assert.That(i, Is.LessThan(100), "A snapshot is held by a reader that has gone.");
            await Task.Delay(100);
        }
        await AssertGoesOn(stored: 40_000);
        Tried.Line("readers that go in the middle of an export of 40,000 responses", "20", "no snapshot is held, serves on");
    }

    private string Head(string path) => $"POST {Asking.Responses(_survey)}{path} HTTP/1.1\r\nHost: x\r\nX-Api-Key: {TestService.AdminKey}\r\nContent-Type: {(path.Length == 0 ? "application/json" : "application/x-ndjson")}\r\n";

    private static string Chunk(string text) => $"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n";

    private async Task<TcpClient> Open(string sent)
    {
        var client = new TcpClient { ReceiveBufferSize = 8_192 };
        await client.ConnectAsync(Service.Address.Host, Service.Address.Port);
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(sent));
        return client;
    }

    /// <summary>What comes until the other end closes; nothing where it did before.</summary>
    private static async Task<string> Rest(TcpClient client)
    {
        try
        {
            client.Client.Shutdown(SocketShutdown.Send);
            return await new StreamReader(client.GetStream()).ReadToEndAsync();
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidOperationException)
        {
            return "";
        }
    }

    /// <summary>Goes with a reset, as when a machine goes, or by closing, as when a program ends.</summary>
    private static void End(TcpClient client, bool isReset)
    {
        if (isReset) client.LingerState = new LingerOption(true, 0);
        client.Close();
    }

    /// <summary>Waits until nobody stores any more.</summary>
    private async Task AssertQuiet()
    {
        for (long before = -1, now = 0; before != now; (before, now) = (now, await Service.ResponsesStored(_survey))) await Task.Delay(400);
    }

    private async Task AssertGoesOn(int stored)
    {
        await Service.Submit(_survey, Some.Response()).Body(201);
        Assert.That((await Service.ResponsesStored(_survey), await Service.ResponsesCounted(_survey)), Is.EqualTo((stored + 1L, stored + 1L)));
        Assert.That((await Service.Nobody.GetAsync("/health/ready")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Service.Log.Errors, Is.Empty);
    }
}
