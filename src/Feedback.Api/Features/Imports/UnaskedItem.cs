using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Imports;

/// <summary>The column of an item that the version of a row does not ask: it has to be empty.</summary>
internal sealed class UnaskedItem(ItemRule rule, ImportHeader header, Item item) : ItemReader(item)
{
    private readonly int[] _places = [.. rule.AllColumns.Select(header.At)];

    public override string Column => rule.AllColumns.First();

    public override Fault? Read(string?[] cells, ResponseDraft draft) =>
        _places.All(p => p < 0 || string.IsNullOrEmpty(cells[p]) || rule.NotShown.Contains(cells[p])) ? null : new Fault(ProblemCodes.UnknownItem, "The version of this row does not ask the item.");
}
