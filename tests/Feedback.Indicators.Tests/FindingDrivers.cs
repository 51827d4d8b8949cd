using System.Diagnostics;

namespace Feedback.Indicators.Tests;

public sealed class FindingDrivers
{
    private static IEnumerable<ReferenceCase> Cases => ReferenceFile.Cases.Where(reference => reference.Slug == "drivers");

    [TestCaseSource(nameof(Cases))]
    public void Every_reference_case_is_reproduced(ReferenceCase reference)
    {
        var names = reference.Input["drivers"]!.AsArray().Select(name => (string)name!).ToArray();
        var cases = Airport.Cases().Take((int?)reference.Input["firstCases"] ?? int.MaxValue).ToArray();
        if ((string?)reference.Input["constant"] is { } constant)
        {
            foreach (var one in cases)
                one.Drivers[Array.IndexOf(names, constant)] = 75;
            if ((int?)reference.Input["firstCaseHas"] is { } first)
                cases[0].Drivers[Array.IndexOf(names, constant)] = 25 * (first - 1);
        }

        var rows = new Drivers().Rows(names, cases, reference.Terms);
        Assert.That(rows.Select(row => (row.Column, row.Name)), Is.EqualTo(names.Select(name => ("driver", name))));
        foreach (var row in rows)
        {
            Assert.That(row.Figure.Status.ToString(), Is.EqualTo((string)reference.Expected["status"]!).IgnoreCase);
            Assert.That(row.Figure.N, Is.EqualTo((long?)reference.Expected["n"]));
            var expected = reference.Expected["components"]!["drivers"]?[row.Name];
            Expect.Number(row.Figure.Estimate, expected?["estimate"], reference.Tolerance, row.Name);
            Expect.Number(row.Figure.Low, expected?["low"], reference.Tolerance, row.Name);
            Expect.Number(row.Figure.High, expected?["high"], reference.Tolerance, row.Name);
            if (expected is null)
            {
                Assert.That(row.Figure.Components, Is.Empty);
                continue;
            }
            Expect.Value(row.Figure.Components["rawWeight"], expected["rawWeight"], reference.Tolerance, row.Name);
            Expect.Value(row.Figure.Components["rSquared"], reference.Expected["components"]!["rSquared"], reference.Tolerance, row.Name);
        }
    }

    [Test]
    public void Every_leave_one_out_figure_is_that_of_a_new_pass_over_the_others()
    {
        AnswerPattern[] cases = [.. AnswerPattern.Merge(Airport.Cases().Take(150))];
        var theta = cases.Select((left, index) => (left.N, Without(index))).ToArray();
        double n = cases.Sum(one => one.N);
        var rows = new Drivers().Rows(Airport.Drivers, cases, Some.Customers);
        for (var driver = 0; driver < 5; driver++)
        {
            var mean = theta.Sum(one => one.N * one.Item2[driver]) / n;
            var error = Math.Sqrt((n - 1) / n * theta.Sum(one => one.N * Math.Pow(one.Item2[driver] - mean, 2)));
            var half = Distributions.TQuantile(.975, n - 1) * error;
            Assert.That(rows[driver].Figure.High, Is.EqualTo(Math.Min(100, rows[driver].Figure.Estimate!.Value + half)).Within(1e-8));
        }

        double[] Without(int index)
        {
            var others = cases.Select((one, i) => i == index ? one with { N = one.N - 1 } : one).ToArray();
            return [.. new Drivers().Rows(Airport.Drivers, others, Some.Customers).Select(row => row.Figure.Estimate!.Value)];
        }
    }

    [Test]
    public void A_driver_that_follows_from_two_others_has_no_weight_of_its_own()
    {
        var cases = Airport.Cases().Select(one => one with { Drivers = [one.Drivers[0], one.Drivers[1], (one.Drivers[0] + one.Drivers[1]) / 2] });
        Assert.That(Statuses(cases), Is.All.EqualTo(Status.Undefined));
    }

    [Test]
    public void Drivers_that_only_one_person_tells_apart_have_no_value()
    {
        var cases = Airport.Cases().Take(500).Select(one => one with { Drivers = [one.Drivers[0], one.Drivers[1], one.Drivers[0]] }).ToArray();
        cases[7].Drivers[2] = 100 - cases[7].Drivers[0];
        Assert.That(cases[7].Drivers[0], Is.Not.EqualTo(50));
        Assert.That(Statuses(cases), Is.All.EqualTo(Status.Undefined));
        cases[8].Drivers[2] = cases[8].Drivers[0] == 0 ? 25 : 0;
        Assert.That(Statuses(cases), Is.All.EqualTo(Status.Released));
    }

    [Test]
    public void An_outcome_that_goes_with_nothing_has_nothing_to_share()
    {
        AnswerPattern[] cases = [.. from outcome in new double[] { 0, 100 } from a in new double[] { 0, 100 } from b in new double[] { 0, 100 }
            select new AnswerPattern(outcome, [a, b], 50)];
        Assert.That(Statuses(cases), Is.All.EqualTo(Status.Undefined));
    }

    [Test]
    public void Employees_never_learn_that_there_is_no_value() => Assert.That(
        new Drivers().Rows(["a", "b"], [new(50, [0, 0], 60), new(20, [100, 100], 60)], Some.Employees).Select(row => row.Figure),
        Is.All.EqualTo(Figure.Withheld));

    [Test]
    public void Ten_drivers_need_two_hundred_people()
    {
        var random = new Random(4);
        AnswerPattern[] cases = [.. Enumerable.Range(0, 200).Select(_ =>
            new AnswerPattern(random.Next(11) * 10, [.. Enumerable.Range(0, 10).Select(_ => random.Next(5) * 25.0)], 1))];
        Assert.That(Statuses(cases[..199]), Is.All.EqualTo(Status.Insufficient));
        Assert.That(Statuses(cases), Is.All.EqualTo(Status.Released));
    }

    [Test]
    public void Requests_that_make_no_sense_are_refused()
    {
        Assert.That(() => new Drivers().Rows(["a"], [], Some.Customers), Throws.ArgumentException);
        Assert.That(() => new Drivers().Rows([.. "abcdefghijk".Select(c => c.ToString())], [], Some.Customers), Throws.ArgumentException);
        Assert.That(() => new Drivers().Rows(["a", "b"], [new(0, [1], 1)], Some.Customers), Throws.ArgumentException);
        Assert.That(() => new Drivers().Rows(["a", "b"], [], Some.Customers with { Weighted = true }), Throws.ArgumentException);
        Assert.That(new Drivers().Rows(["a", "b"], [], Some.Customers).Select(row => row.Figure), Is.All.EqualTo(Figure.Withheld));
    }

    [Test]
    public void Leaving_a_person_out_takes_no_new_pass_over_the_others()
    {
        var random = new Random(5);
        AnswerPattern[] cases = [.. Enumerable.Range(0, 10_000).Select(_ =>
            new AnswerPattern(random.Next(101), [.. Enumerable.Range(0, 5).Select(_ => random.NextDouble())], 1))];
        var watch = Stopwatch.StartNew();
        Assert.That(Statuses(cases), Is.All.EqualTo(Status.Released));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(8)), "a pass for each would be hundreds of millions of rows");
    }

    private static IEnumerable<Status> Statuses(IEnumerable<AnswerPattern> cases)
    {
        AnswerPattern[] all = [.. cases];
        string[] names = [.. all[0].Drivers.Select((_, index) => $"driver {index}")];
        return new Drivers().Rows(names, all, Some.Customers).Select(row => row.Figure.Status);
    }
}
