using System.Text.Json.Nodes;
using Feedback.Api.Tests.Flags;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>A champion who looks often, holds several keys and knows when somebody sat at a desk learns of a flag its week and a unit of at least k, and no more.</summary>
public sealed class TyingFlagsToPeople(string engine) : ServiceFixture(engine)
{
    private HttpClient _champion = null!;

    [SetUp]
    public async Task HaveAnOrganisation()
    {
        await Service.PutTeams();
        _champion = await Service.Champion();
    }

    [Test]
    public async Task Looking_every_hour_tells_no_more_than_the_week()
    {
        Service.NextWeek();
        var seen = new List<(DateTimeOffset At, string Body)>();
        Guid? id = null;
        for (var hour = 0; hour < 8 * 24; hour++)
        {
            // On Wednesday at noon somebody raises a concern, and writes on; the week after, too.
            if (hour == 60) id = await Service.Raise("Polled.", "desk");
            if (hour == 61) await Service.Reply(id!.Value, "Polled, too.");
            if (hour == 62) await Service.Raise("Old, it says.", "desk");
            seen.Add((Service.Clock.Now, await _champion.GetStringAsync("/v1/flags")));
            Service.Clock.Advance(TimeSpan.FromHours(1));
        }
        var changes = seen.Zip(seen.Skip(1)).Where(p => p.First.Body != p.Second.Body).Select(p => p.Second.At).ToList();
        Assert.That(changes, Has.Count.EqualTo(1));
        Assert.That((changes[0].DayOfWeek, changes[0].Hour), Is.EqualTo((DayOfWeek.Monday, changes[0].Hour)));
        Assert.That((await _champion.Flag("Polled.")).Lines().Single(), Does.EndWith("sender: Polled, too."));
        // Of the order of the second answer and what the sender writes in the same week nothing is told, and nothing is taken for read.
        var flag = await _champion.Flag("Polled.");
        await Service.Reply(id!.Value, "Before you answered.");
        Assert.That((string?)(await _champion.Answer(flag, "Read.").Body())["state"], Is.EqualTo("answered"));
        Service.NextWeek();
        flag = await _champion.Flag("Polled.");
        Assert.That((string?)flag["state"], Is.EqualTo("waiting"));
        Assert.That(flag.Lines().TakeLast(2).Select(l => l[11..]), Is.EqualTo(new[] { "champion: Read.", "sender: Before you answered." }));
    }

    [Test]
    public async Task A_day_in_the_past_shows_no_flag_earlier()
    {
        await Service.Ingest.Post("/v1/feedback", new JsonObject { ["audience"] = "employee", ["kind"] = "concern", ["text"] = "Backdated.", ["answeredAt"] = Service.Clock.Now.AddDays(-20), ["about"] = new JsonObject { ["unit"] = "desk" } }).Body(201);
        Assert.That((await _champion.Flags()).Select(f => (string?)f["text"]), Has.None.EqualTo("Backdated."));
        var week = Service.Clock.Now;
        Service.NextWeek();
        Assert.That(DateTimeOffset.Parse((string)(await _champion.Flag("Backdated."))["week"]!), Is.EqualTo(week).Within(7).Days);
    }

    [Test]
    public async Task The_order_of_flags_is_not_that_of_their_coming()
    {
        for (var i = 0; i < 30; i++) await Service.Raise($"order {i:D2}", "desk");
        Service.NextWeek();
        var texts = (await _champion.Flags()).Select(f => (string)f["text"]!).Where(t => t.StartsWith("order")).ToList();
        Assert.That(texts, Has.Count.EqualTo(30).And.Not.Ordered.And.Not.Ordered.Descending);
        Assert.That((await _champion.Flags()).Select(f => (string)f["text"]!).Where(t => t.StartsWith("order")), Is.EqualTo(texts));
    }

    [Test]
    public async Task Two_champions_together_see_no_group_below_k()
    {
        foreach (var unit in new[] { "company", "north", "south", "desk", "yard", "apart" }) await Service.Raise($"keys {unit}", unit);
        Service.NextWeek();
        var all = await _champion.Flags();
        // company (1) and apart (3) are too few for a place beside south (11), which goes with them: the whole has 15, north 34, desk 12.
        Assert.That(all.Where(f => ((string)f["text"]!).StartsWith("keys")).ToDictionary(f => ((string)f["text"]!)[5..], f => (string?)f["unit"]), Is.EquivalentTo(new Dictionary<string, string?>
        {
            ["company"] = null,
            ["apart"] = null,
            ["south"] = null,
            ["north"] = "north",
            ["yard"] = "north",
            ["desk"] = "desk",
        }));
        foreach (var unit in new[] { "company", "north", "south", "desk", "yard", "apart" })
        {
            var flags = await (await Service.Champion(unit)).Flags();
            Assert.That(flags.Select(f => f.ToJsonString()), Is.SubsetOf(all.Select(f => f.ToJsonString())));
        }
        Assert.That(await (await Service.Champion("yard")).GetStringAsync("/v1/flags"), Is.EqualTo("""{"value":[],"nextCursor":null}"""));
    }

    [Test]
    public async Task A_unit_that_has_grown_does_not_take_back_what_was_shown_above_it()
    {
        await Service.Raise("When yard was four.", "yard");
        await Service.Raise("When desk was twelve.", "desk");
        Service.NextWeek();
        var units = await Service.Admin.GetAsync("/v1/units").Body();
        await Service.Admin.Put("/v1/units", Raising.WithHeads(units, "yard", 40)).Body();
        Assert.That((string?)(await _champion.Flag("When yard was four."))["unit"], Is.EqualTo("north"));
        await Service.Admin.Put("/v1/units", Raising.WithHeads(units, "desk", 9)).Body();
        Assert.That((string?)(await _champion.Flag("When desk was twelve."))["unit"], Is.EqualTo("north"));
    }

    [Test]
    public async Task A_key_leads_to_no_id_and_says_nothing_of_time()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++) ids.Add(await Service.Raise($"key {i}", "desk", id: Guid.CreateVersion7()));
        Service.NextWeek();
        var keys = (await _champion.Flags()).Where(f => ((string)f["text"]!).StartsWith("key ")).Select(f => (string)f["key"]!).ToList();
        Assert.That(keys, Has.Count.EqualTo(5).And.All.Match("^[0-9a-f]{32}$"));
        foreach (var key in keys)
        {
            Assert.That(ids.Select(i => i.ToString("N")[..12]), Has.None.EqualTo(key[..12]));
            await Service.Ingest.GetAsync(Raising.Thread(Guid.ParseExact(key, "N"))).Problem(404, "unknown_thread");
            Assert.That((int)(await Service.Ingest.DeleteAsync($"/v1/responses/{Guid.ParseExact(key, "N")}")).StatusCode, Is.EqualTo(404));
        }
    }
}
