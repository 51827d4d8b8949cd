using Feedback.Indicators.Text;

namespace Feedback.Indicators.Tests.Text;

/// <summary>The sentiment of English texts is that of VADER (Hutto and Gilbert 2014).</summary>
public sealed class ScoringSentiment
{
    [TestCase("amazon", 3708)]
    [TestCase("nyt", 5190)]
    public void Every_rated_sentence_scores_as_in_the_authors_program(string file, int count)
    {
        var sentences = RatedSentences.Read(file);
        var different = sentences.Where(sentence => Distance(Sentiment.Of(sentence.Text), sentence.Expected) > 1e-4)
            .Select(sentence => $"{sentence.Number} {sentence.Expected} {Sentiment.Of(sentence.Text)} {sentence.Text}");

        Assert.That(sentences, Has.Count.EqualTo(count));
        Assert.That(different, Is.Empty);
    }

    [TestCase("amazon", 0.590)]
    [TestCase("nyt", 0.503)]
    public void It_correlates_with_peoples_ratings_as_the_authors_program_does(string file, double correlation)
    {
        var sentences = RatedSentences.Read(file);
        var found = Correlation([.. sentences.Select(sentence => sentence.Rating)], [.. sentences.Select(sentence => Sentiment.Of(sentence.Text).Compound)]);

        TestContext.Out.WriteLine(FormattableString.Invariant($"{file}: {sentences.Count} sentences, correlation {found:0.000000}"));
        Assert.That(found, Is.EqualTo(correlation).Within(0.003));
    }

    // Worked out by hand from the ratings of the lexicon and x / sqrt(x^2 + 15): good 1.9, bad -2.5, nice 1.8, smiling 2.0, heart 3.2, :) 2.0;
    // an idiom gives its valence to each rated word of it.
    [TestCase("good", 0.4404)]
    [TestCase("Good!", 0.4926)]
    [TestCase("good!!!!!!", 0.6209)]
    [TestCase("bad??", -0.5940)]
    [TestCase("bad?????????", -0.6662)]
    [TestCase("it was GOOD", 0.5622)]
    [TestCase("IT WAS GOOD", 0.4404)]
    [TestCase("very good", 0.4927)]
    [TestCase("VERY good", 0.6028)]
    [TestCase("hardly good", 0.3832)]
    [TestCase("it is kind of good", 0.3832)]
    [TestCase("not good", -0.3412)]
    [TestCase("isn't good", -0.3412)]
    [TestCase("isn’t good", -0.3412)]
    [TestCase("never this good", 0.5228)]
    [TestCase("least good", -0.3412)]
    [TestCase("at least good", 0.4404)]
    [TestCase("good but bad", -0.5859)]
    [TestCase("“good”", 0.4404)]
    [TestCase("he stood at the bus stop", 0)]
    [TestCase("and she got the kiss of death", -0.6124)]
    [TestCase("no good", -0.3412)]
    [TestCase("😍", 0.4588)]
    [TestCase("nice😍❤️", 0.8750)]
    [TestCase("it came :)", 0.4588)]
    public void The_rules_do_what_the_paper_says(string text, double compound) =>
        Assert.That(Sentiment.Of(text).Compound, Is.EqualTo(compound).Within(1e-4));

    [TestCase(0.05, "positive")]
    [TestCase(0.0499, "neutral")]
    [TestCase(-0.0499, "neutral")]
    [TestCase(-0.05, "negative")]
    public void The_label_turns_at_a_twentieth(double compound, string label) => Assert.That(Polarity.LabelOf(compound), Is.EqualTo(label));

    [Test]
    public void A_text_of_no_words_has_no_polarity() => Assert.That(Sentiment.Of(" \t\n"), Is.EqualTo(default(Polarity)));

    [TestCaseSource(nameof(Monsters))]
    public void No_text_is_refused(string text) => Assert.That(Sentiment.Of(text).Compound, Is.InRange(-1.0, 1.0));

    private static IEnumerable<TestCaseData> Monsters()
    {
        yield return Monster("combining characters", "e" + new string('\u0301', 100_000));
        yield return Monster("lone surrogates", string.Concat(Enumerable.Repeat("\ud800 good \udc00", 10_000)));
        yield return Monster("NUL", new string('\0', 100_000));
        yield return Monster("emoji", string.Concat(Enumerable.Repeat("😍", 50_000)));
        yield return Monster("one value", "but " + string.Concat(Enumerable.Repeat("good ", 20_000)) + "but");
        yield return Monster("apostrophes", new string('’', 100_000));
        yield return Monster("marks", string.Concat(Enumerable.Repeat("!?", 50_000)));
    }

    private static TestCaseData Monster(string name, string text) => new TestCaseData(text).SetArgDisplayNames(name);

    private static double Correlation(double[] x, double[] y)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        var both = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum();
        return both / Math.Sqrt(x.Sum(a => (a - meanX) * (a - meanX)) * y.Sum(b => (b - meanY) * (b - meanY)));
    }

    private static double Distance(Polarity one, Polarity other) => new[]
    {
        one.Negative - other.Negative, one.Neutral - other.Neutral, one.Positive - other.Positive, one.Compound - other.Compound,
    }.Max(Math.Abs);
}
