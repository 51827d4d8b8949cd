using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.OData;

/// <summary>A client that others wrote, and that knows of OData alone, reads the feed (<c>tests/odata-client</c>).</summary>
public sealed class ReadingByAnotherClient(string engine) : FeedFixture(engine)
{
    private static readonly string Folder = Repository.Path("tests", "odata-client");

    [Test]
    public async Task It_finds_every_set_counts_pages_filters_and_reads_a_row()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules"))) Assert.Ignore("Run `npm ci` in tests/odata-client.");
        var found = JsonNode.Parse(await Run())!;
        foreach (var set in (await Ask("").Body())["value"]!.AsArray().Select(s => (string)s!["name"]!))
        {
            var rows = (await Rows(set)).Count;
            Assert.That(((int)found["counts"]![set]!, (int)found["pages"]![set]!["rows"]!, (int)found["pages"]![set]!["keys"]!), Is.EqualTo((rows, rows, rows)), set);
        }
        Assert.That(found["days"]!.AsArray().Select(d => (string)d!), Is.EqualTo(Enumerable.Range(1, 30).Select(d => $"2026-11-{d:D2}").Reverse()));
        Assert.That((int)found["one"]!["isoWeek"]!, Is.EqualTo(47));
        Assert.That((int)found["filtered"]!, Is.EqualTo((await Rows("Items")).Count(i => (string?)i["audience"] == "customer")).And.Positive);
    }

    private async Task<string> Run()
    {
        var start = new ProcessStartInfo("node", ["read.mjs", new Uri(Service.Address, Root).ToString()])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            await process.StandardInput.WriteLineAsync(TestService.AdminKey);
            process.StandardInput.Close();
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            Assert.That(process.ExitCode, Is.Zero, await errors);
            return await output;
        }
        catch (Win32Exception)
        {
            Assert.Ignore("There is no Node here.");
            throw;
        }
    }
}
