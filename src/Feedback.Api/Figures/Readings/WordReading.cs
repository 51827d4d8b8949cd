using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Readings;

/// <summary>Words that customers use more often than in the period before, whether the dictionary knows them or not. What is asked of it is a closed range.</summary>
internal sealed class WordReading : Reading
{
    private readonly TopicShare _share = new();

    public override Indicator Indicator => _share;

    public override IReadOnlyList<string> Parameters => ["item"];

    public override IReadOnlyList<string> Without => ["weighted", "interval", "by"];

    public override Problem? Refuses(IndicatorRequest request, CatalogueSnapshot catalogue) =>
        request.Audience == Audience.Employee ? Problem.Invalid(ProblemCodes.InvalidParameter, "audience", "Words of employees are not counted: ask for topics.")
        : PeriodBefore.Of(request) is null ? Problem.Invalid(ProblemCodes.InvalidParameter, "from", "A period is named, or both from and to, so that there is a period before.")
        : request.Item is null || Needed(request).Count > 0 ? null
        : Problem.NotFound(ProblemCodes.UnknownItem, "None of the surveys asks the item as a text.");

    public override bool IsAnswered(Variable variable, IndicatorRequest request) => variable is { Kind: Variable.ItemKind, Items: Variable.Text } && (request.Item is null || variable.Name == request.Item);

    public override Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request) => Task.FromResult<IReadOnlyList<Draft>>([]);
}
