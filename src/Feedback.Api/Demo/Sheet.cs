using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;

namespace Feedback.Api.Demo;

/// <summary>The answers of one person, apart from who, where and when: one value an item, in the order of the items.</summary>
internal sealed class Sheet(int items)
{
    /// <summary>In place of a value: shown and skipped; not shown.</summary>
    public const int Skipped = int.MinValue, NotShown = int.MinValue + 1;

    public int[] Values { get; } = new int[items];
    public string? Comment { get; set; }
    public string? Language { get; set; }

    /// <summary>The answer on the item's scale that is nearest to a point of 0 to 100, where 100 is the best.</summary>
    public static int Nearest(Item item, double points)
    {
        var value = item.Low + (int)Math.Round((item.High - item.Low) * points / 100, MidpointRounding.AwayFromZero);
        return item.Keyed(Math.Clamp(value, item.Low, item.High));
    }

    /// <summary>Puts the answers on a response.</summary>
    public void Fill(ResponseDraft draft)
    {
        foreach (var item in draft.Version.Items)
        {
            if (item.Kind == ItemKind.Text)
            {
                if (Comment is null) draft.Skip(item);
                else draft.Write(item, Comment);
            }
            else if (Values[item.Position] == Skipped) draft.Skip(item);
            else if (Values[item.Position] != NotShown) draft.Rate(item, Values[item.Position]);
        }
        draft.Language = Language;
    }
}
