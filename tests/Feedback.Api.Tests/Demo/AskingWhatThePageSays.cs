using System.Text.RegularExpressions;

namespace Feedback.Api.Tests.Demo;

/// <summary>The page of the demo sends people to addresses: each answers what the page says it answers.</summary>
public sealed partial class AskingWhatThePageSays(string engine) : StoryFixture(engine)
{
    [Test]
    public async Task Every_address_on_the_page_of_the_demo_answers_as_the_page_says()
    {
        var asked = AskedOn("docs/demo.md").ToList();
        Assert.That(asked, Has.Count.GreaterThan(40));
        using (Assert.EnterMultipleScope())
        {
            foreach (var (address, isAdmin, status) in asked)
            {
                using var answer = await (isAdmin ? Service.Admin : Service.Read).GetAsync(address);
                Assert.That((int)answer.StatusCode, Is.EqualTo(status), address);
            }
        }
    }

    [Test]
    public async Task What_would_find_somebody_out_is_withheld()
    {
        foreach (var where in (string[])["unit:cash-logistics", "level:janitor"])
        {
            var row = await Row($"trust?audience=employee&where={where}&period={Period(17)}");
            Assert.That(row.Status(), Is.EqualTo("withheld"), where);
            Assert.That(row["n"], Is.Null, where);
        }
        var levels = await Rows($"trust?audience=employee&where=unit:retail-south&by=level&period={Period(17)}");
        Assert.That(levels.Count(r => r.Status() == "released"), Is.EqualTo(1), "With two of three the last one follows.");
    }

    /// <summary>The rows of the page's tables that ask: the address, whose key, and the status, 200 where the row names none.</summary>
    private static IEnumerable<(string Address, bool IsAdmin, int Status)> AskedOn(string page) =>
        File.ReadLines(Path.Combine(Repository.Root, page)).Select(line => AskedRow().Match(line)).Where(m => m.Success)
            .Select(m => (m.Groups["address"].Value, m.Groups["key"].Success, m.Groups["status"].Success ? int.Parse(m.Groups["status"].Value, null) : 200));

    [GeneratedRegex(@"^\| `(?<address>/[^`]+)`(?<key> \(admin key\))? \| ((?<status>[45]\d\d)\b)?")]
    private static partial Regex AskedRow();
}
