using Feedback.Api.Figures;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Contract;

/// <summary>What is said of indicators is one text.</summary>
public sealed class DescribingIndicators
{
    [Test]
    public void The_page_is_made_from_the_text_of_the_code() => Assert.That(
        File.ReadAllText(Repository.Path("docs", "indicators.md")), Is.EqualTo(IndicatorPage.Text()), "Run `make docs` and commit the page.");

    [Test]
    public void Every_indicator_is_served() =>
        Assert.That(ReadingCatalogue.All.Select(r => r.Indicator.Slug), Is.EqualTo(IndicatorCatalogue.All.Select(i => i.Slug)));
}
