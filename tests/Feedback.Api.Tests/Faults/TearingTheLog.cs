using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Faults;

/// <summary>A write-ahead log that ends in the middle of something, as after a loss of power: what was acknowledged before the torn frame is there.</summary>
[Category("Faults"), Platform(Exclude = "Win", Reason = "Signals of POSIX.")]
public sealed class TearingTheLog
{
    private const string Survey = "airport";

    private readonly List<(JsonObject Response, long Length)> _acknowledged = [];
    private byte[] _file = [], _log = [];

    /// <summary>Posts one by one, so that each response ends at a known place of the log; then kills.</summary>
    [OneTimeSetUp]
    public async Task FillALog()
    {
        await using var process = new ServiceProcess();
        await process.Start();
        await process.Admin.Put($"/v1/surveys/{Survey}", Some.CustomerSurvey()).Body(201);
        var (file, log) = (Path.Combine(process.Folder, "feedback.db"), new FileInfo(Path.Combine(process.Folder, "feedback.db-wal")));
        for (var i = 0; i < 40; i++)
        {
            var response = Some.Response();
            await process.Admin.Post($"/v1/surveys/{Survey}/responses", response).Body(201);
            log.Refresh();
            // A log that begins anew knows nothing of those before: they are in the file.
            if (_acknowledged.Count > 0 && log.Length < _acknowledged[^1].Length)
            {
                for (var earlier = 0; earlier < i; earlier++) _acknowledged[earlier] = (_acknowledged[earlier].Response, 0);
            }
            _acknowledged.Add((response, log.Length));
        }
        await process.Kill();
        (_file, _log) = (await File.ReadAllBytesAsync(file), await File.ReadAllBytesAsync(log.FullName));
        Assert.That(_log, Has.Length.GreaterThanOrEqualTo(_acknowledged[^1].Length).And.Length.GreaterThan(100_000));
    }

    [Test]
    public async Task What_was_acknowledged_before_the_torn_frame_is_there()
    {
        var (random, places) = (new Random(5), Tried.Times(3, 60));
        for (var i = 0; i < places; i++)
        {
            var at = random.Next(_log.Length);
            foreach (var (name, torn) in Torn(at, random).Take(Tried.Times(1, 4))) await AssertMended(torn, at, name);
        }
        Tried.Line("a log that is cut, zeroed, garbled to its end or at one place, after a kill", $"{places} places", "starts, everything acknowledged before is there, what was lost is taken again, store clean");
    }

    [Test]
    public async Task What_lies_beyond_the_last_commit_is_nothing()
    {
        var random = new Random(6);
        var beyond = new byte[9_000];
        random.NextBytes(beyond);
        await AssertMended([.. _log, .. beyond], _log.Length, "garbage behind the end");
        // Frames that were written whole, of a transaction that never ended.
        await AssertMended([.. _log, .. _log.AsSpan(32, Math.Min(_log.Length - 32, 8_240))], _log.Length, "old frames behind the end");
        Tried.Line("a log with garbage, or with old frames, behind its last commit", "2", "starts, nothing is lost, store clean");
    }

    /// <summary>The log damaged from a place on, in each of the ways that happen.</summary>
    private IEnumerable<(string Name, byte[] Log)> Torn(int at, Random random)
    {
        var garbage = new byte[_log.Length - at];
        random.NextBytes(garbage);
        yield return ("garbled to the end", [.. _log.AsSpan(0, at), .. garbage]);
        yield return ("cut", _log[..at]);
        yield return ("zeroed to the end", [.. _log.AsSpan(0, at), .. new byte[_log.Length - at]]);
        var spot = (byte[])_log.Clone();
        spot[at] ^= 0x40;
        yield return ("one bit", spot);
    }

    private async Task AssertMended(byte[] log, int damagedFrom, string how)
    {
        var store = new TestStore("sqlite");
        Directory.CreateDirectory(store.Folder);
        var file = Path.Combine(store.Folder, "feedback.db");
        await File.WriteAllBytesAsync(file, _file);
        await File.WriteAllBytesAsync(file + "-wal", log);
        await using var service = await TestService.Start(store);
        var stored = (await service.Column<byte[]>("select id from response")).Select(id => new Guid(id, bigEndian: true)).ToHashSet();
        var there = _acknowledged.Select(a => stored.Contains(Guid.Parse((string)a.Response["id"]!))).ToList();
        var due = _acknowledged.Count(a => a.Length <= damagedFrom);
        Assert.That(there.Take(due), Is.All.True, $"{how} from {damagedFrom}: {due} were acknowledged before.");
        Assert.That(there.SkipWhile(t => t), Has.None.True, $"{how} from {damagedFrom}: none is there whose predecessor is not.");
        Assert.That(await service.ResponsesCounted(Survey), Is.EqualTo(stored.Count), how);
        foreach (var (response, isThere) in _acknowledged.Zip(there, (a, t) => (a.Response, t)).Where((_, i) => i >= due - 1))
            Assert.That((string?)JsonNode.Parse(await (await service.Submit(Survey, response)).Content.ReadAsStringAsync())!["status"], Is.EqualTo(isThere ? "already_stored" : "stored"), how);
        StoredWell.Assert(file);
    }
}
