using System.Diagnostics;
using System.Globalization;
using Feedback.Indicators.Tests.Text;
using Feedback.Indicators.Text;

namespace Feedback.Benchmarks;

/// <summary>What a comment costs on one core, on the sentences from reviews that Hutto and Gilbert (2014) had rated, and how well the sentiment agrees with the ratings.</summary>
public static class TextBenchmark
{
    public static void Run(Report report, bool isQuick)
    {
        var reviews = RatedSentences.Read("amazon");
        string[] texts = [.. reviews.Select(review => review.Text)];
        var rounds = isQuick ? 10 : 100;
        Measure(report, "sentiment of one sentence", texts, rounds, text => Sentiment.Of(text));
        Measure(report, "language of one sentence", texts, rounds, text => TextLanguage.Of(text));
        Measure(report, "redaction of one sentence", texts, rounds, new Redactor(StaffNames.None).Of);
        Measure(report, "redaction with 100,000 names to mask", texts, rounds, new Redactor(new StaffNames(Names(100_000))).Of);
        var monster = "e" + new string('\u0301', 100_000);
        report.AddTime("sentiment of 100,000 combining characters", Milliseconds(() => Sentiment.Of(monster), 10));
        Agree(report, "reviews", reviews);
        Agree(report, "editorials", RatedSentences.Read("nyt"));
    }

    /// <summary>The best of five rates, each over all the texts so many times, on the thread that asks; bytes allocated per text beside it.</summary>
    private static void Measure<T>(Report report, string what, string[] texts, int rounds, Func<string, T> analyse)
    {
        var (best, bytes) = (0.0, 0.0);
        for (var run = 0; run < 5; run++)
        {
            var (watch, allocated) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
            for (var round = 0; round < rounds; round++)
            {
                foreach (var text in texts) analyse(text);
            }
            best = Math.Max(best, rounds * texts.Length / watch.Elapsed.TotalSeconds);
            bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / rounds / texts.Length;
        }
        report.AddRate($"{what}, one core", best, FormattableString.Invariant($"{bytes:N0} B allocated, {texts.Average(text => text.Length):0} characters on average"));
    }

    /// <summary>Invented names, no two the same.</summary>
    private static IEnumerable<string> Names(int count) => Enumerable.Range(0, count).Select(i => $"Given{Letters(i % 317)} Family{Letters(i)}");

    private static string Letters(int number) => string.Concat(number.ToString("D6", CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));

    private static double Milliseconds(Action action, int times)
    {
        action();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < times; i++) action();
        return watch.Elapsed.TotalMilliseconds / times;
    }

    private static void Agree(Report report, string what, IReadOnlyList<RatedSentence> sentences)
    {
        double[] ratings = [.. sentences.Select(sentence => sentence.Rating)];
        double[] scores = [.. sentences.Select(sentence => Sentiment.Of(sentence.Text).Compound)];
        var (x, y) = (ratings.Average(), scores.Average());
        var both = ratings.Zip(scores, (rating, score) => (rating - x) * (score - y)).Sum();
        var correlation = both / Math.Sqrt(ratings.Sum(rating => (rating - x) * (rating - x)) * scores.Sum(score => (score - y) * (score - y)));
        report.Add($"sentiment against people's ratings, {sentences.Count:N0} sentences from {what}", FormattableString.Invariant($"r = {correlation:0.000000}"));
    }
}
