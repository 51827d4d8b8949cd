namespace Feedback.Indicators.Tests;

/// <summary>What people write about, as figures: shares of those who left a comment, how it sounds, and what is new.</summary>
public sealed class SharingTopics
{
    private static readonly TopicShare Topics = new();

    private static readonly Terms Customers = new(Audience.Customer, 10), Employees = new(Audience.Employee, 10);

    [Test]
    public void The_share_is_of_those_who_wrote_with_the_interval_of_a_share()
    {
        var figure = Topics.Of(new(80, 10, 20, 40), 200, true, Customers);
        // Wilson for 80 of 200: centre 0.401885, half-width 0.067279.
        Assert.That((figure.Estimate, figure.N), Is.EqualTo((40d, 200L)));
        Assert.That(figure.Low, Is.EqualTo(33.4606).Within(.001));
        Assert.That(figure.High, Is.EqualTo(46.9163).Within(.001));
        Assert.That(figure.Components["people"], Is.EqualTo(80));
    }

    [Test]
    public void Sentiment_is_positive_less_negative_of_those_scored()
    {
        var parts = Topics.Of(new(80, 10, 20, 40), 200, true, Customers).Components;
        Assert.That((double)parts["sentiment"]!, Is.EqualTo(100d * (10 - 40) / 70).Within(1e-9));
        Assert.That((double)parts["positive"]! + (double)parts["neutral"]! + (double)parts["negative"]!, Is.EqualTo(100).Within(1e-9));
        Assert.That((double)parts["sentimentLow"]!, Is.LessThan((double)parts["sentiment"]!));
        Assert.That((double)parts["sentimentHigh"]!, Is.GreaterThan((double)parts["sentiment"]!));
    }

    [Test]
    public void Sentiment_of_answers_to_different_questions_is_not_told()
    {
        var parts = Topics.Of(new(80, 10, 20, 40), 200, false, Customers).Components;
        Assert.That(parts.GetValueOrDefault("sentiment"), Is.Null);
    }

    [Test]
    public void Sentiment_of_fewer_than_k_scored_is_not_told()
    {
        var parts = Topics.Of(new(80, 2, 3, 4), 200, true, Customers).Components;
        Assert.That(new[] { "sentiment", "sentimentLow", "positive", "negative" }.Select(name => parts.GetValueOrDefault(name)), Is.All.Null);
    }

    [TestCase(9, 200)]
    [TestCase(0, 200)]
    [TestCase(9, 9)]
    [TestCase(0, 0)]
    public void A_topic_of_fewer_than_k_people_is_withheld(int people, int commented) =>
        Assert.That(Topics.Of(new(people, 0, 0, 0), commented, true, Customers), Is.EqualTo(Figure.Withheld));

    [Test]
    public void Employees_see_the_balance_alone_and_only_where_nobody_or_k_sound_each_way()
    {
        var told = Topics.Of(new(60, 20, 0, 40), 200, true, Employees).Components;
        Assert.That(((double)told["sentiment"]!, told.ContainsKey("positive"), told.ContainsKey("negative")), Is.EqualTo((100d * -20 / 60, false, false)).Within(1e-9));
        foreach (var one in new TopicMentions[] { new(60, 1, 0, 59), new(60, 20, 9, 31), new(60, 51, 0, 9) })
            Assert.That(Topics.Of(one, 200, true, Employees).Components.GetValueOrDefault("sentiment"), Is.Null);
    }

    [Test]
    public void Employees_see_rounded_shares_and_of_few_writers_the_share_alone()
    {
        var many = Shown(new(43, 15, 10, 10), 121);
        Assert.That((many.Estimate, many.N, many.Components["people"]), Is.EqualTo((35.5, 120L, (object)45L)));
        var few = Shown(new(12, 4, 4, 4), 29);
        Assert.That((few.Estimate, few.N, few.Components.Count), Is.EqualTo((41.4, 30L, 0)));
        var all = Shown(new(29, 10, 10, 9), 29);
        Assert.That((all.Estimate, all.Bound), Is.EqualTo((95d, (Bound?)Bound.AtLeast)));

        static Figure Shown(TopicMentions topic, long commented) => Anonymity.Release(Topics.Of(topic, commented, true, Employees), Topics, Employees).Value;
    }

    [Test]
    public void New_is_what_is_mentioned_far_more_often_than_before()
    {
        var news = TopicNews.Of([new("more", 60, 300, 20, 300), new("alike", 61, 300, 60, 300), new("a little", 30_000, 100_000, 25_000, 100_000), new("less", 20, 300, 60, 300), new("nowhere", 0, 300, 0, 300)]);
        Assert.That(news.Select(n => n.IsNew), Is.EqualTo(new bool?[] { true, false, false, false, null }));
    }

    [Test]
    public void Keyness_is_that_of_the_books_and_adjusted_over_all_topics_compared()
    {
        var news = TopicNews.Of([new("a", 10, 1_000, 20, 10_000), new("b", 50, 1_000, 500, 10_000), new("nowhere", 0, 1_000, 0, 10_000)]);
        // 10 in 1,000 against 20 in 10,000; ten in a thousand is five times as often.
        Assert.That(news[0].Keyness!.Value.G2, Is.EqualTo(13.57946).Within(1e-5));
        Assert.That(news[0].Keyness!.Value.LogRatio, Is.EqualTo(Math.Log2(5)).Within(1e-9));
        Assert.That(news[0].PAdjusted, Is.EqualTo(2 * news[0].Keyness!.Value.P).Within(1e-12));
        Assert.That(news[1].Keyness!.Value.G2, Is.Zero.Within(1e-9));
    }

    [Test]
    public void With_nothing_before_nothing_is_new() => Assert.That(TopicNews.Of([new("a", 60, 300, 0, 0)])[0].IsNew, Is.Null);
}
