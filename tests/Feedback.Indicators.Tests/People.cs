using FsCheck;
using FsCheck.Fluent;

namespace Feedback.Indicators.Tests;

/// <summary>Invented people: one answer (or null) per question, and a weight in whole 1e-4.</summary>
public sealed record Person(int?[] Answers, long Weight);

/// <summary>A group of them.</summary>
public sealed record People(Person[] All)
{
    /// <summary>Every measure an indicator reads; three touchpoints; an effort question asked backwards.</summary>
    private static readonly (string Measure, string? Touchpoint, int Low, int High, bool Reversed)[] Questions =
    [
        ("trust.capability", null, 1, 5, false), ("trust.reliability", null, 1, 5, false),
        ("trust.transparency", null, 1, 5, true), ("trust.humanity", null, 1, 5, false), ("trust.outcome", null, 1, 7, false),
        ("engagement.pride", null, 1, 5, false), ("engagement.advocacy", null, 1, 5, false),
        ("engagement.attachment", null, 1, 5, false), ("engagement.inspiration", null, 1, 5, false),
        ("engagement.motivation", null, 1, 5, false), ("readiness.need", null, 1, 7, false),
        ("readiness.appropriateness", null, 1, 7, false), ("readiness.leadership", null, 1, 7, false),
        ("readiness.capability", null, 1, 7, true), ("readiness.benefit", null, 1, 7, false),
        ("purpose.objectives", null, 0, 4, false), ("purpose.contribution", null, 0, 4, false),
        ("recommend", null, 0, 10, false), ("satisfaction", null, 1, 5, false), ("effort", null, 1, 5, true),
        ("stay", null, 1, 4, false), ("experience", "desk", 1, 5, false), ("experience", "gate", 1, 5, false),
        ("experience", "wifi", 1, 5, false), ("experience", "parking", 1, 5, false),
    ];

    public override string ToString() =>
        string.Join('\n', All.Select(person => string.Join(' ', person.Answers.Select(a => a?.ToString() ?? "-")) + $" x {person.Weight}"));

    /// <summary>Up to 60 people; some give the same answer to everything, so that groups without spread occur.</summary>
    public static Arbitrary<People> Any()
    {
        var mixed = Gen.Choose(-2, 10).ArrayOf(Questions.Length);
        var same = Gen.Choose(0, 10).Select(value => Enumerable.Repeat(value, Questions.Length).ToArray());
        var answers = Gen.Frequency((4, mixed), (1, same)).Select(Read);
        var person = answers.Zip(Gen.Choose(100, 1_000_000), (given, weight) => new Person(given, weight));
        return Gen.Choose(0, 60).SelectMany(n => person.ArrayOf(n)).Select(all => new People(all)).ToArbitrary();
    }

    /// <summary>Everything counted, equal rows not yet added.</summary>
    public Counts Count(bool weighted = true)
    {
        var parts = All.Select(person => One(weighted ? person : person with { Weight = 10_000 })).ToArray();
        return new(
            [.. parts.SelectMany(part => part.Items)], [.. parts.SelectMany(part => part.Scales)], []);
    }

    private static int?[] Read(int[] drawn) => [.. drawn.Select((value, index) => value < 0
        ? (int?)null
        : Questions[index].Low + value % (Questions[index].High - Questions[index].Low + 1))];

    private static Counts One(Person person)
    {
        var scales = Questions.Select((question, index) => (Question: question, Answer: person.Answers[index]))
            .Where(given => Measures.BelongToScale(given.Question.Measure) || given.Question.Measure == "experience")
            .GroupBy(given => given.Question.Measure.Split('.')[0])
            .ToDictionary(same => same.Key, same => same.ToArray());
        var items = Questions.Select((question, index) => (question, answer: person.Answers[index]))
            .Where(given => given.answer is not null)
            .Select(given => new ItemCounts(
                given.question.Measure + given.question.Touchpoint, given.question.Measure, given.question.Touchpoint,
                given.question.Low, given.question.High, given.question.Reversed,
                [new(given.answer!.Value, IsComplete(given.question.Measure), 1, person.Weight, person.Weight * person.Weight)]));
        var rows = scales.Where(scale => scale.Value.Any(given => given.Answer is not null)).Select(scale => new ScaleCounts(
            scale.Key,
            [new(scale.Value.Length, scale.Value[0].Question.Low, scale.Value[0].Question.High, [Row(Keyed(scale.Key).Length, Keyed(scale.Key).Sum())])]));
        var rated = Keyed("experience");
        var journey = new ScaleCounts("journey", [new(4, 0, 1, [Row(rated.Length, rated.Count(value => value >= 4))])]);
        return new([.. items], [.. rows, .. rated.Length > 0 ? [journey] : Array.Empty<ScaleCounts>()], []);

        bool IsComplete(string measure) =>
            Measures.BelongToScale(measure) && scales[measure.Split('.')[0]].All(given => given.Answer is not null);

        int[] Keyed(string scale) => [.. scales[scale].Where(given => given.Answer is not null).Select(given =>
            given.Question.Reversed ? given.Question.Low + given.Question.High - given.Answer!.Value : given.Answer!.Value)];

        ScaleRow Row(int answered, int total) => new(answered, total, 1, person.Weight, person.Weight * person.Weight);
    }
}
