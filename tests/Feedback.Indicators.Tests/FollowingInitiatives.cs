using ForAll = FsCheck.NUnit.PropertyAttribute;

namespace Feedback.Indicators.Tests;

/// <summary>What the reference file does not say of <c>change</c> with an initiative.</summary>
public sealed class FollowingInitiatives
{
    [Test]
    public void Net_figures_are_compared_as_well()
    {
        InitiativeUnit[] units = [.. Enumerable.Range(0, 8).Select(i => new InitiativeUnit(
            $"u{i}", i < 4, new Sample.Net(20 + i, 15, 60), new Sample.Net(i < 4 ? 40 + i : 21 + i, 10, 60)))];
        var figure = InitiativeEffect.Of(units, Some.Customers);
        Assert.That(figure.Components["touchedChange"], Is.EqualTo(100 * 25 / 60.0).Within(1e-9));
        Assert.That(figure.Components["untouchedChange"], Is.EqualTo(10.0).Within(1e-9));
        Assert.That(figure.Estimate, Is.EqualTo(100 * 25 / 60.0 - 10).Within(1e-9));
        Assert.That(figure.N, Is.EqualTo(960));
        var (p, d) = (20.75 / 63, 15.75 / 63);
        Assert.That(units[0].Before.Noise, Is.EqualTo(1e4 * (p + d - (p - d) * (p - d)) / 63).Within(1e-9));
    }

    [Test]
    public void One_unit_beside_the_touched_ones_is_no_comparison()
    {
        Assert.That(Status(touched: 9, untouched: 1), Is.EqualTo(Indicators.Status.Insufficient));
        Assert.That(Status(touched: 1, untouched: 4), Is.EqualTo(Indicators.Status.Insufficient));
        Assert.That(Status(touched: 4, untouched: 2), Is.EqualTo(Indicators.Status.Released));
        Assert.That(Status(touched: 1, untouched: 5), Is.EqualTo(Indicators.Status.Released));
        Assert.That(Status(touched: 0, untouched: 9), Is.EqualTo(Indicators.Status.Withheld));
        Assert.That(Status(touched: 9, untouched: 0), Is.EqualTo(Indicators.Status.Withheld));

        static Status Status(int touched, int untouched) => InitiativeEffect.Of(
            [.. Enumerable.Range(0, touched + untouched).Select(i => Unit(i < touched, 60, 65))], Some.Customers).Status;
    }

    [Test]
    public void Units_that_do_not_differ_at_all_have_no_error_unless_they_have_a_floor()
    {
        InitiativeUnit[] units = [.. Enumerable.Range(0, 6).Select(i => Unit(i < 3, 60, 65, variance: 0))];
        Assert.That(InitiativeEffect.Of(units, Some.Customers).Status, Is.EqualTo(Status.Undefined));
        InitiativeUnit[] floored = [.. Enumerable.Range(0, 6).Select(i => Unit(i < 3, 60, 65, variance: 0, floor: 3.125))];
        Assert.That(InitiativeEffect.Of(floored, Some.Customers).Status, Is.EqualTo(Status.Released));
    }

    [Test]
    public void Units_that_move_by_themselves_widen_the_interval_by_tau()
    {
        double[] moves = [0, 12, -12, 6, -6, 0];
        var steady = InitiativeEffect.Of([.. moves.Select((_, i) => Unit(i < 3, 60, 60))], Some.Customers);
        var moving = InitiativeEffect.Of([.. moves.Select((move, i) => Unit(i < 3, 60, 60 + move))], Some.Customers);
        Assert.That((steady.Estimate, moving.Estimate, steady.Components["tau"]), Is.EqualTo((0.0, 0.0, (object)0.0)));
        Assert.That((double)moving.Components["tau"]!, Is.EqualTo(Math.Sqrt((2 * 144 + 2 * 36) / 4.0 - 15)).Within(1e-9), "S2 less a noise of 15");
        Assert.That(moving.High!.Value, Is.GreaterThan(steady.High!.Value));
    }

    [ForAll]
    public void The_order_of_units_does_not_matter_and_changing_groups_turns_the_sign((bool Touched, byte N, byte Before, byte After)[] drawn)
    {
        InitiativeUnit[] units = [.. drawn.Select((unit, i) => new InitiativeUnit(
            $"u{i}", unit.Touched, new Sample.Share(unit.Before % (unit.N % 40 + 8), unit.N % 40 + 8), new Sample.Share(unit.After % 20, 20)))];
        var figure = InitiativeEffect.Of(units, Some.Customers);
        var reversed = InitiativeEffect.Of([.. units.Reverse()], Some.Customers);
        var turned = InitiativeEffect.Of([.. units.Select(unit => unit with { Touched = !unit.Touched })], Some.Customers);
        Assert.That((reversed.Status, reversed.N), Is.EqualTo((figure.Status, figure.N)));
        if (figure.Status != Status.Released)
            return;
        Assert.That(reversed.Estimate, Is.EqualTo(figure.Estimate).Within(1e-9));
        Assert.That(reversed.Low, Is.EqualTo(figure.Low).Within(1e-9));
        Assert.That(figure.Estimate!.Value, Is.InRange(figure.Low!.Value, figure.High!.Value));
        if (turned.Status != Status.Released)
            return;
        Assert.That(-turned.Estimate!.Value, Is.EqualTo(figure.Estimate).Within(1e-9));
        Assert.That(-turned.High!.Value, Is.EqualTo(figure.Low).Within(1e-9));
    }

    private static InitiativeUnit Unit(bool touched, double before, double after, double variance = 300, double floor = 0) => new(
        "a unit", touched, new Sample.Mean(new(40, before, variance, 40, floor)), new Sample.Mean(new(40, after, variance, 40, floor)));
}
