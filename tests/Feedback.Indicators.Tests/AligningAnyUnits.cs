using FsCheck;
using FsCheck.Fluent;
using ForAll = FsCheck.NUnit.PropertyAttribute;

namespace Feedback.Indicators.Tests;

/// <summary>What holds for the alignment of any organisation.</summary>
public sealed class AligningAnyUnits
{
    [ForAll(Arbitrary = new[] { typeof(Organisations) }, MaxTest = 60)]
    public void Figures_lie_in_their_intervals_and_no_order_or_unit_of_measurement_matters(Organisation organisation)
    {
        var figure = Of(organisation.Cells);
        Same(Of(organisation.Cells.Reverse()), figure);
        if (figure.Status != Status.Released)
            return;
        foreach (var (name, low, high) in new[] { ("withinR", "withinLow", "withinHigh"), ("laggedR", "laggedRLow", "laggedRHigh") })
        {
            if (figure.Components[name] is double r)
                Assert.That(r, Is.InRange((double)figure.Components[low]!, (double)figure.Components[high]!), name);
        }
        Assert.That(figure.Estimate!.Value, Is.InRange(figure.Low!.Value, figure.High!.Value));
        Assert.That((figure.Low >= -1, figure.High <= 1), Is.EqualTo((true, true)));

        var turned = Of(organisation.Cells.Select(cell => cell with { Customer = 1e6 - 2e4 * cell.Customer }));
        Assert.That(turned.Estimate, Is.EqualTo(-figure.Estimate!.Value).Within(1e-9));
        Assert.That(turned.Low, Is.EqualTo(-figure.High!.Value).Within(1e-9));
        if (figure.Components["withinR"] is double inside)
            Assert.That((double)turned.Components["withinR"]!, Is.EqualTo(-inside).Within(1e-6));
    }

    private static Figure Of(IEnumerable<UnitWave> cells) => new Alignment().Of([.. cells], Some.Customers);

    /// <summary>To the last bit.</summary>
    private static void Same(Figure first, Figure second)
    {
        Assert.That((first.Status, first.Estimate, first.Low, first.High, first.N),
            Is.EqualTo((second.Status, second.Estimate, second.Low, second.High, second.N)));
        Assert.That(first.Components, Is.EquivalentTo(second.Components));
    }

    public sealed record Organisation(UnitWave[] Cells);

    public static class Organisations
    {
        /// <summary>8 to 20 units, up to four waves, some of them missed.</summary>
        public static Arbitrary<Organisation> Any()
        {
            var cell = Gen.Choose(20, 80).ArrayOf(4).Zip(Gen.Choose(0, 4), (drawn, there) => there == 0 ? null : drawn);
            return Gen.Choose(8, 20).SelectMany(units => Gen.Choose(1, 4).SelectMany(waves => cell.ArrayOf(units * waves).Select(drawn =>
                new Organisation([.. drawn.Select((values, index) => values is null ? null : new UnitWave(
                    $"u{index / waves:00}", index % waves, values[0], values[1], values[2] / 10.0, values[3])).OfType<UnitWave>()])))).ToArbitrary();
        }
    }
}
