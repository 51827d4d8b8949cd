using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Indicators;
using Microsoft.Extensions.DependencyInjection;
using Target = Feedback.Api.Catalogue.Target;

namespace Feedback.Api.Tests.Organisation;

/// <summary>Targets, change programmes and the company's own numbers come out of the store as they went in, and every process hears of them.</summary>
public sealed class KeepingWhatTheOrganisationAdds(string engine) : ServiceFixture(engine)
{
    private static readonly Target Whole = new()
    {
        Audience = Audience.Employee,
        Indicator = "engagement",
        Direction = Direction.AtLeast,
        Value = 1.0 / 3,
        Until = new(2027, 3, 31),
    };

    private static readonly Target OfUnit = Whole with { Unit = "sales", Measure = "own.care", Direction = Direction.AtMost, Value = -40 };

    private static readonly Initiative Training = new()
    {
        Key = "training",
        Title = "Schulung für Ümläute 😀",
        From = new(2026, 6, 1),
        Units = ["lab", "sales"],
        WayPoints = [new(new(2026, 6, 1), "It \"begins\""), new(new(2026, 9, 15), "Half of it")],
    };

    [SetUp]
    public async Task StartFromUnitsAlone()
    {
        await Service.Admin.PutAsync("/v1/units", Wire.Text("""{"units":[{"code":"sales","name":"Sales"},{"code":"lab","name":"Laboratory"}]}""")).Body();
        await Changed(s => Targets.Replace(s, []));
    }

    [Test]
    public async Task Targets_are_kept_with_and_without_a_measure_and_a_unit()
    {
        Assert.That(await Changed(s => Targets.Replace(s, [Whole, OfUnit])), Is.EqualTo(new ListChange(2, 0, 0, 0)));
        Assert.That(Catalogue.Targets, Is.EqualTo((Target[])[Whole, OfUnit]));
        Assert.That(await Changed(s => Targets.Replace(s, [OfUnit, Whole with { Value = 60 }])), Is.EqualTo(new ListChange(0, 1, 0, 1)));
        Assert.That(await Changed(s => Targets.Replace(s, [Whole with { Value = 60 }])), Is.EqualTo(new ListChange(0, 0, 1, 1)));
        Assert.That(Catalogue.Targets.Single().Value, Is.EqualTo(60));
    }

    [Test]
    public async Task A_change_programme_is_kept_with_its_units_and_way_points()
    {
        Assert.That(await Changed(s => Initiatives.Put(s, Training)), Is.Null);
        Assert.That(Catalogue.Initiative("training"), Is.EqualTo(Training));
        var shorter = Training with { Units = ["sales"], WayPoints = [] };
        Assert.That(await Changed(s => Initiatives.Put(s, shorter)), Is.EqualTo(Training));
        Assert.That(Catalogue.Initiative("training"), Is.EqualTo(shorter));
        Assert.That(await Changed(s => Initiatives.Remove(s, "training")));
        Assert.That(Catalogue.Initiative("training"), Is.Null);
        Assert.That(await Changed(s => Initiatives.Remove(s, "training")), Is.False);
    }

    [Test]
    public async Task The_companys_numbers_are_kept_to_the_last_digit()
    {
        double[] numbers = [1.0 / 3, -0.1, 1e-15, 123456789.12345678, 0.1 + 0.2];
        var values = numbers.Select((n, i) => new OutcomeValue { Unit = "sales", Period = 20261 + i, Value = n }).ToList();
        await Changed(s => Outcomes.Replace(s, "retention", values));
        Assert.That(Catalogue.Outcome("retention")!.Values, Is.EqualTo(values));
        Assert.That(Catalogue.Outcome("retention")!.Grid, Is.EqualTo("quarter"));
        Assert.That(await Changed(s => Outcomes.Replace(s, "retention", values)), Is.EqualTo(new ListChange(0, 0, 0, numbers.Length)));
        Assert.That(await Changed(s => Outcomes.Replace(s, "retention", [])), Is.EqualTo(new ListChange(0, 0, numbers.Length, 0)));
        Assert.That(Catalogue.Outcome("retention"), Is.Null);
    }

    [Test]
    public async Task A_change_raises_the_stamp_by_which_other_processes_know()
    {
        var before = Catalogue.Stamp;
        await Changed(s => Targets.Replace(s, [Whole with { Value = 42 }]));
        Assert.That(Catalogue.Stamp, Is.EqualTo(before + 1));
        await Changed(s => Initiatives.Put(s, Training with { Title = "Other" }));
        Assert.That(Catalogue.Stamp, Is.EqualTo(before + 2));
        await Changed(s => Outcomes.Replace(s, "index", [new OutcomeValue { Unit = "lab", Period = 2026, Value = 1 }]));
        Assert.That(Catalogue.Stamp, Is.EqualTo(before + 3));
        Assert.That(Catalogue.Outcome("index")!.Grid, Is.EqualTo("year"));
    }

    private CatalogueSnapshot Catalogue => Service.Services.GetRequiredService<CatalogueCache>().Current;

    private async Task<T> Changed<T>(Func<Session, Task<T>> change)
    {
        T? result = default;
        await Service.InSession(async session => result = await change(session));
        return result!;
    }
}
