using System.Text.Json;
using Feedback.Api.Catalogue;

namespace Feedback.Api.Releases;

/// <summary>What a released period was released under: the tree of units as it was, the values that breakdowns list, and which base each variable was frozen in.</summary>
public sealed class FrozenPeriod
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Dictionary<int, string> _baseOf;
    private readonly Dictionary<string, IReadOnlyList<string?>> _listed;

    private FrozenPeriod(Document document)
    {
        Tree = new UnitTree(document.Units);
        _listed = document.Listed.ToDictionary(l => l.Key, l => (IReadOnlyList<string?>)l.Value, StringComparer.Ordinal);
        _baseOf = document.Bases.SelectMany(b => b.Value.Select(v => (Variable: v, Base: b.Key))).ToDictionary(p => p.Variable, p => p.Base);
        Units = [.. document.Units.Where(u => !u.IsRetired).Select(u => u.Code).Order(StringComparer.Ordinal)];
    }

    /// <summary>With the headcounts as they were.</summary>
    public UnitTree Tree { get; }

    /// <summary>The live units, in ordinal order of their codes.</summary>
    public IReadOnlyList<string> Units { get; }

    /// <summary>The values of a dimension that breakdowns list, in ordinal order; null for "without a value", where at least k people were.</summary>
    public IReadOnlyList<string?> Listed(string dimension) => _listed.GetValueOrDefault(dimension) ?? [];

    /// <summary>The base a variable was frozen in, or null.</summary>
    public string? BaseOf(int variable) => _baseOf.GetValueOrDefault(variable);

    public static FrozenPeriod Parse(string json) => new(JsonSerializer.Deserialize<Document>(json, Json)!);

    /// <summary>The tree alone, as it is kept from the moment a period is closed.</summary>
    public static string ToText(IEnumerable<Unit> units) => ToText(units, new Dictionary<string, List<string?>>(), new Dictionary<string, int[]>());

    /// <summary>As text, the same for the same content.</summary>
    public static string ToText(IEnumerable<Unit> units, IReadOnlyDictionary<string, List<string?>> listed, IReadOnlyDictionary<string, int[]> bases) => JsonSerializer.Serialize(new Document(
        [.. units.OrderBy(u => u.Code, StringComparer.Ordinal)],
        new SortedDictionary<string, List<string?>>(listed.ToDictionary(), StringComparer.Ordinal),
        new SortedDictionary<string, int[]>(bases.ToDictionary(), StringComparer.Ordinal)), Json);

    private sealed record Document(IReadOnlyList<Unit> Units, SortedDictionary<string, List<string?>> Listed, SortedDictionary<string, int[]> Bases);
}
