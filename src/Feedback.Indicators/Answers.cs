namespace Feedback.Indicators;

/// <summary>The answers to one or more rating items as one pool: reverse-keyed, each with its range.</summary>
internal sealed class Answers
{
    private readonly Answer[] answers;
    private readonly IReadOnlyCollection<ItemCounts> items;
    private readonly Terms terms;
    private readonly bool weighted;

    private Answers(Answer[] answers, IReadOnlyCollection<ItemCounts> items, Terms terms)
    {
        this.answers = answers;
        this.items = items;
        this.terms = terms;
        weighted = terms.Weighted;
        var squares = 0.0;
        foreach (var answer in answers)
        {
            N += answer.N;
            Weight += answer.Share(weighted);
            squares += answer.SquaredWeight;
        }
        Effective = weighted && N > 0 ? Weight * Weight / squares : N;
    }

    /// <summary>People who answered.</summary>
    public long N { get; }

    /// <summary>Kish's n if weighted, else N.</summary>
    public double Effective { get; }

    /// <summary>What has to reach k.</summary>
    public double Support => Math.Min(N, Effective);

    private double Weight { get; }

    /// <summary>
    /// Mean and variance on POMP, with the floor of half an answer step of the coarsest range; of small cells of employees the
    /// mean to 0.1 and the variance of the whole base.
    /// </summary>
    public Moments Moments
    {
        get
        {
            var (isOneRange, floor) = (true, 0.0);
            foreach (var answer in answers)
            {
                isOneRange &= (answer.Low, answer.High) == (answers[0].Low, answers[0].High);
                floor = Math.Max(floor, 50.0 / (answer.High - answer.Low));
            }
            var scores = Array.ConvertAll(answers, static answer => new Moments.Score(answer.Pomp, answer.N, answer.Weight, answer.SquaredWeight));
            // Answers on one range are in order of their scores, and no two have the same.
            var own = isOneRange ? Moments.OfGroups(scores, weighted, floor) : Moments.Of(scores, weighted, floor);
            return terms.Audience == Audience.Customer ? own
                : WholeBase.Blur(own with { IsBeside = items.Any(item => Measures.HasFigureThatIsNoMean(item.Measure)) }, items, terms);
        }
    }

    /// <summary>People per score on POMP, in order of the scores; unweighted.</summary>
    public IReadOnlyList<(double Score, long N)> Scores =>
        [.. answers.GroupBy(answer => answer.Pomp).OrderBy(same => same.Key).Select(same => (same.Key, same.Sum(answer => answer.N)))];

    /// <summary>Mean in raw units after reverse-keying; null where ranges differ, because then there are no common units.</summary>
    public double? RawMean =>
        answers.Length == 0 || answers.Any(answer => (answer.Low, answer.High) != (answers[0].Low, answers[0].High))
            ? null
            : answers.Sum(answer => answer.Share(weighted) * answer.Value) / Weight;

    public static Answers Of(IEnumerable<ItemCounts> items, Terms terms)
    {
        ItemCounts[] asked = [.. items];
        return new(asked.Length > 0 && asked.All(item => (item.Low, item.High) == (asked[0].Low, asked[0].High)) ? OnOneRange(asked, terms) : OnAnyRange(asked, terms), asked, terms);
    }

    /// <summary>One for every answer that anybody gave, in order of range and answer: counted into places where there is one range, which is what is asked nearly always.</summary>
    private static Answer[] OnOneRange(ItemCounts[] asked, Terms terms)
    {
        var (low, high) = (asked[0].Low, asked[0].High);
        var places = new Answer[high - low + 1];
        foreach (var item in asked)
        {
            var takesAll = terms.Audience == Audience.Customer || !Measures.BelongToScale(item.Measure);
            foreach (var value in item.Values)
            {
                if (!takesAll && !value.Complete)
                    continue;
                var keyed = item.Reversed ? low + high - value.Value : value.Value;
                ref var place = ref places[keyed - low];
                place = new(low, high, keyed, place.N + value.N, place.Weight + value.Weight, place.SquaredWeight + value.SquaredWeight);
            }
        }
        var kept = 0;
        foreach (var place in places)
        {
            if (place.N > 0)
                places[kept++] = place;
        }
        return places[..kept];
    }

    private static Answer[] OnAnyRange(ItemCounts[] asked, Terms terms)
    {
        var all = new List<Answer>();
        foreach (var item in asked)
        {
            var takesAll = terms.Audience == Audience.Customer || !Measures.BelongToScale(item.Measure);
            foreach (var value in item.Values)
            {
                if (takesAll || value.Complete)
                    all.Add(new(item.Low, item.High, item.Reversed ? item.Low + item.High - value.Value : value.Value, value.N, value.Weight, value.SquaredWeight));
            }
        }
        all.Sort((a, b) => (a.Low, a.High, a.Value).CompareTo((b.Low, b.High, b.Value)));
        var kept = new List<Answer>(all.Count);
        for (var i = 0; i < all.Count;)
        {
            var same = all[i++];
            for (; i < all.Count && (all[i].Low, all[i].High, all[i].Value) == (same.Low, same.High, same.Value); i++)
                same = same with { N = same.N + all[i].N, Weight = same.Weight + all[i].Weight, SquaredWeight = same.SquaredWeight + all[i].SquaredWeight };
            if (same.N > 0)
                kept.Add(same);
        }
        return [.. kept];
    }

    /// <summary>The answers to the items with this measure.</summary>
    public static Answers Of(Counts counts, string measure, Terms terms) =>
        Of(counts.Items.Where(item => item.Measure == measure), terms);

    /// <summary>How often each value on the common range was given; null where fewer than k people answered, or ranges differ.</summary>
    public IReadOnlyList<AnswerShare>? Shares(Terms terms) => RawMean is null || Support < terms.MinimumGroup ? null :
    [
        .. Enumerable.Range(answers[0].Low, answers[0].High - answers[0].Low + 1)
            .Select(value => new AnswerShare(value, null, Count(answer => answer.Value == value), 100 * Share(answer => answer.Value == value))),
    ];

    /// <summary>Share of the answers the claim holds for, 0..1; NaN without answers.</summary>
    public double Share(Func<Answer, bool> claim) => answers.Where(claim).Sum(answer => answer.Share(weighted)) / Weight;

    /// <summary>People whose answer the claim holds for.</summary>
    public long Count(Func<Answer, bool> claim) => answers.Where(claim).Sum(answer => answer.N);

    /// <summary>The share in percent with its interval (Wilson 1927).</summary>
    public Estimate Interval(Func<Answer, bool> claim, Terms terms) => Intervals.Share(Share(claim), Effective, terms.Headcount);

    /// <summary>People with the same reverse-keyed answer on the same range.</summary>
    internal readonly record struct Answer(int Low, int High, int Value, long N, long Weight, long SquaredWeight)
    {
        public double Pomp => 100.0 * (Value - Low) / (High - Low);

        public static bool TopTwo(Answer answer) => answer.Value >= answer.High - 1;

        public static bool BottomTwo(Answer answer) => answer.Value <= answer.Low + 1;

        /// <summary>Above the midpoint.</summary>
        public static bool Positive(Answer answer) => 2 * answer.Value > answer.Low + answer.High;

        /// <summary>Below the midpoint.</summary>
        public static bool Negative(Answer answer) => 2 * answer.Value < answer.Low + answer.High;

        public double Share(bool weighted) => weighted ? Weight : N;
    }
}
