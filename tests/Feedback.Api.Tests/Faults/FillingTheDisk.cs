using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Faults;

/// <summary>No room for the store: senders are turned away and told when to come back, readers are served, and with room it goes on by itself.</summary>
[Category("Faults"), Platform(Include = "Linux", Reason = "File systems in memory and limits of processes.")]
public sealed class FillingTheDisk
{
    private readonly List<JsonObject> _acknowledged = [];
    private ServiceProcess _process = null!;

    [TearDown]
    public async Task Stop()
    {
        if (_process is not null) await _process.DisposeAsync();
        _acknowledged.Clear();
    }

    [Test]
    public async Task A_full_disk_turns_senders_away_and_loses_nothing()
    {
        using var mount = Mount.Try(megabytes: 64);
        if (mount is null) Assert.Ignore("The tests may not mount a file system here.");
        _process = new ServiceProcess(mount.Folder);
        await Publish();
        var ballast = Path.Combine(mount.Folder, "ballast");
        var rounds = Tried.Times(1, 10);
        for (var round = 0; round < rounds; round++)
        {
            Fill(ballast, mount.Folder);
            await AssertTurnedAway("The disk of the store is full.");
            File.Delete(ballast);
            await AssertGoesOn();
        }
        await AssertNothingIsLost();
        Tried.Line("a full disk (64 MB in memory), and room again", $"{rounds}", "503 with `Retry-After`, reads go on, no restart, nothing lost, store clean");
        await _process.DisposeAsync();
    }

    [Test]
    public async Task A_limit_on_the_size_of_files_does_the_same()
    {
        if (!Mount.Run("prlimit", "--version")) Assert.Ignore("There is no prlimit here.");
        using (var mount = Mount.Try(megabytes: 1))
        {
            if (mount is not null && !Tried.IsAtLength) Assert.Ignore("A full disk was tried: make faults.");
        }
        // What the limit sends would end the process; shells can have it ignored.
        _process = new ServiceProcess { Through = ["sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh"], Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" } };
        await Publish();
        Limit((new FileInfo(Path.Combine(_process.Folder, "feedback.db-wal")).Length + 60_000).ToString(CultureInfo.InvariantCulture));
        await AssertTurnedAway(null);
        Limit("unlimited");
        await AssertGoesOn();
        await AssertNothingIsLost();
        Tried.Line("a limit on the size of the store's files, and none again", "1", "503 with `Retry-After`, reads go on, no restart, nothing lost, store clean");
    }

    private async Task Publish()
    {
        await _process.Start();
        await _process.Admin.Put("/v1/surveys/airport", Some.CustomerSurvey()).Body(201);
        for (var i = 0; i < 20; i++) await Post(201);
    }

    /// <summary>Takes all room but a little.</summary>
    private static void Fill(string ballast, string folder)
    {
        var room = new DriveInfo(folder).AvailableFreeSpace;
        using var file = File.Create(ballast);
        file.Write(new byte[Math.Max(0, room - 100_000)]);
    }

    private void Limit(string bytes) => Assert.That(Mount.Run("prlimit", "--pid", _process.Id.ToString(CultureInfo.InvariantCulture), $"--fsize={bytes}:"), Is.True);

    private async Task AssertTurnedAway(string? reason)
    {
        HttpResponseMessage answer;
        for (var i = 0; ; i++)
        {
            var response = Some.Response();
            answer = await _process.Admin.Post("/v1/surveys/airport/responses", response);
            if (answer.StatusCode != HttpStatusCode.Created) break;
            _acknowledged.Add(response);
            Assert.That(i, Is.LessThan(5_000), "There is always room.");
        }
        await answer.Problem(503, "store_unavailable");
        if (reason is not null) Assert.That((await _process.Admin.GetAsync("/health/ready").Problem(503, "store_unavailable")).Detail, Does.Contain(reason));
        Assert.That(answer.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero));
        var lines = string.Join('\n', Enumerable.Range(0, 500).Select(_ => Some.Response().ToJsonString()));
        await _process.Admin.PostAsync("/v1/surveys/airport/responses/batch", Wire.Text(lines, "application/x-ndjson")).Problem(503, "store_unavailable");
        var row = (await _process.Admin.GetAsync("/v1/indicators/recommend?survey=airport").Body())["value"]!.AsArray().Single()!;
        Assert.That((int)row["n"]!, Is.EqualTo(_acknowledged.Count), "Reads go on, and see what was acknowledged.");
    }

    private async Task AssertGoesOn()
    {
        for (var i = 0; (await _process.Admin.GetAsync("/health/ready")).StatusCode != HttpStatusCode.OK; i++)
        {
            Assert.That(i, Is.LessThan(400), "It is not ready again.");
            await Task.Delay(50);
        }
        for (var i = 0; i < 20; i++) await Post(201);
    }

    private async Task AssertNothingIsLost()
    {
        await _process.Kill();
        await _process.Start();
        foreach (var response in _acknowledged) Assert.That((string?)(await _process.Admin.Post("/v1/surveys/airport/responses", response).Body())["status"], Is.EqualTo("already_stored"));
        Assert.That(_process.Number("select count(*) from response"), Is.EqualTo(_acknowledged.Count));
        Assert.That(await _process.Terminate(), Is.Zero);
        await _process.Check();
    }

    private async Task Post(int status)
    {
        var response = Some.Response();
        await _process.Admin.Post("/v1/surveys/airport/responses", response).Body(status);
        _acknowledged.Add(response);
    }
}
