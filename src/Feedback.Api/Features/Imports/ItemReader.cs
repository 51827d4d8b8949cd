using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Imports;

/// <summary>An item bound to its column or columns.</summary>
internal abstract class ItemReader(Item item)
{
    public Item Item => item;

    /// <summary>The column, or the first of them.</summary>
    public abstract string Column { get; }

    /// <summary>Puts what the row holds into the draft, or says why it cannot.</summary>
    public abstract Fault? Read(string?[] cells, ResponseDraft draft);

    public static ItemReader Bind(Item item, ItemRule rule, ImportHeader header, EmptyCell? empty) => rule.Columns is { } columns
        ? new OptionCells(item, [.. columns.Select(c => (c.Key, c.Value, header.At(c.Value)))], rule, empty)
        : new ItemCell(item, header.At(rule.Column!), rule, empty, header.HoldsLists);

    protected Fault? Choose(ResponseDraft draft, string[] options)
    {
        foreach (var option in options)
        {
            if (!item.Options.ContainsKey(option)) return new Fault(Http.ProblemCodes.UnknownOption, "The item has no such option.");
        }
        if (options.Distinct().Count() != options.Length) return new Fault(Http.ProblemCodes.InvalidAnswer, "An option stands twice.");
        if (options.Length != 1 && !item.IsMultiple) return new Fault(Http.ProblemCodes.InvalidAnswer, "The item takes one option.");
        Array.Sort(options, (a, b) => item.Options[a].CompareTo(item.Options[b]));
        draft.Choose(item, options);
        return null;
    }
}
