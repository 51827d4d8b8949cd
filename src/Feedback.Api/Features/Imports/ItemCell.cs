using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Imports;

/// <summary>An item bound to its column: takes a cell as an answer, as skipped, or as not shown.</summary>
internal sealed class ItemCell(Item item, int column, ItemRule rule, EmptyCell? empty)
{
    private const string UnknownCode = "The map does not say what this code means.";

    private readonly HashSet<string> _skipped = [.. rule.Skipped], _notShown = [.. rule.NotShown];

    public Item Item => item;

    public string Column => rule.Column!;

    /// <summary>Puts the cell into the draft, or says why it cannot.</summary>
    public string? Read(string[] cells, ResponseDraft draft)
    {
        var cell = cells[column];
        if (_notShown.Contains(cell)) return null;
        if (_skipped.Contains(cell)) return Skip(draft);
        if (cell.Length == 0)
        {
            return empty switch
            {
                EmptyCell.NotShown => null,
                EmptyCell.Skipped => Skip(draft),
                _ => "The cell is empty, and the map does not say whether that means skipped or not shown.",
            };
        }
        return item.Kind switch
        {
            ItemKind.Rating => Rate(cell, draft),
            ItemKind.Text => Write(cell, draft),
            _ => Choose(cell, draft),
        };
    }

    private string? Skip(ResponseDraft draft)
    {
        draft.Skip(item);
        return null;
    }

    private string? Rate(string cell, ResponseDraft draft)
    {
        if (Recoded(cell) is not { } code) return UnknownCode;
        if (!decimal.TryParse(code, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            || value != decimal.Truncate(value) || value < item.Low || value > item.High)
            return $"It is not a whole number from {item.Low} to {item.High}, and no code of the map.";
        draft.Rate(item, (int)value);
        return null;
    }

    private string? Write(string cell, ResponseDraft draft)
    {
        if (Recoded(cell) is not { } text) return UnknownCode;
        if (text.Length > ResponseRules.MaximumTextLength) return ResponseRules.TextMessage;
        draft.Write(item, text);
        return null;
    }

    private string? Choose(string cell, ResponseDraft draft)
    {
        var options = rule.Separator is { } separator
            ? cell.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [cell];
        for (var i = 0; i < options.Length; i++)
        {
            if (Recoded(options[i]) is not { } option) return UnknownCode;
            if (!item.Options.ContainsKey(option)) return "The item has no such option.";
            options[i] = option;
        }
        if (options.Distinct().Count() != options.Length) return "An option stands twice.";
        if (options.Length != 1 && !item.IsMultiple) return "The item takes one option.";
        Array.Sort(options, (a, b) => item.Options[a].CompareTo(item.Options[b]));
        draft.Choose(item, options);
        return null;
    }

    private string? Recoded(string code) => rule.Recode is null ? code : rule.Recode.GetValueOrDefault(code);
}
