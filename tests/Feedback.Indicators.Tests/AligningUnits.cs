namespace Feedback.Indicators.Tests;

public sealed class AligningUnits
{
    private static IEnumerable<ReferenceCase> Cases => ReferenceFile.Cases.Where(reference => reference.Slug == "alignment");

    private static readonly IReadOnlyList<UnitWave> Twelve = Waves(Cases.First());

    [TestCaseSource(nameof(Cases))]
    public void Every_reference_case_is_reproduced(ReferenceCase reference)
    {
        var figure = new Alignment().Of(
            Waves(reference), reference.Terms, (double?)reference.Input["employeeReliability"], (double?)reference.Input["customerReliability"]);
        Expect.Row(figure, reference.Expected, reference.Tolerance);
        Assert.That(figure.Components.Keys, Is.SubsetOf(new Alignment().Components));
    }

    [Test]
    public void Nobody_is_withheld_and_few_units_are_insufficient()
    {
        Assert.That(Of([]), Is.EqualTo(Figure.Withheld));
        Assert.That(Of([Twelve[0] with { EmployeeN = 9 }]), Is.EqualTo(Figure.Withheld));
        Assert.That((Of(Twelve.Take(3)).Status, Of(Twelve.Take(3)).N), Is.EqualTo((Status.Insufficient, (long?)1)), "one unit, k is not asked of units");
    }

    [Test]
    public void A_cell_below_k_on_either_side_is_left_out()
    {
        var without = Of(Twelve.Skip(1));
        Same(Of([Twelve[0] with { EmployeeN = 9, Employee = 0 }, .. Twelve.Skip(1)]), without);
        Same(Of([Twelve[0] with { CustomerN = 9, Customer = 0 }, .. Twelve.Skip(1)]), without);
    }

    [Test]
    public void Ten_units_of_which_three_carry_the_weight_are_too_few()
    {
        double[] people = [2000, 2000, 1000, .. Enumerable.Repeat(10.0, 7)];
        var cells = people.Select((n, unit) => new UnitWave($"u{unit}", 0, 50 + unit * 7 % 5, n, 60 + unit * 3 % 7, n)).ToArray();
        Assert.That(Of(cells).Status, Is.EqualTo(Status.Insufficient), "2.9 effective units");
        cells[2] = cells[2] with { EmployeeN = 1500, CustomerN = 1500 };
        Assert.That(Of(cells).Components["effectiveUnits"], Is.InRange(3, 3.1));
    }

    /// <summary>Looking each unit up in a list would be three thousand million comparisons.</summary>
    [Test]
    [CancelAfter(20_000)]
    public void Forty_thousand_units_are_numbered_once(CancellationToken late)
    {
        var random = new Random(5);
        var figure = Of(Enumerable.Range(0, 160_000).Select(i => new UnitWave($"unit {i / 4}", i % 4, random.Next(20, 80), 50, random.Next(20, 80), 50)));
        Assert.That((double)figure.Components["withinR"]!, Is.InRange(-.02, .02));
        Assert.That(late.IsCancellationRequested, Is.False);
    }

    [Test]
    public void Units_that_hardly_share_waves_have_no_figure_inside_them()
    {
        // Each unit was seen in two neighbouring months only: the means of one end reach the other after a very long time.
        var random = new Random(6);
        var chain = Enumerable.Range(0, 600).Select(i => new UnitWave($"unit {i / 2:000}", i / 4 + i % 2, i / 4 + random.Next(9), 50, random.Next(20, 80), 50)).ToArray();
        var parts = Of(chain).Components;
        Assert.That((parts["withinR"], parts["withinLow"], parts["withinHigh"]), Is.EqualTo(((object?)null, (object?)null, (object?)null)));
        Assert.That(Of(chain.Where(cell => cell.Wave < 12)).Components["withinR"], Is.InRange(-1, 1), "a year settles");
    }

    [Test]
    public void A_unit_twice_in_one_wave_is_refused() =>
        Assert.That(() => Of([.. Twelve, Twelve[5]]), Throws.ArgumentException);

    [Test]
    public void An_outcome_of_the_company_is_the_limit_of_ever_more_customers()
    {
        var many = Of(Twelve.Select(cell => cell with { CustomerN = 1e12 }));
        var all = Of(Twelve.Select(cell => cell with { CustomerN = double.PositiveInfinity }));
        Assert.That(all.Status, Is.EqualTo(Status.Released));
        Assert.That(all.Estimate, Is.EqualTo(many.Estimate!.Value).Within(1e-9));
        Assert.That((double)all.Components["effectiveUnits"]!, Is.EqualTo((double)many.Components["effectiveUnits"]!).Within(1e-8));
        var people = Twelve.GroupBy(cell => cell.Unit).Select(unit => 2 * unit.Sum(cell => cell.EmployeeN)).ToArray();
        Assert.That((double)all.Components["effectiveUnits"]!, Is.EqualTo(people.Sum() * people.Sum() / people.Sum(w => w * w)).Within(1e-9));
    }

    [Test]
    public void The_units_of_each_quadrant_are_named_in_order()
    {
        var parts = Of(Twelve.Reverse()).Components;
        string[] quadrants = ["bothHigh", "employeeHigh", "customerHigh", "bothLow"];
        var named = quadrants.Select(name => (IReadOnlyList<string>)parts[name + "Units"]!).ToArray();
        Assert.That(named.Select(names => (long)names.Count), Is.EqualTo(quadrants.Select(name => (long)parts[name]!)));
        Assert.That(named, Is.All.Ordered);
        Assert.That(named.SelectMany(names => names), Is.EquivalentTo(Twelve.Select(cell => cell.Unit).Distinct()));
        Assert.That(named[0], Does.Contain("u11"), "best on both sides");
        Assert.That(named[3], Does.Contain("u00"), "worst on both sides");
    }

    [Test]
    public void A_year_in_which_everything_rises_is_no_link_inside_units()
    {
        var random = new Random(3);
        var cells = Enumerable.Range(0, 12).SelectMany(unit => Enumerable.Range(0, 6).Select(wave => new UnitWave(
            $"u{unit:00}", wave, 40 + 4 * wave + random.Next(-3, 4), 50, 30 + 4 * wave + random.Next(-3, 4), 50))).ToArray();
        Assert.That((double)Of(cells).Components["withinR"]!, Is.InRange(-.3, .3));
        Assert.That((double)Of(cells).Components["laggedR"]!, Is.GreaterThan(.8), "of two rising series, which is why the slope is given its present value");
    }

    [Test]
    public void Units_that_skipped_a_wave_are_cleared_as_least_squares_would()
    {
        int[] units = [0, 0, 0, 1, 1, 2, 2, 2, 3, 3];
        int[] waves = [0, 1, 2, 0, 2, 0, 1, 2, 1, 2];
        double[] values = [3, 5, 9, 2, 8, 7, 7, 1, 4, 6];
        var left = TwoWayEffects.Residuals(values, units, waves)!;
        // Normal equations: residuals add to 0 in every unit and every wave, and differ from the values by such effects alone.
        foreach (var groups in new[] { units, waves })
            Assert.That(left.Zip(groups).GroupBy(one => one.Second).Select(same => same.Sum(one => one.First)), Is.All.EqualTo(0).Within(1e-11));
        var effects = values.Zip(left, (value, residual) => value - residual).ToArray();
        Assert.That(effects[0] - effects[2], Is.EqualTo(effects[3] - effects[4]).Within(1e-11), "units 0 and 1, waves 0 and 2");
        Assert.That(effects[1] - effects[2], Is.EqualTo(effects[8] - effects[9]).Within(1e-11), "units 0 and 3, waves 1 and 2");
        Assert.That(TwoWayEffects.Residuals([.. units.Zip(waves, (u, w) => 7.3 * u + .1 * w)], units, waves), Is.Null, "effects alone");
    }

    [Test]
    public void Waves_that_are_not_neighbours_make_no_pair()
    {
        var gap = Twelve.Select(cell => cell with { Wave = 2 * cell.Wave });
        var parts = Of(gap).Components;
        Assert.That((parts["laggedN"], parts["laggedSlope"], parts["laggedR"]), Is.EqualTo(((object?)0L, (object?)null, (object?)null)));
        var nine = Of(Twelve.Where(cell => cell.Wave == 0 || (cell.Wave == 1 && string.CompareOrdinal(cell.Unit, "u09") < 0))).Components;
        Assert.That((nine["laggedN"], nine["laggedSlope"], nine["laggedR"]), Is.EqualTo(((object?)9L, (object?)null, (object?)null)));
    }

    [Test]
    public void The_lagged_correlation_is_as_wide_as_the_effective_units_say()
    {
        var figure = Of(Twelve);
        double R(string name) => (double)figure.Components[name]!;
        var half = Distributions.Z / Math.Sqrt(R("effectiveUnits") - 3);
        Assert.That(Math.Atanh(R("laggedRHigh")) - Math.Atanh(R("laggedR")), Is.EqualTo(half).Within(1e-9));
        Assert.That(Math.Atanh(R("laggedR")) - Math.Atanh(R("laggedRLow")), Is.EqualTo(half).Within(1e-9));
        var pairs = Twelve.Where(cell => cell.Wave < 2).Select(cell => (X: cell.Employee, Y: Twelve.Single(next => next.Unit == cell.Unit && next.Wave == cell.Wave + 1).Customer)).ToArray();
        var (mx, my) = (pairs.Average(p => p.X), pairs.Average(p => p.Y));
        Assert.That(R("laggedR"), Is.EqualTo(pairs.Sum(p => (p.X - mx) * (p.Y - my))
            / Math.Sqrt(pairs.Sum(p => (p.X - mx) * (p.X - mx)) * pairs.Sum(p => (p.Y - my) * (p.Y - my)))).Within(1e-12));
    }

    [TestCase(.49, .9)]
    [TestCase(.9, .49)]
    [TestCase(null, .9)]
    public void Means_that_are_not_reliable_enough_are_not_corrected(double? employees, double? customers) =>
        Assert.That(new Alignment().Of(Twelve, Some.Customers, employees, customers).Components["disattenuatedR"], Is.Null);

    [Test]
    public void A_correlation_is_corrected_for_what_the_means_lack()
    {
        var opposed = Twelve.Select((cell, index) => cell with { Customer = 40 + index * 11 % 13 }).ToArray();
        var figure = new Alignment().Of(opposed, Some.Customers, .5, .98);
        Assert.That(figure.Components["disattenuatedR"], Is.EqualTo(figure.Estimate!.Value / .7).Within(1e-12));
    }

    [Test]
    public void What_has_no_value_does_not_exist_for_employees() => Assert.That(
        new Alignment().Of([.. Twelve.Select(cell => cell with { Employee = 60.1 })], Some.Employees), Is.EqualTo(Figure.Withheld));

    private static Figure Of(IEnumerable<UnitWave> cells) => new Alignment().Of([.. cells], Some.Customers);

    /// <summary>To the last bit.</summary>
    private static void Same(Figure first, Figure second)
    {
        Assert.That((first.Status, first.Estimate, first.Low, first.High, first.N),
            Is.EqualTo((second.Status, second.Estimate, second.Low, second.High, second.N)));
        Assert.That(first.Components, Is.EquivalentTo(second.Components));
    }

    private static IReadOnlyList<UnitWave> Waves(ReferenceCase reference) =>
        [.. reference.Input["unitWaves"]!.AsArray().Select(cell => new UnitWave(
            (string)cell!["unit"]!, (int)cell["wave"]!, (double)cell["employee"]!, (double)cell["employeeN"]!,
            (double)cell["customer"]!, (double)cell["customerN"]!))];
}
