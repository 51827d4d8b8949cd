using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Imports;

/// <summary>An item bound to its column: takes a cell as an answer, as skipped, or as not shown.</summary>
/// <param name="item">The item.</param>
/// <param name="column">The place of its column; -1 where a message does not have it.</param>
/// <param name="rule">What its codes mean.</param>
/// <param name="empty">What an empty cell means.</param>
/// <param name="holdsLists">Whether a cell may hold several options under several names.</param>
internal sealed class ItemCell(Item item, int column, ItemRule rule, EmptyCell? empty, bool holdsLists) : ItemReader(item)
{
    private static readonly Fault UnknownCode = new(ProblemCodes.InvalidAnswer, "The map does not say what this code means."),
        UnknownOption = new(ProblemCodes.UnknownOption, "The item has no such option.");

    private readonly HashSet<string> _skipped = [.. rule.Skipped], _notShown = [.. rule.NotShown];
    private readonly string[] _longestFirst = [.. (rule.Recode?.Keys ?? []).OrderByDescending(k => k.Length)];

    public override string Column => rule.Column!;

    public override Fault? Read(string?[] cells, ResponseDraft draft)
    {
        if (column < 0 || cells[column] is not { } cell || _notShown.Contains(cell)) return null;
        if (_skipped.Contains(cell)) return Skip(draft);
        if (cell.Length == 0)
        {
            return empty switch
            {
                EmptyCell.NotShown => null,
                EmptyCell.Skipped => Skip(draft),
                _ => new Fault(ProblemCodes.InvalidAnswer, "The cell is empty, and the map does not say whether that means skipped or not shown."),
            };
        }
        return Item.Kind switch
        {
            ItemKind.Rating => Rate(cell, draft),
            ItemKind.Text => Write(cell, draft),
            _ => Choose(cell, draft),
        };
    }

    private Fault? Skip(ResponseDraft draft)
    {
        draft.Skip(Item);
        return null;
    }

    private Fault? Rate(string cell, ResponseDraft draft)
    {
        if ((holdsLists ? Recoded([.. ImportCells.Options(cell).SelectMany(o => o)]) : Recoded(cell)) is not { } code) return UnknownCode;
        if (!decimal.TryParse(code, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            || value != decimal.Truncate(value) || value < Item.Low || value > Item.High)
            return new Fault(ProblemCodes.InvalidAnswer, $"It is not a whole number from {Item.Low} to {Item.High}, and no code of the map.");
        draft.Rate(Item, (int)value);
        return null;
    }

    private Fault? Write(string cell, ResponseDraft draft)
    {
        if (Recoded(holdsLists ? ImportCells.Plain(cell) : cell) is not { } text) return UnknownCode;
        if (text.Length > ResponseRules.MaximumTextLength) return new Fault(ProblemCodes.InvalidAnswer, ResponseRules.TextMessage);
        draft.Write(Item, text);
        return null;
    }

    private Fault? Choose(string cell, ResponseDraft draft)
    {
        IReadOnlyList<string[]> parts = holdsLists ? [.. ImportCells.Options(cell)] : [.. Cut(cell).Select(c => (string[])[c])];
        var options = new List<string>(parts.Count);
        foreach (var names in parts)
        {
            if ((Recoded(names) ?? rule.Other) is not { } option) return UnknownOption;
            // Whatever was typed beside several of them, "other" was chosen once.
            if (option != rule.Other || !options.Contains(option)) options.Add(option);
        }
        return Choose(draft, [.. options]);
    }

    /// <summary>The codes of a cell. A code may hold the separator itself, as texts of options do: the longest code that fits counts.</summary>
    private IEnumerable<string> Cut(string cell)
    {
        if (rule.Separator is not { } separator) return [cell];
        var codes = new List<string>();
        for (var rest = cell.Trim(); rest.Length > 0;)
        {
            var code = Array.Find(_longestFirst, k => rest.StartsWith(k, StringComparison.Ordinal) && (rest.Length == k.Length || rest.AsSpan(k.Length).TrimStart().StartsWith(separator)))
                ?? (rest.IndexOf(separator, StringComparison.Ordinal) is >= 0 and var end ? rest[..end] : rest);
            var after = rest.IndexOf(separator, code.Length, StringComparison.Ordinal);
            rest = after < 0 ? "" : rest[(after + separator.Length)..].Trim();
            if (code.Trim() is { Length: > 0 } trimmed) codes.Add(trimmed);
        }
        return codes;
    }

    private string? Recoded(params string[] names) =>
        rule.Recode is null ? names is [.., var last] ? last : null : names.Select(n => rule.Recode.GetValueOrDefault(n)).FirstOrDefault(c => c is not null);
}
