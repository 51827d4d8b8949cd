using Microsoft.Data.Sqlite;

namespace Feedback.Api.Tests.Faults;

/// <summary>A store that another process has locked, or that may only be read: told in one line at start, and with 503 while serving.</summary>
[Category("Faults"), Platform(Include = "Linux", Reason = "Rights of files."), System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class LockingTheStore
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Enterable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode Writable = Readable | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private const UnixFileMode Open = Enterable | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private ServiceProcess _process = null!;

    [SetUp]
    public async Task MakeAStore()
    {
        var isQuick = TestContext.CurrentContext.Test.MethodName == nameof(A_store_that_may_only_be_read_ends_the_start_with_one_line);
        if (!Tried.IsAtLength && !isQuick) Assert.Ignore("It takes its time: make faults.");
        // Root may write whatever the rights say: the service runs as nobody then.
        _process = new ServiceProcess { Through = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"] : [] };
        File.SetUnixFileMode(_process.Folder, Open);
        if (Environment.IsPrivilegedProcess && !Mount.Run("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "test", "-r", typeof(Feedback.Api.Service).Assembly.Location)) Assert.Ignore("Nobody but root may read the program here.");
        await _process.Start();
        await _process.Admin.Put("/v1/surveys/airport", Some.CustomerSurvey()).Body(201);
    }

    [TearDown]
    public async Task Stop()
    {
        if (_process is null) return;
        File.SetUnixFileMode(_process.Folder, Open);
        await _process.DisposeAsync();
    }

    [Test]
    public async Task A_store_that_may_only_be_read_ends_the_start_with_one_line()
    {
        Assert.That(await _process.Terminate(), Is.Zero);
        var file = Path.Combine(_process.Folder, "feedback.db");
        Limit(file, Readable);
        var (exitCode, errors) = await _process.StartInVain();
        Assert.That(exitCode, Is.EqualTo(1), errors);
        Assert.That(errors, Does.Match("^The store cannot be used: The store is read-only: its file, those beside it, its folder or its file system. [^\n]+\n$"));
        // What the engine made beside it has the rights of the file.
        foreach (var name in Directory.GetFiles(_process.Folder, "feedback.db*")) Limit(name, Writable);
        Limit(_process.Folder, Enterable);
        File.Delete(file + ".lock");
        (exitCode, errors) = await _process.StartInVain();
        Assert.That(exitCode, Is.EqualTo(1), errors);
        Assert.That(errors, Does.Match("^The store /[^\n]+/feedback.db cannot be served: [^\n]+\n$"));
        Limit(_process.Folder, Open);
        await _process.Start();
        await _process.Check();
        Tried.Line("a start on a read-only file, and in a read-only folder", "2", "one line, exit code 1; serves when it may write again");
    }

    [Test]
    public async Task A_store_on_a_read_only_file_system_ends_the_start_with_one_line()
    {
        using var mount = Mount.Try(megabytes: 16);
        if (mount is null) Assert.Ignore("The tests may not mount a file system here.");
        await using var process = new ServiceProcess(mount.Folder);
        await process.Start();
        Assert.That(await process.Terminate(), Is.Zero);
        Assert.That(Mount.Run("mount", "-o", "remount,ro", mount.Folder), Is.True);
        var (exitCode, errors) = await process.StartInVain();
        Assert.That(exitCode, Is.EqualTo(1), errors);
        Assert.That(errors, Does.Match("^The store /[^\n]+/feedback.db cannot be served: [^\n]+\n$"));
        Tried.Line("a start on a read-only file system", "1", "one line, exit code 1");
    }

    [Test]
    public async Task A_store_that_becomes_read_only_while_it_is_served_is_read_and_told_of()
    {
        Limit(Path.Combine(_process.Folder, "feedback.db"), Readable);
        // The writer has it open since it started, and may go on; whoever opens it now may not write.
        var sent = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _process.Admin.Post("/v1/surveys/airport/responses", Some.Response())));
        Assert.That(sent.Select(a => (int)a.StatusCode), Is.All.EqualTo(201));
        var surveys = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => _process.Admin.Put($"/v1/surveys/other-{i}", Some.CustomerSurvey())));
        Assert.That(surveys.Select(a => (int)a.StatusCode), Is.All.EqualTo(201).Or.EqualTo(503));
        Assert.That((await _process.Admin.GetAsync("/v1/surveys/airport").Body())["key"]!.ToString(), Is.EqualTo("airport"));
        await _process.Kill();
        foreach (var name in Directory.GetFiles(_process.Folder, "feedback.db*")) Limit(name, Writable);
        await _process.Start();
        Assert.That(_process.Number("select count(*) from response"), Is.EqualTo(20));
        foreach (var (answer, i) in surveys.Select((a, i) => (a, i)))
            Assert.That((int)(await _process.Admin.GetAsync($"/v1/surveys/other-{i}")).StatusCode, Is.EqualTo((int)answer.StatusCode == 201 ? 200 : 404));
        await _process.Check();
        Tried.Line("a file that becomes read-only while it is served", "1", "what was acknowledged is stored, the rest 503; reads go on");
    }

    [Test]
    public async Task A_store_that_another_process_has_locked_ends_the_start_with_one_line()
    {
        Assert.That(await _process.Terminate(), Is.Zero);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(_process.Folder, "feedback.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var transaction = connection.BeginTransaction(deferred: false);
            var (exitCode, errors) = await _process.StartInVain(seconds: 90);
            Assert.That(exitCode, Is.EqualTo(1), errors);
            Assert.That(errors, Does.Match("^The store cannot be used: Another process keeps the store locked. [^\n]+\n$"));
        }
        await _process.Start();
        Tried.Line("a start on a store that another process has locked for a minute", "1", "one line, exit code 1; serves when it is let go of");
    }

    private static void Limit(string path, UnixFileMode mode) => File.SetUnixFileMode(path, mode);
}
