using FsCheck;
using FsCheck.Fluent;
using ForAll = FsCheck.NUnit.PropertyAttribute;

namespace Feedback.Indicators.Tests;

/// <summary>What holds for the drivers of any survey.</summary>
public sealed class SharingDrivers
{
    [ForAll(Arbitrary = new[] { typeof(Surveys) }, MaxTest = 40)]
    public void Shares_are_those_of_any_order_and_add_up_to_100(Survey survey)
    {
        var rows = survey.Rows();
        if (rows[0].Figure.Status != Status.Released)
            return;
        Assert.That(rows.Sum(row => row.Figure.Estimate), Is.EqualTo(100).Within(1e-9));
        Assert.That(rows.Sum(row => (double)row.Figure.Components["rawWeight"]!), Is.EqualTo(rows[0].Figure.Components["rSquared"]).Within(1e-12));
        Assert.That((double)rows[0].Figure.Components["rSquared"]!, Is.InRange(0, 1 + 1e-12));
        foreach (var figure in rows.Select(row => row.Figure))
        {
            Assert.That(figure.Estimate!.Value, Is.InRange(figure.Low!.Value, figure.High!.Value));
            Assert.That((figure.Low >= 0, figure.High <= 100), Is.EqualTo((true, true)));
        }
        Same(rows, (survey with { Cases = [.. survey.Cases.Reverse()] }).Rows(), 0);
        AnswerPattern[] single = [.. survey.Cases.SelectMany(one => Enumerable.Repeat(one with { N = 1 }, (int)one.N))];
        Same(rows, (survey with { Cases = single }).Rows(), 0);
    }

    [ForAll(Arbitrary = new[] { typeof(Surveys) }, MaxTest = 40)]
    public void Keying_a_driver_backwards_or_stretching_the_outcome_changes_no_share(Survey survey)
    {
        var backwards = survey.Cases.Select(one => one with { Drivers = [100 - one.Drivers[0], .. one.Drivers[1..]] });
        Same(survey.Rows(), (survey with { Cases = [.. backwards] }).Rows(), 1e-7);
        var stretched = survey.Cases.Select(one => one with { Outcome = 7 + .3 * one.Outcome });
        Same(survey.Rows(), (survey with { Cases = [.. stretched] }).Rows(), 1e-7);
    }

    private static void Same(IReadOnlyList<NamedFigure> first, IReadOnlyList<NamedFigure> second, double tolerance)
    {
        foreach (var (a, b) in first.Zip(second))
        {
            Assert.That(a.Figure.Status, Is.EqualTo(b.Figure.Status));
            if (a.Figure.Status != Status.Released)
                continue;
            Assert.That(a.Figure.Estimate, Is.EqualTo(b.Figure.Estimate!.Value).Within(tolerance));
            Assert.That(a.Figure.Low, Is.EqualTo(b.Figure.Low!.Value).Within(tolerance));
            Assert.That(a.Figure.High, Is.EqualTo(b.Figure.High!.Value).Within(tolerance));
        }
    }

    public sealed record Survey(AnswerPattern[] Cases)
    {
        public IReadOnlyList<NamedFigure> Rows() => new Drivers().Rows(["a", "b", "c"], Cases, Some.Customers);
    }

    public static class Surveys
    {
        /// <summary>Three drivers that share a mood; now and then one without spread or one that repeats another.</summary>
        public static Arbitrary<Survey> Any()
        {
            var one = Gen.Choose(0, 4).Zip(Gen.Choose(0, 4).ArrayOf(4), (mood, own) => own.Select(x => 12.5 * (mood + x)).ToArray())
                .Zip(Gen.Choose(1, 4), (scores, n) => new AnswerPattern(scores[3], scores[..3], n));
            var any = Gen.Choose(20, 90).SelectMany(count => one.ArrayOf(count));
            var odd = any.Select(cases => cases.Select(c => c with { Drivers = [c.Drivers[0], c.Drivers[1], c.Drivers[0]] }).ToArray());
            var flat = any.Select(cases => cases.Select(c => c with { Drivers = [c.Drivers[0], 50, c.Drivers[2]] }).ToArray());
            return Gen.Frequency((8, any), (1, odd), (1, flat)).Select(cases => new Survey(cases)).ToArbitrary();
        }
    }
}
