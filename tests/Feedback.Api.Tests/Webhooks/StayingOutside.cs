using System.Net;
using System.Text.Json.Nodes;
using Feedback.Api.Webhooks;

namespace Feedback.Api.Tests.Webhooks;

/// <summary>Unless a setting allows it, no message goes into the network that the service stands in, whatever an address says.</summary>
public sealed class StayingOutside(string engine) : ServiceFixture(engine)
{
    [TestCase("http://hooks.example.org/x")]
    [TestCase("https://127.0.0.1/x")]
    [TestCase("https://2130706433/x")]
    [TestCase("https://0x7f.1/x")]
    [TestCase("https://10.1.2.3")]
    [TestCase("https://192.168.0.1:8443")]
    [TestCase("https://169.254.169.254/latest/meta-data")]
    [TestCase("https://[::1]/")]
    [TestCase("https://[::ffff:10.0.0.1]/")]
    [TestCase("https://[fd00::1]/")]
    [TestCase("https://127.1/x")]
    [TestCase("https://0177.0.0.1/x")]
    [TestCase("https://017700000001/x")]
    [TestCase("https://0x7f000001/x")]
    [TestCase("https://127.0.0.1./x")]
    [TestCase("https://127\u30020\u30020\u30021/x")]
    [TestCase("https://\uff11\uff12\uff17.0.0.1/x")]
    [TestCase("https://\u2460\u2461\u2466.0.0.1/x")]
    [TestCase("https://%31%32%37.0.0.1/x")]
    [TestCase("https://0/x")]
    [TestCase("https://[::]/x")]
    [TestCase("https://[::127.0.0.1]/x")]
    [TestCase("https://[::ffff:7f00:1]/x")]
    [TestCase("https://[64:ff9b::7f00:1]/x")]
    [TestCase("https://[2002:7f00:1::]/x")]
    [TestCase("https://[fe80::1%25eth0]/x")]
    [TestCase("https://100.100.100.200/latest/meta-data")]
    [TestCase("https://[fd00:ec2::254]/latest/meta-data")]
    [TestCase("https://localhost/")]
    [TestCase("https://LOCALHOST./")]
    [TestCase("https://db.localhost/")]
    public async Task An_address_inside_is_refused_at_once(string url)
    {
        var problem = await Service.Admin.Post("/v1/webhooks", new JsonObject { ["name"] = "x", ["url"] = url, ["events"] = new JsonArray("response.stored") }).Problem(400, "invalid_request");
        Assert.That(problem.Errors!.Keys, Is.EqualTo((string[])["url"]));
    }

    [Test]
    public async Task A_name_that_leads_inside_is_found_out_when_a_message_is_sent()
    {
        await using var receiver = await Receiver.Start();
        var made = await Service.Admin.Post("/v1/webhooks", new JsonObject { ["name"] = "x", ["url"] = "https://hooks.example.org/", ["events"] = new JsonArray("response.stored") }).Body(201);
        // As if the name's owner had changed where it leads. The name is this machine's own.
        var url = $"http://localhost:{receiver.Address.Port}/";
        await Service.InSession(async s =>
        {
            await s.Run(Feedback.Api.Data.Queries.RaiseStamp);
            await Dapper.SqlMapper.ExecuteAsync(s.Connection, "update webhook set url = @url", new { url }, s.Transaction);
        });
        var id = (string)made["id"]!;
        await Service.Admin.PostAsync($"/v1/webhooks/{id}/test", null).Body(202);
        JsonNode? message = null;
        for (var i = 0; i < 1_200 && message?["fault"] is null; i++)
        {
            await Task.Delay(50);
            message = (await Service.Admin.GetAsync($"/v1/webhooks/{id}/messages").Body())["value"]![0];
        }
        Assert.That((string?)message!["fault"], Is.EqualTo("private_address"));
        Assert.That(receiver.All, Is.Empty);
        await Service.Admin.DeleteAsync($"/v1/webhooks/{id}");
    }
}

/// <summary>Which addresses are public.</summary>
public sealed class KnowingPublicAddresses
{
    [TestCase("8.8.8.8")]
    [TestCase("172.15.255.255")]
    [TestCase("172.32.0.1")]
    [TestCase("100.128.0.1")]
    [TestCase("2606:4700::1111")]
    [TestCase("::ffff:8.8.8.8")]
    [TestCase("64:ff9b::808:808")]
    [TestCase("2002:808:808::1")]
    public void These_are(string address) => Assert.That(PublicAddresses.Holds(IPAddress.Parse(address)));

    [TestCase("0.0.0.0")]
    [TestCase("10.0.0.1")]
    [TestCase("100.64.0.1")]
    [TestCase("127.8.8.8")]
    [TestCase("169.254.169.254")]
    [TestCase("172.16.0.1")]
    [TestCase("172.31.255.255")]
    [TestCase("192.0.0.8")]
    [TestCase("192.0.2.1")]
    [TestCase("192.168.255.255")]
    [TestCase("198.19.0.1")]
    [TestCase("203.0.113.9")]
    [TestCase("224.0.0.1")]
    [TestCase("255.255.255.255")]
    [TestCase("::")]
    [TestCase("::1")]
    [TestCase("::10.0.0.1")]
    [TestCase("::ffff:127.0.0.1")]
    [TestCase("64:ff9b::a00:1")]
    [TestCase("64:ff9b:1::808:808")]
    [TestCase("2002:a00:1::1")]
    [TestCase("2001::1")]
    [TestCase("2001:db8::1")]
    [TestCase("fc00::1")]
    [TestCase("fd12:3456::1")]
    [TestCase("fe80::1")]
    [TestCase("fec0::1")]
    [TestCase("ff02::1")]
    [TestCase("::ffff:0:127.0.0.1")]
    [TestCase("::2")]
    [TestCase("100::1")]
    [TestCase("100:0:0:1::1")]
    [TestCase("200::1")]
    [TestCase("3fff::1")]
    [TestCase("4000::1")]
    [TestCase("5f00::1")]
    [TestCase("2001:20::1")]
    [TestCase("2002:c0a8:101::1")]
    [TestCase("64:ff9b::a9fe:a9fe")]
    [TestCase("fd00:ec2::254")]
    [TestCase("100.100.100.200")]
    [TestCase("192.88.99.1")]
    [TestCase("198.51.100.7")]
    [TestCase("240.0.0.1")]
    public void These_are_not(string address) => Assert.That(!PublicAddresses.Holds(IPAddress.Parse(address)));
}
