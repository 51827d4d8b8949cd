using System.Text.Json;
using Feedback.Api.Catalogue;

namespace Feedback.Api.SurveyJs;

/// <summary>Reads one question of SurveyJS into the items it has here, or tells why it has none.</summary>
internal static class QuestionReader
{
    /// <summary>Why a type has no item.</summary>
    private static readonly Dictionary<string, string> LeftOut = new(StringComparer.Ordinal)
    {
        ["ranking"] = "An order of preference is no rating, choice or text.",
        ["matrixdropdown"] = "A table with a question a cell has no counterpart; ask them one by one, or by a matrix.",
        ["matrixdynamic"] = "Rows that people add have no counterpart.",
        ["paneldynamic"] = "Panels that people add have no counterpart.",
        ["file"] = "Files are not taken.",
        ["signaturepad"] = "A signature says who somebody is, and files are not taken.",
        ["expression"] = "It is worked out from other answers, and nobody's answer.",
    };

    private static readonly HashSet<string> Personal = ["email", "tel", "password"];

    public static void Read(Part question, bool isConditional, DraftItems items)
    {
        var type = question.Word("type");
        var name = question.Word("name");
        if (type is "html" or "image")
        {
            question.IgnoreAll(type, "It is shown, and asks nothing.");
            return;
        }
        if ((question.Word("valueName") is { Length: > 0 } other ? other : name) is not { Length: > 0 } key)
        {
            question.IgnoreAll("name", "A question without a name: SurveyJS would count them, and a change would mix their answers up.");
            return;
        }
        isConditional |= Conditions.Depend(question);
        var own = OwnProperties.Take<ItemDefinition>(OwnProperties.OfItems, question) with { Text = question.Text("title") };
        var before = items.Items.Count;
        if (type == "matrix") MatrixReader.Read(question, key, own, isConditional, items);
        else ReadOne(question, type ?? "", key, own, isConditional, items);
        if (items.Items.Count > before) Finish(question, key, own, items);
    }

    private static void ReadOne(Part question, string type, string key, ItemDefinition own, bool isConditional, DraftItems items)
    {
        if (type != "multipletext") own = own with { Required = Conditions.Required(question, isConditional) };
        switch (type)
        {
            case "rating": ScaleReader.ReadRating(question, key, own, items); break;
            case "slider" or "nouislider": ScaleReader.ReadSlider(question, key, own, items); break;
            case "radiogroup" or "dropdown" or "buttongroup" or "imagepicker" or "checkbox" or "tagbox": ChoiceReader.Read(question, type, key, own, items); break;
            case "boolean": ReadBoolean(question, key, own, items); break;
            case "comment": items.Add(question, key, Text(question, own)); break;
            case "text": ReadText(question, key, own, items); break;
            case "multipletext": ReadTexts(question, key, own, isConditional, items); break;
            default: items.LeaveOut(question, key, Names.IsName(type) ? type : "type", LeftOut.GetValueOrDefault(type, "The type is not known here.")); break;
        }
    }

    /// <summary>The comment beside it, and what nobody read.</summary>
    private static void Finish(Part question, string key, ItemDefinition own, DraftItems items)
    {
        var text = question.Text("commentText");
        if (question.Flag("showCommentArea", "hasComment") == true && !question.Has("showOtherItem", "hasOther"))
            items.AddComment(question, key, LocalText.Join(own.Text, text ?? LocalText.Plain("Please leave a comment"))!);
        question.Close();
    }

    private static void ReadBoolean(Part question, string key, ItemDefinition own, DraftItems items)
    {
        ListedValue Side(string value, string label, string answer, string text) =>
            ListedValue.Made(question, question.Take(value) is { } own && Value.TextOf(own) is { Length: > 0 } sent ? sent : answer, question.Text(label) ?? LocalText.Plain(text));
        items.Add(question, key, ChoiceReader.Item(own, [Side("valueTrue", "labelTrue", "true", "Yes"), Side("valueFalse", "labelFalse", "false", "No")], false));
    }

    private static void ReadText(Part question, string key, ItemDefinition own, DraftItems items)
    {
        var input = question.Word("inputType") ?? "text";
        if (Personal.Contains(input))
        {
            items.LeaveOut(question, key, input, "It asks who somebody is: employees answer anonymously, and customers have respondent.");
            return;
        }
        if (input is "number" or "range" && (question.Word("kind") == "rating" || own.Measures is not null))
        {
            if (Points.Of(ScaleReader.Between(ScaleReader.Bounded(question, "min") ?? 0, ScaleReader.Bounded(question, "max") ?? 0, 1), out var why) is { } points) items.Add(question, key, ScaleReader.Item(question, own, points, "min"));
            else items.LeaveOut(question, key, "text", why);
            return;
        }
        if (input != "text") question.Ignore("inputType", "The answer is kept as a text. Numbers that are points of a scale have kind rating, min and max.");
        items.Add(question, key, Text(question, own));
    }

    private static void ReadTexts(Part question, string key, ItemDefinition own, bool isConditional, DraftItems items)
    {
        foreach (var (element, path) in question.List("items"))
        {
            var item = question.Inner(element, path);
            if (element.ValueKind != JsonValueKind.Object || item.Word("name") is not { Length: > 0 } name)
            {
                question.Inner(default, path).IgnoreAll("name", "An item has a name.");
                continue;
            }
            var input = item.Word("inputType");
            var text = LocalText.Join(own.Text, item.Text("title") ?? LocalText.Plain(name));
            if (input is not null && Personal.Contains(input)) items.LeaveOut(item, $"{key}.{name}", input, "It asks who somebody is: employees answer anonymously, and customers have respondent.");
            else items.Add(item, $"{key}.{name}", Text(item, OwnProperties.Take(OwnProperties.OfItems, item, own)) with { Text = text, Required = Conditions.Required(item, isConditional) });
            item.Close();
        }
    }

    private static ItemDefinition Text(Part question, ItemDefinition own)
    {
        if (question.Number("maxLength") is { } most and not Ingest.ResponseRules.MaximumTextLength and > 0) question.Ignore("maxLength", $"SurveyJS alone holds to it; texts have up to {Ingest.ResponseRules.MaximumTextLength} characters here.");
        return own with { Kind = ItemKind.Text };
    }
}
