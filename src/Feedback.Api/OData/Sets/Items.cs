using Feedback.Api.Catalogue;

namespace Feedback.Api.OData.Sets;

/// <summary>One row an item of a survey, as the last version that asked it has it.</summary>
/// <param name="Survey">The survey.</param>
/// <param name="Version">The last version that asks it.</param>
/// <param name="Asked">The item there.</param>
public sealed record ItemRow(Survey Survey, SurveyVersion Version, Item Asked)
{
    public string Key { get; } = $"{Survey.Key}/{Asked.Code}";

    public ItemDefinition Definition => Version.Definition.Items![Asked.Position];
}

/// <summary>Every item that was ever asked, because figures of the past name it.</summary>
public sealed class Items : ListedSet<ItemRow>
{
    public override string Name => "Items";

    public override string TypeName => "Item";

    public override IReadOnlyList<FeedColumn<ItemRow>> Columns { get; } =
    [
        FeedColumn<ItemRow>.Text("key", i => i.Key, isNullable: false),
        FeedColumn<ItemRow>.Text("survey", i => i.Survey.Key, isNullable: false),
        FeedColumn<ItemRow>.Text("audience", i => Texts.Of(i.Survey.Audience), isNullable: false),
        FeedColumn<ItemRow>.Text("item", i => i.Asked.Code, isNullable: false),
        FeedColumn<ItemRow>.Whole("position", i => i.Asked.Position + 1, isNullable: false),
        FeedColumn<ItemRow>.Text("kind", i => KindOf(i.Asked), isNullable: false),
        FeedColumn<ItemRow>.Text("text", i => Texts.Of(i.Definition.Text), isLong: true),
        FeedColumn<ItemRow>.Whole("low", i => i.Asked.Kind == ItemKind.Rating ? i.Asked.Low : null),
        FeedColumn<ItemRow>.Whole("high", i => i.Asked.Kind == ItemKind.Rating ? i.Asked.High : null),
        FeedColumn<ItemRow>.Flag("reversed", i => i.Asked.Kind == ItemKind.Rating ? i.Asked.IsReversed : null),
        FeedColumn<ItemRow>.Flag("multiple", i => i.Asked.Kind == ItemKind.Choice ? i.Asked.IsMultiple : null),
        FeedColumn<ItemRow>.Text("measure", i => i.Asked.Measure),
        FeedColumn<ItemRow>.Text("scale", i => Measure.ScaleOf(i.Asked.Measure)),
        FeedColumn<ItemRow>.Text("touchpoint", i => i.Asked.Touchpoint),
        FeedColumn<ItemRow>.Whole("version", i => i.Version.Number, isNullable: false),
        FeedColumn<ItemRow>.Flag("asked", i => i.Version == i.Survey.Current, isNullable: false),
    ];

    protected override ValueTask<List<ItemRow>> Rows(FeedScope scope) => new(
        [.. scope.Read.Catalogue.Surveys.Where(s => scope.Caller.MayTouch(s.Audience)).SelectMany(ItemsOf)]);

    private static IEnumerable<ItemRow> ItemsOf(Survey survey) => survey.Versions.Reverse()
        .SelectMany(version => version.Items.Select(item => new ItemRow(survey, version, item)))
        .DistinctBy(row => row.Asked.Code);

    private static string KindOf(Item item) => item.Kind switch { ItemKind.Rating => "rating", ItemKind.Choice => "choice", _ => "text" };
}
