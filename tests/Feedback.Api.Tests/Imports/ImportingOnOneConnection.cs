using System.Net.Sockets;
using System.Text;

namespace Feedback.Api.Tests.Imports;

/// <summary>A file is read to its end or left in order, refused or not: the connection that it came on serves the next request.</summary>
public sealed class ImportingOnOneConnection(string engine) : ServiceFixture(engine)
{
    private const string OddQuote = "\"label\tx\nid\tsubmitdate\n", NeverClosed = "\"label";

    [TestCase("csv", "plain.csv", "id,nps\n1,\"open\n")]
    [TestCase("qualtrics-csv", "qualtrics-numbers.csv", "a,b\n1,2\n")]
    [TestCase("limesurvey-vv", "vv.tsv", OddQuote)]
    [TestCase("limesurvey-vv", "vv.tsv", NeverClosed)]
    [TestCase("viva-glint-csv", "glint.csv", "a,b\n1,2\n")]
    [TestCase("typeform", "typeform.json", "{")]
    [TestCase("formbricks", "formbricks.json", "[]")]
    public async Task The_next_request_comes_on_the_same_connection(string format, string name, string broken)
    {
        var definition = Importing.VisitSurvey();
        definition["items"]![0]!["aliases"]!.AsArray().Add("I can speak up");
        var survey = await Service.Publish(definition);
        var connections = 0;
        using var handler = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = 1,
            ConnectCallback = async (context, cancellation) =>
            {
                connections++;
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        var client = Service.Client(TestService.AdminKey, handler);
        var file = await Importing.File(name);
        byte[][] bodies = [file, Encoding.UTF8.GetBytes(broken), [.. file.Take(file.Length / 2)], file];
        foreach (var body in bodies)
        {
            var answer = await client.Import(format, survey, body, more: "&dryRun=true");
            Assert.That((int)answer.StatusCode, Is.EqualTo(200).Or.EqualTo(400), await answer.Content.ReadAsStringAsync());
        }
        Assert.That((connections, Service.Log.Errors), Is.EqualTo((1, Array.Empty<string>())));
    }

    [Test]
    public async Task A_label_with_an_odd_quote_is_no_bug()
    {
        var survey = await Service.Publish(Importing.VisitSurvey());
        foreach (var file in (string[])[OddQuote, NeverClosed, "\"", "\"\n\n\n"])
            await Service.Ingest.Import("limesurvey-vv", survey, file).Problem(400, "malformed_file");
        Assert.That(Service.Log.Errors, Is.Empty);
    }
}
