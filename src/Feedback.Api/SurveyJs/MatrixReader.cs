using Feedback.Api.Catalogue;

namespace Feedback.Api.SurveyJs;

/// <summary>
/// Reads a <c>matrix</c>: each row is an item <c>QUESTION.ROW</c> that asks what the title and the row say together. The columns are the
/// scale; with <c>cellType</c> checkbox, or <c>kind</c> choice, they are options.
/// </summary>
internal static class MatrixReader
{
    public static void Read(Part question, string key, ItemDefinition own, bool isConditional, DraftItems items)
    {
        var columns = ListedValue.Read(question, "columns");
        var rows = ListedValue.Read(question, "rows");
        if (Shape(question, own, columns, out var why) is not { } shape)
        {
            items.LeaveOut(question, key, "matrix", why);
            return;
        }
        foreach (var column in columns) column.Part.Close();
        var isRequired = RowsAreRequired(question, rows.Count, isConditional || question.Has("rowsVisibleIf") || shape.SkipAliases is not null);
        if (rows.Count == 0) items.Add(question, key, shape with { Required = isRequired });
        foreach (var row in rows) items.Add(row.Part, $"{key}.{row.Value}", Row(row, shape, isRequired));
    }

    private static ItemDefinition Row(ListedValue row, ItemDefinition shape, bool? isRequired)
    {
        if (isRequired == true && Conditions.Depend(row.Part))
        {
            row.Part.Ignore("isRequired", Conditions.NotRequired);
            isRequired = null;
        }
        var text = LocalText.Join(shape.Text, row.Text ?? LocalText.Plain(row.Value));
        var item = OwnProperties.Take(OwnProperties.OfItems, row.Part, shape) with { Text = text, Required = isRequired };
        row.Part.Close();
        return item;
    }

    private static ItemDefinition? Shape(Part question, ItemDefinition own, IReadOnlyList<ListedValue> columns, out string why)
    {
        why = "";
        var (isMultiple, isChoice) = (question.Word("cellType") == "checkbox", ChoiceReader.Kind(question) == "choice");
        if (isMultiple || isChoice) return ChoiceReader.Item(own, columns, isMultiple);
        return Points.Of([.. columns.Select(c => c.OnScale)], out why) is { } points ? ScaleReader.Item(question, own, points, "columns") : null;
    }

    /// <summary>SurveyJS asks for one row at least, or for every row; here items are required one by one.</summary>
    private static bool? RowsAreRequired(Part question, int rows, bool isConditional)
    {
        var (any, each) = (question.Flag("isRequired"), question.Flag("eachRowRequired", "isAllRowRequired"));
        if ((each ?? false) || any == true && rows < 2)
        {
            if (!isConditional) return true;
            question.Ignore(any == true ? "isRequired" : "eachRowRequired", Conditions.NotRequired);
        }
        else if (any == true)
        {
            question.Ignore("isRequired", "One row at least is asked for by SurveyJS alone; here items are required one by one (eachRowRequired).");
        }
        return null;
    }
}
