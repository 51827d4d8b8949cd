using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Imports;

/// <summary>
/// A choice item that has a column for each option: chosen are those whose cells say so. Where none is chosen, the item was skipped if any cell says that
/// it was shown, else it was not shown.
/// </summary>
internal sealed class OptionCells(Item item, IReadOnlyList<(string Option, string Column, int Place)> columns, ItemRule rule, EmptyCell? empty) : ItemReader(item)
{
    private readonly HashSet<string> _chosen = [.. rule.Chosen], _notChosen = [.. rule.NotChosen], _skipped = [.. rule.Skipped], _notShown = [.. rule.NotShown];

    public override string Column => columns[0].Column;

    public override Fault? Read(string?[] cells, ResponseDraft draft)
    {
        var chosen = new List<string>(columns.Count);
        var wasShown = false;
        foreach (var (option, _, place) in columns)
        {
            if (place < 0 || cells[place] is not { } cell || _notShown.Contains(cell)) continue;
            if (cell.Length == 0) wasShown |= empty == EmptyCell.Skipped;
            else if (_skipped.Contains(cell) || _notChosen.Contains(cell)) wasShown = true;
            else if (_chosen.Contains(cell) || rule.Recode?.GetValueOrDefault(cell) == option || rule.Other == option) chosen.Add(option);
            else return new Fault(ProblemCodes.InvalidAnswer, "The map does not say whether this code means chosen.");
        }
        if (chosen.Count > 0) return Choose(draft, [.. chosen]);
        if (wasShown) draft.Skip(Item);
        return null;
    }
}
