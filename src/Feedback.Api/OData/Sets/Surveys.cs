using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.OData.Sets;

/// <summary>One row a survey, as the version in force has it.</summary>
public sealed class Surveys : ListedSet<Survey>
{
    public override string Name => "Surveys";

    public override string TypeName => "Survey";

    public override IReadOnlyList<FeedColumn<Survey>> Columns { get; } =
    [
        FeedColumn<Survey>.Text("key", s => s.Key, isNullable: false),
        FeedColumn<Survey>.Text("audience", s => Texts.Of(s.Audience), isNullable: false),
        FeedColumn<Survey>.Text("title", s => Texts.Of(s.Current.Definition.Title)),
        FeedColumn<Survey>.Text("state", s => s.IsClosed ? "closed" : "open", isNullable: false),
        FeedColumn<Survey>.Whole("version", s => s.Current.Number, isNullable: false),
        FeedColumn<Survey>.Whole("items", s => s.Current.Items.Count, isNullable: false),
        FeedColumn<Survey>.Text("period", s => s.Audience == Audience.Employee ? s.Grid : null),
        FeedColumn<Survey>.Text("access", s => s.Audience == Audience.Employee ? s.Access : null),
        FeedColumn<Survey>.Whole("k", s => s.MinimumGroup),
        FeedColumn<Survey>.Instant("publishedAt", s => s.Versions[0].PublishedAt, isNullable: false),
        FeedColumn<Survey>.Instant("updatedAt", s => s.Current.PublishedAt, isNullable: false),
    ];

    protected override ValueTask<List<Survey>> Rows(FeedScope scope) => new([.. scope.Read.Catalogue.Surveys.Where(s => scope.Caller.MayTouch(s.Audience))]);
}
