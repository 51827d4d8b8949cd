using System.Net;
using System.Net.Sockets;

namespace Feedback.Browser.Tests.Pages;

/// <summary>The service, the network or the answer goes away while somebody sends: nothing is lost, and nothing is stored twice.</summary>
public sealed class LosingTheServiceOnAPage
{
    private TestService _service = null!;
    private string _survey = "";

    [OneTimeSetUp]
    public async Task StartTheService()
    {
        _ = await Chromium.Browser();
        _service = await TestService.Start("sqlite", new Dictionary<string, string?> { ["urls"] = $"http://127.0.0.1:{FreePort()}" });
    }

    [SetUp]
    public async Task Publish() => _survey = await _service.PublishPage(PageSurveys.OfCustomers, Some.Key());

    [OneTimeTearDown]
    public async Task StopTheServiceForGood()
    {
        if (_service is not null) await _service.DisposeAsync();
    }

    [Test]
    public async Task A_service_that_stops_while_somebody_sends_is_told_and_the_answers_are_stored_once_when_it_is_back()
    {
        await using var customer = await Begin();
        await _service.Stop();
        try
        {
            await customer.Button("Send answers").ClickAsync();
            await Assertions.Expect(customer.Status).ToContainTextAsync("The service cannot be reached. Your answers stay on this page");
            await customer.Picture("unreachable");
        }
        finally
        {
            await _service.Run();
        }
        await customer.Button("Send answers").ClickAsync();
        await Assertions.Expect(customer.Heading("Thank you")).ToBeVisibleAsync();
        Assert.That(await _service.ResponsesStored(_survey), Is.EqualTo(1));
    }

    [Test]
    public async Task Without_script_a_form_that_found_no_service_is_sent_again_by_a_reload()
    {
        await using var customer = await Begin(script: false);
        await _service.Stop();
        try
        {
            await customer.Button("Send answers").ClickAsync();
            await Assertions.Expect(customer.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("chrome-error"));
        }
        catch (PlaywrightException)
        {
            // The browser shows a page of its own.
        }
        finally
        {
            await _service.Run();
        }
        await customer.Page.ReloadAsync();
        await Assertions.Expect(customer.Heading("Thank you")).ToBeVisibleAsync();
        Assert.That(await _service.ResponsesStored(_survey), Is.EqualTo(1));
    }

    [Test]
    public async Task An_answer_that_gets_lost_on_its_way_back_stores_nothing_twice()
    {
        await using var customer = await Begin();
        await customer.Page.RouteAsync("**/s/*", async route =>
        {
            if (route.Request.Method != "POST")
            {
                await route.ContinueAsync();
                return;
            }
            await route.FetchAsync(new() { MaxRedirects = 0 });
            await route.AbortAsync();
        });
        await customer.Button("Send answers").ClickAsync();
        await Assertions.Expect(customer.Status).ToContainTextAsync("cannot be reached");
        Assert.That(await _service.ResponsesStored(_survey), Is.EqualTo(1), "It was stored, and the person cannot know.");
        await customer.Page.UnrouteAllAsync();
        await customer.Page.ReloadAsync();
        await customer.Button("Send answers").ClickAsync();
        await Assertions.Expect(customer.Heading("Thank you")).ToBeVisibleAsync();
        Assert.That(await _service.ResponsesStored(_survey), Is.EqualTo(1));
    }

    [Test]
    public async Task Who_is_offline_is_told_so_and_sends_later()
    {
        await using var customer = await Begin();
        await customer.Offline(true);
        await Assertions.Expect(customer.Status).ToContainTextAsync("You are offline");
        await customer.Button("Send answers").ClickAsync();
        await customer.Picture("offline");
        await Assertions.Expect(customer.Status).ToContainTextAsync("You are offline");
        await customer.Offline(false);
        await Assertions.Expect(customer.Status).ToBeEmptyAsync();
        await customer.Button("Send answers").ClickAsync();
        await Assertions.Expect(customer.Heading("Thank you")).ToBeVisibleAsync();
        Assert.That(await _service.ResponsesStored(_survey), Is.EqualTo(1));
    }

    [Test]
    public async Task Two_quick_clicks_send_once()
    {
        await using var customer = await Begin();
        await customer.Button("Send answers").DblClickAsync();
        await Assertions.Expect(customer.Heading("Thank you")).ToBeVisibleAsync();
        Assert.That(customer.Requests.Count(r => new Uri(r).AbsolutePath == $"/s/{_survey}"), Is.EqualTo(2), "The page and one form.");
        Assert.That(await _service.ResponsesStored(_survey), Is.EqualTo(1));
    }

    private async Task<Respondent> Begin(bool script = true)
    {
        var customer = await Respondent.With(_service, script);
        await customer.Open($"/s/{_survey}?lang=en");
        await customer.Choose("clean", "4");
        await customer.Write("why", "Kept");
        return customer;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
