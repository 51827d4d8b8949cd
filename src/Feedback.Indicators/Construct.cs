namespace Feedback.Indicators;

/// <summary>
/// What an indicator that takes any measure is worked out on: a scale (<c>trust</c>, <c>own.SCALE</c>), a measure of single
/// items (<c>satisfaction</c>, <c>trust.outcome</c>, <c>own.SCALE.FACET</c>), or one item of the survey (<c>item:CODE</c>).
/// </summary>
public sealed record Construct
{
    private const string ItemPrefix = "item:";

    private Construct(string name, string? scale, string? measure, string? item) => (Name, Scale, Measure, Item) = (name, scale, measure, item);

    /// <summary>As it is asked for.</summary>
    public string Name { get; }

    /// <summary>The scale, or null.</summary>
    public string? Scale { get; }

    /// <summary>The measure of the items, or null.</summary>
    public string? Measure { get; }

    /// <summary>The code of the item, or null.</summary>
    public string? Item { get; }

    /// <summary>Reads a name: <c>item:CODE</c>; <c>own.SCALE</c> and names of known scales; everything else is a measure.</summary>
    public static Construct Parse(string name) =>
        name.StartsWith(ItemPrefix, StringComparison.Ordinal) ? new(name, null, null, name[ItemPrefix.Length..])
        : IsScale(name) ? new(name, name, null, null)
        : new(name, null, name, null);

    /// <summary>Whether an item with this code and measure is one of the construct's; of a scale its items.</summary>
    public bool Takes(string code, string? measure) =>
        Item is not null ? Item == code
        : Scale is not null ? Measures.BelongToScale(measure) && measure!.StartsWith(Scale + ".", StringComparison.Ordinal)
        : Measure == measure;

    /// <summary>The counts of its items.</summary>
    public IEnumerable<ItemCounts> Items(Counts counts) => counts.Items.Where(item => Takes(item.Item, item.Measure));

    /// <summary>Scores 0..100 of the people: person scores of a scale, answers on POMP of items.</summary>
    public Moments Scores(Counts counts, Terms terms) => Scale is null
        ? Moments.OfItems(Items(counts), terms)
        : Moments.OfScale(new(Scale, [.. counts.Scales.Where(scale => scale.Scale == Scale).SelectMany(scale => scale.Shapes)]), terms);

    /// <summary>A = high - low + 1 of the range that all its items with answers share; null if they do not share one, or there are no answers.</summary>
    public int? Options(Counts counts) =>
        Items(counts).Where(item => item.Values.Any(value => value.N > 0)).Select(item => (item.Low, item.High)).Distinct().ToArray() is [var range] ? range.High - range.Low + 1 : null;

    /// <summary>J, the number of items behind a score: of a scale in its longest shape, else 1.</summary>
    public int Length(Counts counts) => Scale is null ? 1
        : counts.Scales.Where(scale => scale.Scale == Scale).SelectMany(scale => scale.Shapes).Select(shape => shape.Items).DefaultIfEmpty(1).Max();

    public override string ToString() => Name;

    private static bool IsScale(string name) =>
        name is "trust" or "engagement" or "purpose" or "readiness"
        || (name.StartsWith("own.", StringComparison.Ordinal) && name.IndexOf('.', 4) < 0);
}
