namespace Feedback.Browser.Tests;

/// <summary>Every view as people see it: on a laptop and a phone, in light and dark.</summary>
public sealed class LookingAtEveryView
{
    private static readonly string[] Views = ["overview", "trend", "heatmap", "consistency", "alignment", "warnings", "targets", "balance", "committee"];

    private TestService _service = null!;

    [OneTimeSetUp]
    public async Task StartTheService() => _service = await DemoService.Running();

    [Test]
    public async Task The_navigation_leads_to_every_view()
    {
        await using var visit = await Visit.Begin(_service);
        await visit.Open();
        var links = await visit.Page.Locator("nav a").EvaluateAllAsync<string[]>("links => links.map(a => a.hash.slice(2))");
        Assert.That(links, Is.EqualTo(Views));
    }

    [TestCase(1280, ColorScheme.Light)]
    [TestCase(1280, ColorScheme.Dark)]
    [TestCase(360, ColorScheme.Light)]
    [TestCase(360, ColorScheme.Dark)]
    public async Task No_view_shuts_anybody_out_complains_or_calls_elsewhere(int width, ColorScheme scheme)
    {
        await using var visit = await Visit.Begin(_service, width, scheme);
        await visit.Open();
        Assert.Multiple(async () =>
        {
            foreach (var view in Views)
            {
                await visit.Go($"#/{view}?audience=employee");
                // What opens is laid out in the next frame, and made a stop for the keyboard where it scrolls.
                await visit.Page.EvaluateAsync("async () => { document.querySelectorAll('details').forEach(d => d.open = true); for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame); }");
                Assert.That(await Accessibility.Violations(visit.Page), Is.Empty, view);
                Assert.That(await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"), Is.LessThanOrEqualTo(0), $"{view} is wider than the window.");
                Assert.That(await visit.Page.Locator("h1").CountAsync(), Is.EqualTo(1), view);
                Assert.That(await visit.Page.Locator(".refusal").CountAsync(), Is.Zero, view);
            }
        });
        visit.IsQuiet();
    }

    [TestCase("overview", ".big")]
    [TestCase("heatmap", "table.heat td b")]
    [TestCase("consistency", ".with-bar")]
    [TestCase("targets", ".with-bar")]
    [TestCase("balance", ".figure")]
    [TestCase("committee", ".with-bar")]
    public async Task A_phone_shows_every_figure_that_a_laptop_shows(string view, string figures)
    {
        var seen = new List<string[]>();
        foreach (var width in (int[])[1280, 360])
        {
            await using var visit = await Visit.Begin(_service, width);
            await visit.Open($"#/{view}?period=2026-10");
            seen.Add(await visit.Page.Locator(figures).EvaluateAllAsync<string[]>("all => all.filter(e => e.checkVisibility() && e.getBoundingClientRect().width > 0).map(e => e.textContent)"));
        }
        Assert.That(seen[0], Has.Length.GreaterThan(5));
        Assert.That(seen[1], Is.EqualTo(seen[0]));
    }

    [Test]
    public async Task The_form_for_the_key_shuts_nobody_out()
    {
        await using var visit = await Visit.Begin(_service, 360);
        await visit.Page.GotoAsync(new Uri(_service.Address, "/report").ToString());
        await visit.Ready();
        Assert.That(await Accessibility.Violations(visit.Page), Is.Empty);
    }

    [Test]
    public async Task A_withheld_cell_is_shown_as_withheld_and_never_as_a_number()
    {
        var rows = (await _service.Read.GetAsync("/v1/indicators/trust?audience=employee&by=unit&period=2026-10").Body())["value"]!.AsArray();
        Assert.That(rows.Where(r => (string?)r!["status"] == "withheld").Select(r => (string?)r!["unit"]), Is.EqualTo((string[])["cash-logistics"]), "The demo has one unit that is withheld.");
        await using var visit = await Visit.Begin(_service);
        await visit.Open("#/heatmap?audience=employee&period=2026-10");
        var row = visit.Page.Locator("table.heat tbody tr", new() { Has = visit.Page.GetByRole(AriaRole.Rowheader, new() { Name = "Cash logistics" }) });
        var texts = await row.Locator("td").AllInnerTextsAsync();
        Assert.That(texts, Is.Not.Empty.And.All.EqualTo("withheld"));
        Assert.That(await visit.Page.Locator("table.heat tbody tr").CountAsync(), Is.EqualTo(18), "Seventeen units and the whole.");
        await Assertions.Expect(visit.Page.Locator(".heat-legend")).ToContainTextAsync("withheld");
    }

    [Test]
    public async Task A_cell_of_the_map_is_the_figure_the_service_answers()
    {
        var rows = (await _service.Read.GetAsync("/v1/indicators/engagement?audience=employee&by=unit&period=2026-10").Body())["value"]!.AsArray();
        var lending = rows.Single(r => (string?)r!["unit"] == "lending")!;
        await using var visit = await Visit.Begin(_service);
        await visit.Open("#/heatmap?audience=employee&period=2026-10");
        var row = visit.Page.Locator("table.heat tbody tr", new() { Has = visit.Page.GetByRole(AriaRole.Rowheader, new() { Name = "Lending" }) });
        var column = (await visit.Page.Locator("table.heat thead th").AllInnerTextsAsync()).ToList().FindIndex(t => t.StartsWith("Engagement", StringComparison.Ordinal));
        await Assertions.Expect(row.Locator("td").Nth(column - 1)).ToContainTextAsync(FormattableString.Invariant($"{lending["estimate"]!.GetValue<double>():0.0}"));
    }

    [Test]
    public async Task A_trend_of_a_unit_that_is_withheld_says_so()
    {
        await using var visit = await Visit.Begin(_service);
        await visit.Open("#/trend?audience=employee&indicator=trust&unit=cash-logistics");
        await Assertions.Expect(visit.Page.Locator(".absent .not-shown")).ToHaveTextAsync("withheld");
        await Assertions.Expect(visit.Page.Locator(".chart")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_drawing_has_a_name_a_description_and_a_table()
    {
        await using var visit = await Visit.Begin(_service);
        await visit.Open("#/trend?audience=customer&indicator=trust");
        var drawing = visit.Page.GetByRole(AriaRole.Img, new() { Name = "Trust by month" });
        await Assertions.Expect(drawing).ToHaveCountAsync(1);
        await Assertions.Expect(drawing.Locator("desc")).ToContainTextAsync("From ");
        await visit.Page.GetByText("The same as a table").ClickAsync();
        Assert.That(await visit.Page.Locator("main table tbody tr").CountAsync(), Is.EqualTo(19), "Eighteen months and the running one.");
    }

    [Test]
    public async Task A_topic_in_alarm_is_flagged_where_the_service_says_and_leads_to_its_comments()
    {
        var rows = (await _service.Read.GetAsync("/v1/early-warnings?audience=employee&period=2026-05&alarm=true").Body())["value"]!.AsArray().Where(r => r!["topic"] is not null).ToList();
        Assert.That(rows, Is.Not.Empty);
        await using var visit = await Visit.Begin(_service);
        await visit.Open("#/overview?period=2026-05");
        await Assertions.Expect(visit.Page.Locator(".stands-out .warned").First).ToContainTextAsync("Employees mention “Systems and tools” unusually often in May 2026");
        await visit.Go("#/warnings?period=2026-05");
        var table = visit.Page.GetByRole(AriaRole.Table, new() { Name = "Topics mentioned unusually often" });
        Assert.That(await table.Locator("tbody tr", new() { HasText = "Employees" }).CountAsync(), Is.EqualTo(rows.Count));
        var south = table.Locator("tbody tr", new() { HasText = "Branches south" });
        await Assertions.Expect(south).ToContainTextAsync("in May 2026");
        var address = await south.Locator("code").InnerTextAsync();
        Assert.That((await _service.Admin.GetAsync(address).Body())["value"]!.AsArray().Count(c => c!["text"]!.ToString().Contains("system", StringComparison.Ordinal)), Is.GreaterThan(10), address);
        await visit.Go("#/committee?period=2026-05&unit=retail-south");
        await Assertions.Expect(visit.Page.Locator(".page .warned").First).ToContainTextAsync("Systems and tools");
        visit.IsQuiet();
    }

    [Test]
    public async Task Alarms_are_the_ones_the_service_raises()
    {
        var rows = (await _service.Read.GetAsync("/v1/indicators/early-warning?audience=employee&by=unit&measure=trust&interval=month&period=2026-05").Body())["value"]!.AsArray();
        Assert.That(rows.Where(r => r!["components"]!["alarm"]?.GetValue<bool>() == true).Select(r => (string?)r!["unit"]), Is.EqualTo((string[])["retail-south"]));
        await using var visit = await Visit.Begin(_service);
        await visit.Open("#/warnings?period=2026-05");
        var table = visit.Page.GetByRole(AriaRole.Table, new() { Name = "Streams of employees" });
        var column = (await table.Locator("thead th").AllInnerTextsAsync()).ToList().IndexOf("Trust");
        var cells = await table.Locator($"tbody tr td:nth-child({column + 1})").AllInnerTextsAsync();
        Assert.That(cells.Count(c => c.Contains("alarm", StringComparison.Ordinal)), Is.EqualTo(1));
        await Assertions.Expect(table.Locator("tbody tr", new() { HasText = "Branches south" }).Locator("td").Nth(column - 1)).ToContainTextAsync("alarm");
    }
}
