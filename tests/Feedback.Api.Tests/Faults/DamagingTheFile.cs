using Dapper;
using Microsoft.Data.Sqlite;

namespace Feedback.Api.Tests.Faults;

/// <summary>A byte of the store's file that is another one, as a bad disk leaves it: the check says so and ends with 1.</summary>
[Category("Faults")]
public sealed class DamagingTheFile
{
    private byte[] _file = [];
    private int _pageSize;

    [OneTimeSetUp]
    public async Task FillAFile()
    {
        var service = await TestService.Start("sqlite");
        var survey = await service.Publish(Some.CustomerSurvey());
        await service.Store(survey, Enumerable.Range(0, 300).Select(_ => Some.Response()));
        await service.Folded();
        await service.Stop();
        var file = Path.Combine(service.Store.Folder, "feedback.db");
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync();
            await connection.ExecuteAsync("pragma wal_checkpoint(truncate)");
            _pageSize = await connection.ExecuteScalarAsync<int>("pragma page_size");
        }
        _file = await File.ReadAllBytesAsync(file);
        await service.DisposeAsync();
    }

    [TestCase(0, "what it is")]
    [TestCase(4, "how many rows it has")]
    public async Task A_byte_in_the_middle_that_says_something_of_its_page_is_told_and_nothing_is_mended(int offset, string what)
    {
        const int leafOfTable = 13;
        var page = Enumerable.Range(_file.Length / _pageSize / 2, _file.Length).First(i => _file[i * _pageSize] == leafOfTable);
        var result = await Damaged(page * _pageSize + offset, "check", "--mend");
        Assert.That(result.ExitCode, Is.EqualTo(1), result.Output + result.Errors);
        Assert.That(result.Output + result.Errors, Does.Contain("store's file is damaged: ").And.Not.Contain("mended: ").And.Not.Contain("***"));
        Assert.That(result.Errors, Does.Match("^(The store cannot be used: The store's file is damaged: restore a backup. [^\n]+\n)?$"));
        Tried.Line($"a byte of the file that says of a page {what}", "1", "told by the check, exit code 1, nothing is mended");
    }

    [Test]
    public async Task A_byte_of_an_answer_is_told_by_its_counts()
    {
        var result = await Damaged(_file.AsSpan().IndexOf("\"nps\":"u8) + 6, "check");
        Assert.That((result.ExitCode, result.Errors), Is.EqualTo((1, "")));
        Assert.That(result.Output, Does.Match("^(counts of |1 responses to )").And.Match("[1-9][0-9]* left.\n$"));
    }

    [Test]
    public async Task Any_byte_that_makes_a_difference_is_told_in_a_line()
    {
        if (!Tried.IsAtLength) Assert.Ignore("It takes its time: make faults.");
        var (random, told) = (new Random(7), 0);
        for (var i = 0; i < 60; i++)
        {
            var at = random.Next(_file.Length);
            var result = await Damaged(at, "check");
            if (result.ExitCode == 0) continue;
            told++;
            Assert.That(result.ExitCode, Is.AnyOf(1, 2), $"{at}: {result.Errors}");
            Assert.That(result.Errors, Does.Match("^(The [^\n]+\n)?$"), $"{at}");
            Assert.That(result.Output + result.Errors, Is.Not.Empty, $"{at}");
        }
        Tried.Line("a byte of the file that is another one, at any place", "60", $"{told} told by the check, with 1 or 2; the others lie where nothing is, or in what nothing is compared with");
    }

    /// <summary>Runs a verb on the file with one byte changed.</summary>
    private async Task<FeedbackProcess.Result> Damaged(int at, params string[] verb)
    {
        await using var store = new TestStore("sqlite");
        Directory.CreateDirectory(store.Folder);
        var file = (byte[])_file.Clone();
        file[at] ^= 1;
        await File.WriteAllBytesAsync(Path.Combine(store.Folder, "feedback.db"), file);
        return await FeedbackProcess.Run(store.Settings, verb);
    }
}
