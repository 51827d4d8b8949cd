using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Api.Figures;
using Feedback.Api.Figures.Readings;
using Feedback.Api.OData.Star;
using Feedback.Indicators;

namespace Feedback.Api.OData.Sets;

/// <summary>
/// How often customers gave each answer to each rating and choice item, in the cells of <c>Figures</c>. A number below k is null, and all of
/// them where fewer than k answered. Sums of these give the means and shares that figures have. Cells go away with those of Figures.
/// </summary>
internal sealed class ItemCountSet : StarSet<ItemAnswer>
{
    private static readonly EveryItemReading Items = new();

    public override string Name => "ItemCounts";

    public override string TypeName => "ItemCount";

    public override IReadOnlyList<FeedColumn<ItemAnswer>> Columns { get; } =
    [
        FeedColumn<ItemAnswer>.Text("key", row => row.Cell.KeyOf("ItemCounts\n" + row.Answer), isNullable: false),
        FeedColumn<ItemAnswer>.Text("item", row => row.Cell.Subject, isNullable: false),
        .. StarColumns.Of<ItemAnswer>(),
        FeedColumn<ItemAnswer>.Text("answer", row => row.Answer, isNullable: false),
        FeedColumn<ItemAnswer>.Whole("rating", row => row.Rating),
        FeedColumn<ItemAnswer>.Whole("n", row => row.N),
        FeedColumn<ItemAnswer>.Number("share", row => row.Share),
        FeedColumn<ItemAnswer>.Text("status", row => row.N is null ? "withheld" : "released", isNullable: false),
        FeedColumn<ItemAnswer>.Instant("updatedAt", row => row.Cell.UpdatedAt, isNullable: false),
    ];

    protected override string SubjectColumn => "item";

    protected override IEnumerable<StarSubject> SubjectsOf(FeedScope scope, Survey survey) => survey.Audience == Audience.Employee ? []
        : survey.Variables.Where(v => v.IsChosen).GroupBy(v => v.Name, StringComparer.Ordinal).Select(own => new ItemSubject([.. own]));

    protected override async IAsyncEnumerable<ItemAnswer> ReadBlock(FeedScope scope, StarSubject subject, StarBlock block)
    {
        var (item, answers, silent) = ((ItemSubject)subject, new List<(StarCell Cell, Func<Released<IReadOnlyList<AnswerShare>>?> Shares)>(), new HashSet<(DateOnly From, string? Unit)>());
        if (block.Dimensions.Contains(null)) silent.UnionWith(from unit in block.Units from period in block.Periods select (period.Period.From, unit));
        var request = new IndicatorRequest { Indicator = Items.Indicator, Audience = Audience.Customer, Surveys = [block.Survey], NamesSurveys = true, Range = block.Range, Interval = StarPeriod.IntervalOf(block.Interval), Item = item.Name };
        foreach (var cut in StarCut.Of(block, scope.Read.Units))
        {
            var asked = request with { By = cut.By, UnitAxis = cut.Units };
            var cube = await Cube.Read(scope.Read, CubeQuery.Of(asked, item.Variables));
            foreach (var row in cube.Rows)
            {
                if (cut.PlaceOf(row) is not var (unit, value)) continue;
                if (cut.Dimension is not null && cube.Responses(row.Total) < request.MinimumGroup(scope.Read.MinimumGroup)) continue;
                if (cut.Dimension is null) silent.Remove((row.From!.Value, unit));
                if (block.Find(row.From!.Value, unit, cut.Dimension, value) is { } cell) answers.Add((cell, () => Items.DistributionOf(scope.Read, asked, cube, row, item.Variables)));
            }
        }
        // The whole and each unit have rows in every period, as in Figures.
        answers.AddRange(silent.Select(s => block.Find(s.From, s.Unit, null, null)).OfType<StarCell>().Select(cell => (cell, new Func<Released<IReadOnlyList<AnswerShare>>?>(() => null))));
        foreach (var (cell, shares) in StarCell.InOrder(answers, a => a.Cell))
        {
            foreach (var answer in item.AnswersOf(cell, shares())) yield return answer;
        }
    }

    private sealed record ItemSubject(IReadOnlyList<Variable> Variables) : StarSubject(Variables[0].Name)
    {
        public override int RowsOfCell(int units) => 8;

        /// <summary>One for every answer the item offers, whether it was given or not.</summary>
        public IEnumerable<ItemAnswer> AnswersOf(StarCell cell, Released<IReadOnlyList<AnswerShare>>? shares)
        {
            var given = shares?.Value ?? Offered(cell.Survey);
            return given.Select((answer, i) => new ItemAnswer
            {
                Cell = cell,
                Place = i,
                Answer = answer.Option ?? answer.Value!.Value.ToString(CultureInfo.InvariantCulture),
                Rating = answer.Value,
                N = answer.N,
                Share = answer.Share,
            });
        }

        private IReadOnlyList<AnswerShare> Offered(Survey survey) => Variables[0].Items == Variable.Rating
            ? [.. Enumerable.Range(Variables[0].Low, Variables[0].High - Variables[0].Low + 1).Select(rating => new AnswerShare(rating, null, null, null))]
            : [.. survey.Versions.SelectMany(v => v.Items).Where(i => i.Code == Name).SelectMany(i => i.Options).DistinctBy(o => o.Key).OrderBy(o => o.Value).Select(o => new AnswerShare(null, o.Key, null, null))];
    }
}

/// <summary>How often one answer was given in one cell.</summary>
internal sealed record ItemAnswer : StarRow
{
    /// <summary>The rating, after reverse-keying, as text; or the option.</summary>
    public required string Answer { get; init; }

    /// <summary>Null for an option.</summary>
    public int? Rating { get; init; }

    /// <summary>Null where they are fewer than k.</summary>
    public long? N { get; init; }

    /// <summary>Percent of those who answered the item.</summary>
    public double? Share { get; init; }
}
