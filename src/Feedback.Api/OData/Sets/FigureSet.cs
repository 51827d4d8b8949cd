using Feedback.Api.Catalogue;
using Feedback.Api.OData.Star;
using Feedback.Indicators;

namespace Feedback.Api.OData.Sets;

/// <summary>
/// Every indicator that needs no parameter, by survey, month, quarter and year (or wave), for the whole and each unit with everything below
/// it, and for each of these by every single value of every dimension: of customers where k people answered, of employees every listed one.
/// </summary>
internal sealed class FigureSet : StarSet<StarFigure>
{
    public override string Name => "Figures";

    public override string TypeName => "Figure";

    public override bool IsAudited => true;

    public override IReadOnlyList<FeedColumn<StarFigure>> Columns { get; } =
    [
        FeedColumn<StarFigure>.Text("key", row => row.Cell.KeyOf("Figures"), isNullable: false),
        FeedColumn<StarFigure>.Text("indicator", row => row.Cell.Subject, isNullable: false),
        .. StarColumns.Of<StarFigure>(),
        FeedColumn<StarFigure>.Number("estimate", row => row.Estimate),
        FeedColumn<StarFigure>.Number("low", row => row.Low),
        FeedColumn<StarFigure>.Number("high", row => row.High),
        FeedColumn<StarFigure>.Whole("n", row => row.N),
        FeedColumn<StarFigure>.Text("status", row => StarColumns.NameOf(row.Status), isNullable: false),
        FeedColumn<StarFigure>.Instant("updatedAt", row => row.Cell.UpdatedAt, isNullable: false),
        FeedColumn<StarFigure>.Text("bound", row => StarColumns.NameOf(row.Bound)),
    ];

    public override bool? IsWithheld(StarFigure row) => row.Cell.Survey.Audience == Audience.Customer ? null : row.Status == Status.Withheld;

    protected override string SubjectColumn => "indicator";

    protected override IEnumerable<StarSubject> SubjectsOf(FeedScope scope, Survey survey) => IndicatorSubject.Of(scope, survey);

    protected override IAsyncEnumerable<StarFigure> ReadBlock(FeedScope scope, StarSubject subject, StarBlock block) => new FigureBlock(scope, (IndicatorSubject)subject, block).Read();
}
