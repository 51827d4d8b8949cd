namespace Feedback.Indicators.Tests;

/// <summary>The reference file has no case of <c>scale</c>: trust and engagement under a name of one's own are its cases.</summary>
public sealed class ScalesOfOnesOwn
{
    private static readonly string[] Fixed = ["sd", "alpha", "alphaLow", "alphaHigh", "indicative", "effectiveN"];

    private static IEnumerable<ReferenceCase> Indices => ReferenceFile.Cases.Where(reference => reference.Slug is "trust" or "engagement");

    [TestCaseSource(nameof(Indices))]
    public void An_own_scale_is_worked_out_like_the_scales_of_the_contract(ReferenceCase reference)
    {
        var figure = new Scale().Of(Own(reference), Construct.Parse($"own.{reference.Slug}"), reference.Terms);
        var expected = reference.Expected.DeepClone().AsObject();
        expected["components"]!.AsObject().Remove("outcome");
        Expect.Row(figure, expected, reference.Tolerance);
        Assert.That(figure.Components.Keys.Except(
            Scale.ComponentsOf(Own(reference).Items.Select(item => Measures.Facet(item.Measure!)))), Is.Empty);
    }

    [Test]
    public void Its_facets_are_those_its_items_measure_and_no_others()
    {
        var counts = new Counts(
            [
                Some.Item("own.care.voice", 1, 5, (5, 20)), Some.Item("own.care.Room", 1, 5, (3, 20)),
                Some.Item("own.carefree.voice", 1, 5, (1, 20)), Some.Item("satisfaction", 1, 5, (2, 20)),
            ],
            [new("own.care", [new(2, 1, 5, [ScaleRow.Unweighted(2, 8, 20)])])],
            []);
        var figure = new Scale().Of(counts, Construct.Parse("own.care"), Some.Customers);
        Assert.That((figure.N, figure.Estimate), Is.EqualTo((20L, 75.0)));
        Assert.That(figure.Components.Keys, Is.EqualTo(new[] { "Room", "voice" }.Concat(Fixed)));
        Assert.That((figure.Components["Room"], figure.Components["voice"]), Is.EqualTo((50.0, 100.0)));
    }

    [Test]
    public void A_facet_called_like_a_fixed_component_does_not_stand_in_for_it()
    {
        var counts = Some.Counts(Some.Item("own.care.sd", 1, 5, (5, 5)), Some.Item("own.care.voice", 1, 5, (3, 20)))
            .Add(Some.Scale("own.care", 2, ScaleRow.Unweighted(2, 6, 20)));
        var figure = new Scale().Of(counts, Construct.Parse("own.care"), Some.Customers);
        Assert.That(figure.Components["sd"], Is.EqualTo(50 / 8.0), "the spread floor, and not null for five answers to the item");
        Assert.That(Scale.ComponentsOf(["sd", "voice", "voice"]), Is.EqualTo(new[] { "voice" }.Concat(Fixed)));
    }

    [Test]
    public void Nobody_is_withheld_and_what_is_no_scale_is_refused()
    {
        Assert.That(new Scale().Of(Counts.Empty, Construct.Parse("own.care"), Some.Employees), Is.EqualTo(Figure.Withheld));
        Assert.That(() => new Scale().Of(Counts.Empty, Construct.Parse("own.care.voice"), Some.Customers), Throws.ArgumentException);
        Assert.That(
            () => new Scale().Of(Counts.Empty, Construct.Parse("own.care"), Some.Employees with { Weighted = true }), Throws.ArgumentException);
    }

    private static Counts Own(ReferenceCase reference) => new(
        [.. reference.Counts.Items.Where(item => Measures.BelongToScale(item.Measure)).Select(item => item with { Measure = "own." + item.Measure })],
        [.. reference.Counts.Scales.Select(scale => scale with { Scale = "own." + scale.Scale })],
        []);
}
