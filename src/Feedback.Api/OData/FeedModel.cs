using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Vocabularies;

namespace Feedback.Api.OData;

/// <summary>The model of the feed: one entity type a set, its columns in order, and what may be asked of it, as consumers look for it.</summary>
internal static class FeedModel
{
    public const string Namespace = "Feedback", Container = "Feed";

    private const string Capabilities = "Org.OData.Capabilities.V1.";

    public static IEdmModel Of(IReadOnlyList<FeedSet> sets)
    {
        var model = new EdmModel();
        var container = new EdmEntityContainer(Namespace, Container);
        model.AddElement(container);
        foreach (var set in sets) Annotate(model, set, container.AddEntitySet(set.Name, TypeOf(model, set)));
        Say(model, container, "BatchSupported", new EdmBooleanConstant(false));
        Say(model, container, "KeyAsSegmentSupported", new EdmBooleanConstant(false));
        Say(model, container, "FilterFunctions", new EdmCollectionExpression());
        return model;
    }

    private static EdmEntityType TypeOf(EdmModel model, FeedSet set)
    {
        var type = new EdmEntityType(Namespace, set.TypeName);
        foreach (var column in set.Columns) type.AddStructuralProperty(column.Name, TypeOf(column));
        type.AddKeys((IEdmStructuralProperty)type.FindProperty(set.Columns[0].Name));
        model.AddElement(type);
        return type;
    }

    private static IEdmPrimitiveTypeReference TypeOf(FeedColumn column) => column.Type switch
    {
        FeedType.Text => EdmCoreModel.Instance.GetString(column.IsNullable),
        FeedType.Number => EdmCoreModel.Instance.GetDouble(column.IsNullable),
        FeedType.Whole => EdmCoreModel.Instance.GetInt64(column.IsNullable),
        FeedType.Day => EdmCoreModel.Instance.GetDate(column.IsNullable),
        FeedType.Instant => new EdmTemporalTypeReference(EdmCoreModel.Instance.GetPrimitiveType(EdmPrimitiveTypeKind.DateTimeOffset), column.IsNullable, 3),
        _ => EdmCoreModel.Instance.GetBoolean(column.IsNullable),
    };

    /// <summary>What is not so by default: read only, and nothing to expand, search or ask functions of.</summary>
    private static void Annotate(EdmModel model, FeedSet feedSet, EdmEntitySet set)
    {
        Say(model, set, "InsertRestrictions", No("Insertable"));
        Say(model, set, "UpdateRestrictions", No("Updatable"));
        Say(model, set, "DeleteRestrictions", No("Deletable"));
        Say(model, set, "SearchRestrictions", No("Searchable"));
        Say(model, set, "ExpandRestrictions", No("Expandable"));
        Say(model, set, "FilterFunctions", new EdmCollectionExpression());
        if (feedSet.Columns.Any(c => c.IsLong)) Say(model, set, "SortRestrictions", Unsortable(feedSet));
    }

    /// <summary>Columns that nothing is ordered by.</summary>
    private static EdmRecordExpression Unsortable(FeedSet set) => new(new EdmPropertyConstructor("NonSortableProperties",
        new EdmCollectionExpression(set.Columns.Where(c => c.IsLong).Select(c => new EdmPropertyPathExpression(c.Name)))));

    private static EdmRecordExpression No(string property) => new(new EdmPropertyConstructor(property, new EdmBooleanConstant(false)));

    private static void Say(EdmModel model, IEdmVocabularyAnnotatable target, string term, IEdmExpression value)
    {
        if (model.FindTerm(Capabilities + term) is not { } known) throw new InvalidOperationException($"There is no term {term}.");
        var annotation = new EdmVocabularyAnnotation(target, known, value);
        annotation.SetSerializationLocation(model, EdmVocabularyAnnotationSerializationLocation.Inline);
        model.AddVocabularyAnnotation(annotation);
    }
}
