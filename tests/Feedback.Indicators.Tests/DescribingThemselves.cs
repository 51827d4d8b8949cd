namespace Feedback.Indicators.Tests;

/// <summary>What the catalogue says of indicators.</summary>
public sealed class DescribingThemselves
{
    [TestCaseSource(typeof(IndicatorCatalogue), nameof(IndicatorCatalogue.All))]
    public void Every_component_says_what_it_means(Indicator indicator)
    {
        foreach (var component in indicator.Components)
            Assert.That(ComponentTexts.Of(indicator, component), Does.EndWith("."), component);
    }

    [TestCaseSource(typeof(IndicatorCatalogue), nameof(IndicatorCatalogue.All))]
    public void Every_indicator_says_what_it_is_and_what_it_is_not_for(Indicator indicator)
    {
        string[] texts = [indicator.Title, indicator.Question, indicator.Formula, indicator.Source, indicator.Caveat];
        Assert.That(texts, Has.All.Not.Empty);
        Assert.That(indicator.Question, Does.EndWith("?"));
        Assert.That(indicator.Formula, Does.EndWith("."));
        Assert.That(indicator.ScaleLow, Is.LessThan(indicator.ScaleHigh));
    }
}
