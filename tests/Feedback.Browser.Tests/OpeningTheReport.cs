using System.Diagnostics;
using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Browser.Tests;

/// <summary>What somebody sees who opens the page: with a key, with a wrong one, with one for one audience.</summary>
public sealed class OpeningTheReport
{
    private TestService _service = null!;

    [OneTimeSetUp]
    public async Task StartTheService() => _service = await DemoService.Running();

    [TestCase("customer", "trust")]
    [TestCase("employee", "engagement")]
    public async Task A_headline_figure_is_the_one_the_service_answers(string audience, string indicator)
    {
        var row = (await _service.Read.GetAsync($"/v1/indicators/{indicator}?audience={audience}&period=2026-10").Body())["value"]![0]!;
        await using var visit = await Visit.Begin(_service);
        await visit.Open("#/overview?period=2026-10");
        var figure = visit.Page.Locator($"[data-audience={audience}][data-figure={indicator}]");
        await Assertions.Expect(figure.Locator(".big")).ToHaveTextAsync(Text(row["estimate"]!.GetValue<double>()));
        await Assertions.Expect(figure.Locator(".beside")).ToContainTextAsync($"{Text(row["low"]!.GetValue<double>())} to {Text(row["high"]!.GetValue<double>())}");
        await Assertions.Expect(figure.Locator(".n")).ToHaveTextAsync($"{row["n"]!.GetValue<long>().ToString("N0", CultureInfo.InvariantCulture)} people");
        visit.IsQuiet();
    }

    [Test]
    public async Task The_key_of_a_link_leaves_the_address_at_once_and_is_never_part_of_a_request()
    {
        await using var visit = await Visit.Begin(_service);
        await visit.Open();
        Assert.That(visit.Page.Url, Does.EndWith("/report"));
        Assert.That(visit.Requests, Has.None.Contains(DemoService.ReadKey));
        visit.IsQuiet();
    }

    [Test]
    public async Task A_wrong_key_is_told_in_words_and_another_one_can_be_given()
    {
        await using var visit = await Visit.Begin(_service);
        await visit.Page.GotoAsync(new Uri(_service.Address, "/report").ToString());
        await visit.Page.GetByLabel("Key", new() { Exact = true }).FillAsync("fb_read_wrong");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show the figures" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not known");
        await visit.Page.GetByLabel("Key", new() { Exact = true }).FillAsync(DemoService.ReadKey);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("h1")).ToContainTextAsync("Overview");
    }

    [Test]
    public async Task A_key_that_may_not_read_is_told_so()
    {
        await using var visit = await Visit.Begin(_service);
        await visit.Open(key: await _service.MakeKey(KeyScope.Ingest));
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("may not read figures");
    }

    [Test]
    public async Task A_key_for_customers_shows_customers_and_says_what_it_does_not_see()
    {
        await using var visit = await Visit.Begin(_service);
        await visit.Open(key: await _service.MakeKey(KeyScope.Read, Audience.Customer));
        await Assertions.Expect(visit.Page.Locator("[data-audience=customer] .big").First).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("[data-audience=employee]")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("This key sees no survey of employees");
        visit.IsQuiet();
    }

    [Test]
    public async Task The_key_is_gone_when_it_is_forgotten()
    {
        await using var visit = await Visit.Begin(_service);
        await visit.Open();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Forget key" }).ClickAsync();
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Page.GetByLabel("Key", new() { Exact = true })).ToBeVisibleAsync();
        visit.IsQuiet();
    }

    [Test]
    public async Task A_period_that_is_not_released_shows_customers_and_the_way_to_the_last_that_is()
    {
        await using var visit = await Visit.Begin(_service);
        await visit.Open("#/overview?period=2026-11");
        await Assertions.Expect(visit.Page.Locator("[data-audience=customer] .big").First).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".panel.employee")).ToContainTextAsync("not released yet");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Show October 2026" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-audience=employee] .big").First).ToBeVisibleAsync();
        visit.IsQuiet();
    }

    [Test]
    public async Task The_first_figures_are_there_soon()
    {
        // The first visit also compiles the service's code; the second is what a visitor waits.
        await using (var warm = await Visit.Begin(_service)) await warm.Open();
        await using var visit = await Visit.Begin(_service);
        var watch = Stopwatch.StartNew();
        await visit.Page.GotoAsync(new Uri(_service.Address, $"/report#key={DemoService.ReadKey}").ToString());
        await visit.Page.Locator(".big").First.WaitForAsync();
        var first = watch.Elapsed;
        await visit.Ready();
        TestContext.Progress.WriteLine($"report page: first figure after {first.TotalMilliseconds:0} ms, everything after {watch.ElapsedMilliseconds} ms, {visit.Requests.Count} requests");
        // Two seconds are wanted and printed above; a machine that is busy with other things is given more.
        Assert.That(first, Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    /// <summary>One place after the point, and a minus that is one.</summary>
    private static string Text(double value) => value.ToString("0.0", CultureInfo.InvariantCulture).Replace('-', '\u2212');
}
