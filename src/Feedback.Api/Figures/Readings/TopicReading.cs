using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Readings;

/// <summary>
/// What people write about, a row a topic: how many of those who left a comment mention it, and whether that is new against the period
/// before, which is the bucket before in a series, else a range of the same length, and of employees the release before.
/// </summary>
internal sealed class TopicReading : Reading
{
    private readonly TopicShare _share = new();

    public override Indicator Indicator => _share;

    public override IReadOnlyList<string> Parameters => ["item", "topic"];

    public override IReadOnlyList<string> Without => ["weighted"];

    /// <summary>Columns of its rows that no breakdown may be called like: there would be two of a name.</summary>
    public static readonly string[] Columns =
        ["key", "topic", "title", "from", "to", "people", "share", "low", "high", "n", "sentiment", "sentimentLow", "sentimentHigh", "positive", "neutral", "negative", "keyness", "logRatio", "p", "pAdjusted", "new", "status", "bound"];

    public override Problem? Refuses(IndicatorRequest request, CatalogueSnapshot catalogue)
    {
        if (request.By.Intersect(Columns).Any()) return Problem.Invalid(ProblemCodes.InvalidParameter, "by", "The rows have a column of that name already.");
        if (request.Topic is { } topic && catalogue.Words.Topics.All(t => t.Code != topic)) return Problem.Invalid(ProblemCodes.InvalidParameter, "topic", "There is no such topic.");
        if (request.Item is null) return null;
        if (request.Audience == Audience.Employee) return Problem.Invalid(ProblemCodes.InvalidParameter, "item", "Employees' comments are counted together, whatever they answer.");
        return Needed(request).Count > 0 ? null : Problem.NotFound(ProblemCodes.UnknownItem, "None of the surveys asks the item as a text.");
    }

    public override bool IsAnswered(Variable variable, IndicatorRequest request) => variable is { Kind: Variable.ItemKind, Items: Variable.Topics }
        && (request.Item is null ? variable.IsOfAllComments : variable.Name == request.Item);

    public override async Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request) => [.. (await ReadTopics(scope, request)).Select(t => t.Draft)];

    /// <summary>Every topic of every group, in any order.</summary>
    public async Task<List<TopicGroup>> ReadTopics(ReadScope scope, IndicatorRequest request)
    {
        var question = TopicQuestion.Of(Needed(request), request.Audience, scope.Catalogue.Words);
        var cube = await Cube.Read(scope, CubeQuery.Of(request, question.Variables) with { Range = Extended(request) });
        var rows = Visible.Rows(scope, request, cube).ToList();
        var before = IsSeries(request) ? Following(rows) : await Before(scope, request, question);
        var isOneQuestion = request.Item is not null || request.Surveys.SelectMany(s => s.Variables).Count(v => v is { Kind: Variable.ItemKind, Items: Variable.Text }) == 1;
        return [.. rows.Where(r => !IsSeries(request) || !(r.From < request.Range.From && r.To <= request.Range.From)).SelectMany(row =>
        {
            var (counts, earlier) = (TopicCounts.Of(row.Total, question), before(row) is { } group ? TopicCounts.Of(group, question) : null);
            var terms = question.TermsOf(TermsOf(scope, request, cube, row), row.Total);
            return scope.Catalogue.Words.Topics.Select(t => t.Code!).Order(StringComparer.Ordinal).Select(code =>
            {
                var number = scope.Catalogue.Words.Numbers[code];
                var rates = new TopicRates(code, counts.Known(number).People, counts.Commented, earlier?.Known(number).People ?? 0, earlier?.Commented ?? 0);
                return new TopicGroup(rates, new Draft(row.From, row.To, row.By, code, _share.Of(counts.Served(number), counts.Commented, isOneQuestion, terms), terms));
            });
        })];
    }

    /// <summary>The range of a series with the bucket before it.</summary>
    private DayRange Extended(IndicatorRequest request) => IsSeries(request) && request.Range.From is { } from
        ? request.Range with { From = TimeSpans.Before(TimeSpans.BucketOf(from, request.Interval), request.Interval) } : request.Range;

    /// <summary>What was counted in the last row before one that has the same values.</summary>
    private static Func<CubeRow, CountedGroup?> Following(IEnumerable<CubeRow> rows)
    {
        var byValues = rows.GroupBy(r => r.ByText).ToDictionary(g => g.Key, g => g.OrderBy(r => r.From).ToList());
        return row => byValues[row.ByText].LastOrDefault(r => r.From < row.From)?.Total;
    }

    /// <summary>What was counted in the period before with the same values; nothing where there is no period.</summary>
    private static async Task<Func<CubeRow, CountedGroup?>> Before(ReadScope scope, IndicatorRequest request, TopicQuestion question)
    {
        if (PeriodBefore.Of(request) is not { } range) return _ => null;
        var cube = await Cube.Read(scope, CubeQuery.Of(request, question.Variables) with { Range = range });
        var byValues = cube.Rows.ToDictionary(r => r.ByText, r => r.Total);
        return row => byValues.GetValueOrDefault(row.ByText);
    }
}

/// <summary>One topic in one group: how often it is mentioned there and was before, and its figure on the way.</summary>
internal sealed record TopicGroup(TopicRates Rates, Draft Draft);
