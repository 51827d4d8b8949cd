using Feedback.Api.Catalogue;

namespace Feedback.Api.SurveyJs;

/// <summary>Reads questions with choices. "Other" is an option, and what is written beside it a text item <c>QUESTION-Comment</c>, as in the answers of SurveyJS.</summary>
internal static class ChoiceReader
{
    private static readonly string[] Elsewhere = ["choicesByUrl", "choicesFromQuestion"];

    /// <summary>Choices that SurveyJS adds: by which properties, under which value, with which text of theirs or its own.</summary>
    private static readonly (string[] Flags, string Value, string TextProperty, string Text)[] Added =
    [
        (["showOtherItem", "hasOther"], "other", "otherText", "Other (describe)"),
        (["showNoneItem", "hasNone"], "none", "noneText", "None"),
        (["showRefuseItem"], "refused", "refuseText", "Refuse to answer"),
        (["showDontKnowItem"], "dontknow", "dontKnowText", "Don't know"),
    ];

    public static void Read(Part question, string type, string key, ItemDefinition own, DraftItems items)
    {
        var isMultiple = type is "checkbox" or "tagbox" || type == "imagepicker" && question.Flag("multiSelect") == true;
        List<ListedValue> choices = [.. ListedValue.Read(question, "choices"), .. Counted(question)];
        if (choices.Count == 0)
        {
            items.LeaveOut(question, key, type, question.Has(Elsewhere) ? "Its choices come from elsewhere; list them in choices." : "It has no choices.");
            return;
        }
        if (question.Flag("storeOthersAsComment") == false) question.Ignore("storeOthersAsComment", "Words of one's own then come as a choice, and the response is refused: leave it out.");
        var (isScale, others) = (IsScale(question, own, isMultiple), Others(question));
        if (isScale && others.Count > 0) throw new SurveyJsFault(question.Path, "A rating has no point for none, other, refused or unknown: take it out, or kind and measures.");
        if (isScale) ReadScale(question, type, key, own, choices, items);
        else items.Add(question, key, Item(own, [.. choices, .. others], isMultiple));
        foreach (var choice in choices) choice.Part.Close();
        if (others.FirstOrDefault(o => o.Value == "other") is { } other) items.AddComment(question, key, LocalText.Join(own.Text, other.Text)!);
    }

    /// <summary>A choice between listed values. A value that is no code becomes an alias.</summary>
    public static ItemDefinition Item(ItemDefinition own, IReadOnlyList<ListedValue> values, bool isMultiple)
    {
        var distinct = values.DistinctBy(v => v.Value).ToList();
        foreach (var again in values.Except(distinct)) again.Part.IgnoreAll("value", "The value stands before.");
        var codes = Codes.Of([.. distinct.Select(v => v.Value)], "option");
        var options = distinct.Select((value, i) => Option(value, codes[i])).ToList();
        return own with { Kind = ItemKind.Choice, Options = options, Multiple = isMultiple ? true : own.Multiple == false ? false : null };
    }

    private static OptionDefinition Option(ListedValue value, string code)
    {
        if (!Names.IsDimensionValue(value.Value)) throw new SurveyJsFault(value.Part.Path, "The value has 1 to 200 characters and no control characters.");
        var own = OwnProperties.Take<OptionDefinition>(OwnProperties.OfOptions, value.Part);
        return own with { Code = code, Text = value.Text ?? (code == value.Value ? null : LocalText.Plain(value.Value)), Aliases = DraftItems.With(own.Aliases, code, value.Value) };
    }

    /// <summary>Whether the question says that its choices are points: by <c>kind</c>, or because it measures something.</summary>
    private static bool IsScale(Part question, ItemDefinition own, bool isMultiple) =>
        Kind(question) is var kind && !isMultiple && (kind == "rating" || kind is null && own.Measures is not null);

    /// <summary>What a question says that its choices or columns are; of another word it is told.</summary>
    public static string? Kind(Part question)
    {
        var kind = question.Word("kind");
        if (kind is not (null or "rating" or "choice")) question.Ignore("kind", "It is rating or choice.");
        return kind;
    }

    private static void ReadScale(Part question, string type, string key, ItemDefinition own, List<ListedValue> choices, DraftItems items)
    {
        if (Points.Of([.. choices.Select(c => c.OnScale)], out var why) is { } points) items.Add(question, key, ScaleReader.Item(question, own, points, "choices"));
        else items.LeaveOut(question, key, type, why);
    }

    /// <summary>Numbers that a dropdown counts up.</summary>
    private static IEnumerable<ListedValue> Counted(Part question)
    {
        if (!question.Has("choicesMax")) return [];
        var values = ScaleReader.Between(ScaleReader.Bounded(question, "choicesMin") ?? 0, ScaleReader.Bounded(question, "choicesMax") ?? 0, ScaleReader.Bounded(question, "choicesStep") ?? 1);
        return values.Select(v => ListedValue.Made(question, v.Value, null));
    }

    private static List<ListedValue> Others(Part question)
    {
        var others = new List<ListedValue>();
        foreach (var (flags, value, property, text) in Added)
        {
            var own = question.Text(property);
            if (question.Flag(flags) == true) others.Add(ListedValue.Made(question, value, own ?? LocalText.Plain(text)));
        }
        return others;
    }
}
