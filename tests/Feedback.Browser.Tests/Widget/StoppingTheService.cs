using System.Text.Json.Nodes;
using Feedback.Api.Demo;
using Feedback.Api.Tests.Faults;
using Microsoft.AspNetCore.Builder;

namespace Feedback.Browser.Tests.Widget;

/// <summary>The service's process is killed while somebody sends from the sample pages, and started again on the same store and port.</summary>
[Platform(Exclude = "Win", Reason = "Signals of POSIX.")]
public sealed class StoppingTheService
{
    private ServiceProcess _process = null!;
    private WebApplication _site = null!;
    private Uri _address = null!;

    [OneTimeSetUp]
    public async Task StartBoth()
    {
        await Chromium.Browser();
        _process = new ServiceProcess();
        await _process.Start();
        _address = SamplePages.FreeAddress();
        await Publish(DemoSurveys.Customers, DemoSurveys.OfCustomers.ToCanonicalJson());
        await Publish(DemoSurveys.Employees, DemoSurveys.OfEmployees.ToCanonicalJson());
        await _process.Admin.Put("/v1/units", JsonNode.Parse("""{"units":[{"code":"digital","name":"Digital"},{"code":"retail-south","name":"South"}]}""")!).Body();
        _site = await SamplePages.Serve(_address, _process.Address, await Key("customer"), await Key("employee"));
    }

    [OneTimeTearDown]
    public async Task StopBoth()
    {
        if (_site is not null) await _site.DisposeAsync();
        if (_process is not null) await _process.DisposeAsync();
    }

    [Test]
    public async Task Stopped_before_a_customer_sends_and_started_again_exactly_one_response_is_stored()
    {
        await using var guest = await Guest.Begin();
        await guest.Open(_address, "/shop");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Answer the survey" }).ClickAsync();
        await guest.Dialog.GetByLabel("What should we know?").FillAsync("Sent while nobody listened.");
        await _process.Kill();
        await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(guest.Dialog.GetByText("It could not be sent yet.")).ToBeVisibleAsync();
        await _process.Start();
        await Assertions.Expect(guest.Dialog.GetByText("Your feedback is stored.")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        Assert.That(Stored(DemoSurveys.Customers), Is.EqualTo(1));
        Assert.That(guest.Complaints, Is.All.Contain("ERR_CONNECTION_REFUSED"));
    }

    [Test]
    public async Task Stopped_before_an_employee_sends_it_is_stored_on_the_next_visit_though_the_tab_was_closed()
    {
        var code = (string)(await _process.Admin.Post($"/v1/surveys/{DemoSurveys.Employees}/codes", new JsonObject { ["count"] = 1 }).Body(201))["codes"]![0]!;
        await using var guest = await Guest.Begin();
        await guest.Open(_address, "/intranet?code=" + code);
        for (var i = 0; i < 23; i++) await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Next", Exact = true }).ClickAsync();
        await guest.Page.GetByRole(AriaRole.Textbox).FillAsync("Sent while nobody listened.");
        await _process.Kill();
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(guest.Page.GetByText("It could not be sent yet.")).ToBeVisibleAsync();
        await guest.Leave();
        await _process.Start();
        await guest.AnotherTab();
        await guest.Open(_address, "/intranet");
        for (var i = 0; i < 1_200 && Stored(DemoSurveys.Employees) == 0; i++) await Task.Delay(50);
        Assert.That(Stored(DemoSurveys.Employees), Is.EqualTo(1));
        Assert.That(_process.Number("select count(*) from invitation_code where used = 1"), Is.EqualTo(1));
    }

    private long Stored(string survey) => _process.Number($"select count(*) from response r join survey s on s.id = r.survey where s.survey_key = '{survey}'");

    private async Task Publish(string survey, string definition) => await _process.Admin.Put("/v1/surveys/" + survey, JsonNode.Parse(definition)!).Body(201);

    private async Task<string> Key(string audience) => (string)(await _process.Admin.Post("/v1/keys",
        new JsonObject { ["name"] = audience, ["scope"] = "ingest", ["audience"] = audience, ["origins"] = new JsonArray(SamplePages.Origin(_address)) }).Body(201))["key"]!;
}
