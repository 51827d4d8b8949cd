using System.Text.RegularExpressions;

namespace Feedback.Api.Tests.Imports;

/// <summary>docs/import.md, done as it says.</summary>
public sealed class TheWorkedExample
{
    [Test]
    public async Task Does_what_the_page_says()
    {
        var page = (await File.ReadAllTextAsync(Path.Combine(FeedbackProcess.Root, "docs", "import.md"))).ReplaceLineEndings("\n");
        string Block(string kind) => Regex.Match(page, $"```{kind}\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        await using var folder = new ImportFolder();
        await File.WriteAllTextAsync(folder.Path("stays.csv"), Block("csv"));
        await File.WriteAllTextAsync(folder.Path("stays.json"), Block("json"));
        var result = await folder.Run("import", "--format", "csv", "--map", folder.Path("stays.json"), "--rejects", folder.Path("rejects.csv"));
        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(page, Does.Contain(result.Errors.TrimEnd()));
        Assert.That(page, Does.Contain(result.Output[..result.Output.IndexOf(';')]));
        await File.WriteAllTextAsync(folder.Path("rejects.csv"), (await File.ReadAllTextAsync(folder.Path("rejects.csv"))).Replace("22.11.2026,6", "22.11.2026,5"));
        Assert.That((await folder.Run("import", "--format", "csv", "--map", folder.Path("stays.json"), folder.Path("rejects.csv"))).ExitCode, Is.Zero);
        Assert.That(await folder.Query<long>("select count(*) from response"), Is.EqualTo(new[] { 4L }));
    }
}
