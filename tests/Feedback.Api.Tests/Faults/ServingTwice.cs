namespace Feedback.Api.Tests.Faults;

/// <summary>One file has one process that serves it. Verbs that work beside a service do.</summary>
[Category("Faults")]
public sealed class ServingTwice
{
    private ServiceProcess _first = null!;

    [OneTimeSetUp]
    public async Task Serve()
    {
        _first = new ServiceProcess();
        await _first.Start();
        await _first.Admin.Put("/v1/surveys/airport", Some.CustomerSurvey()).Body(201);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _first.DisposeAsync();

    [Test]
    public async Task A_second_process_on_a_store_is_refused_with_one_line()
    {
        var link = _first.Folder + "_link";
        Directory.CreateSymbolicLink(link, _first.Folder);
        try
        {
            foreach (var folder in (string[])[_first.Folder, link])
            {
                await using var second = new ServiceProcess(folder);
                var (exitCode, errors) = await second.StartInVain();
                Assert.That((exitCode, errors), Is.EqualTo((1, Refusal(folder))));
            }
        }
        finally
        {
            Directory.Delete(link);
        }
        Tried.Line("a second `serve` on a store, by its folder and by a link", "2", "refused with one line, exit code 1");
    }

    [Test]
    public async Task The_demo_is_refused_there_too_and_touches_nothing()
    {
        var demo = await _first.Run("demo");
        Assert.That((demo.ExitCode, demo.Errors), Is.EqualTo((1, Refusal(_first.Folder))));
        Assert.That(await _first.Admin.GetAsync("/v1/surveys/airport").Body(), Is.Not.Null);
        Tried.Line("`demo` on a store that is served", "1", "refused with one line, exit code 1");
    }

    [Test]
    public async Task Verbs_that_work_beside_a_service_do()
    {
        var migrated = await _first.Run("migrate");
        Assert.That((migrated.ExitCode, migrated.Output), Is.EqualTo((0, "Nothing to do: the store has the present schema.\n")), migrated.Errors);
        var file = Path.Combine(_first.Folder, "rows.csv");
        await File.WriteAllTextAsync(file, "id,clean,nps\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"{Guid.NewGuid()},4,{i % 11}\n")));
        var imported = await _first.Run("import", "--survey", "airport", "--file", file);
        Assert.That(imported.ExitCode, Is.Zero, imported.Errors);
        Assert.That(_first.Number("select count(*) from response"), Is.EqualTo(50));
        Tried.Line("`migrate` and `import` beside a service", "1", "done, 50 rows stored");
    }

    [Test]
    public async Task A_process_that_was_killed_keeps_nobody_out()
    {
        var times = Tried.Times(1, 10);
        for (var i = 0; i < times; i++)
        {
            await _first.Kill();
            await _first.Start();
        }
        await _first.Check();
        Tried.Line("a start right after `kill -9` of the process before", $"{times}", "serves, store clean");
    }

    private static string Refusal(string folder) =>
        $"The store {Path.Combine(folder, "feedback.db")} is served by another process, and one file has one serving process: stop that one first, or name another folder in Feedback:DataDirectory.\n";
}
