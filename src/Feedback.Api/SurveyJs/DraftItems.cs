using Feedback.Api.Catalogue;

namespace Feedback.Api.SurveyJs;

/// <summary>The items that are being gathered from a SurveyJS definition, under the keys their answers carry.</summary>
internal sealed class DraftItems
{
    private const string CommentEnding = "-Comment";

    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _unanswered = new(StringComparer.Ordinal);

    public List<DraftItem> Items { get; } = [];

    /// <summary>Keys of answers that have no item: they are told of and left out when they come.</summary>
    public IEnumerable<string> Unanswered => _unanswered.Where(k => !_keys.Contains(k) && Names.IsDimensionValue(k));

    /// <summary>Adds an item. One whose answers come under a key that is taken is the same question once more.</summary>
    public void Add(Part part, string key, ItemDefinition item)
    {
        if (!Names.IsDimensionValue(key)) throw new SurveyJsFault(part.Path, "The name, with that of its row, has 1 to 200 characters and no control characters.");
        if (_keys.Add(key)) Items.Add(new DraftItem(key, part.Path, item));
        else part.IgnoreAll("name", "Its answers come under a name that stands before; they are stored there.");
    }

    /// <summary>Adds the text that people write beside a question.</summary>
    public void AddComment(Part part, string key, LocalizedText text) => Add(part, key + CommentEnding, new ItemDefinition { Kind = ItemKind.Text, Text = text });

    /// <summary>Notes that answers may come that no item takes.</summary>
    public void Expect(string key) => _unanswered.Add(key);

    /// <summary>Tells that a question has no counterpart.</summary>
    public void LeaveOut(Part part, string key, string type, string detail)
    {
        part.IgnoreAll(type, detail + " Its answers are left out and told of when they come.");
        Expect(key);
        if (part.Has("showCommentArea", "hasComment", "showOtherItem", "hasOther")) Expect(key + CommentEnding);
    }

    /// <summary>The items with codes; a key that is no code becomes an alias.</summary>
    public IReadOnlyList<ItemDefinition> ToItems()
    {
        var codes = Codes.Of([.. Items.Select(i => i.Key)], "item");
        return [.. Items.Select((draft, i) => draft.Item with { Code = codes[i], Aliases = With(draft.Item.Aliases, codes[i], draft.Key) })];
    }

    /// <summary>Aliases with a key that is not the code.</summary>
    public static IReadOnlyList<string>? With(IReadOnlyList<string>? aliases, string code, string key) =>
        code == key || aliases?.Contains(key) == true ? aliases : [key, .. aliases ?? []];
}

/// <summary>An item without its code.</summary>
/// <param name="Key">The name under which its answers come; of a row of a matrix <c>QUESTION.ROW</c>.</param>
/// <param name="Path">Where it stands in the document.</param>
/// <param name="Item">All but its code.</param>
internal sealed record DraftItem(string Key, string Path, ItemDefinition Item);
