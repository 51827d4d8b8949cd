using Feedback.Api.OData;

namespace Feedback.Api.Tests.OData;

/// <summary>What a set may leave out by a filter before the filter is asked of a row.</summary>
public sealed class ExcludingRows
{
    private static readonly FilterNode Unit = new FilterNode.WithValue("unit", FilterOperator.Equal, "emea");
    private static readonly FilterNode Since = new FilterNode.WithValue("from", FilterOperator.GreaterOrEqual, new DateOnly(2026, 1, 1));
    private static readonly FilterNode Many = new FilterNode.WithValue("n", FilterOperator.Greater, 10L);

    [Test]
    public void No_filter_excludes_nothing() => Assert.That(FeedFilter.None.Excludes(("unit", null)), Is.False);

    [Test]
    public void A_known_value_excludes_and_an_unknown_one_does_not()
    {
        var filter = new FeedFilter(new FilterNode.And(Unit, Since));
        Assert.Multiple(() =>
        {
            Assert.That(filter.Excludes(("unit", "apac")), Is.True);
            Assert.That(filter.Excludes(("unit", null)), Is.True);
            Assert.That(filter.Excludes(("unit", "emea")), Is.False);
            Assert.That(filter.Excludes(("unit", "emea"), ("from", new DateOnly(2025, 12, 1))), Is.True);
            Assert.That(filter.Excludes(("unit", "emea"), ("from", new DateOnly(2026, 1, 1))), Is.False);
            Assert.That(filter.Excludes(("value", "x")), Is.False);
            Assert.That(filter.Excludes(), Is.False);
        });
    }

    [Test]
    public void One_of_two_conditions_is_enough()
    {
        var filter = new FeedFilter(new FilterNode.Or(Unit, Many));
        Assert.Multiple(() =>
        {
            Assert.That(filter.Excludes(("unit", "apac")), Is.False);
            Assert.That(filter.Excludes(("unit", "apac"), ("n", 10L)), Is.True);
            Assert.That(filter.Excludes(("unit", "apac"), ("n", 11)), Is.False);
        });
    }

    [Test]
    public void Null_is_equal_to_null_and_less_than_nothing()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Excludes(FilterOperator.Equal, null, null), Is.False);
            Assert.That(Excludes(FilterOperator.NotEqual, null, null), Is.True);
            Assert.That(Excludes(FilterOperator.NotEqual, null, 1.5), Is.False);
            Assert.That(Excludes(FilterOperator.LessOrEqual, null, null), Is.True);
            Assert.That(Excludes(FilterOperator.GreaterOrEqual, null, 1.5), Is.True);
            Assert.That(new FeedFilter(new FilterNode.WithValue("estimate", FilterOperator.Less, null)).Excludes(), Is.True);
        });
    }

    [Test]
    public void Columns_are_compared_when_both_are_known()
    {
        var filter = new FeedFilter(new FilterNode.WithColumn("low", FilterOperator.Less, "high"));
        Assert.Multiple(() =>
        {
            Assert.That(filter.Excludes(("low", 2.0)), Is.False);
            Assert.That(filter.Excludes(("low", 2.0), ("high", 1.0)), Is.True);
            Assert.That(filter.Excludes(("low", 2.0), ("high", 3.0)), Is.False);
        });
    }

    private static bool Excludes(FilterOperator comparison, object? held, object? asked) =>
        new FeedFilter(new FilterNode.WithValue("estimate", comparison, asked)).Excludes(("estimate", held));
}
