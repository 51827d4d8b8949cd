using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Feedback.Api.Catalogue;

namespace Feedback.Api.SurveyJs;

/// <summary>Under which names and values the answers to one version of a survey may come: codes, and the aliases beside them.</summary>
internal sealed class AnswerNames
{
    private static readonly ConditionalWeakTable<SurveyVersion, AnswerNames> Known = [];

    private readonly FrozenDictionary<string, NamedItem> _items;
    private readonly FrozenSet<string> _ignored;

    private AnswerNames(SurveyDefinition definition)
    {
        _items = definition.Items!.Select(i => new NamedItem(i)).SelectMany(i => i.Names.Select(name => KeyValuePair.Create(name, i))).ToFrozenDictionary(StringComparer.Ordinal);
        _ignored = (definition.Ignores ?? []).ToFrozenSet(StringComparer.Ordinal);
    }

    public static AnswerNames Of(SurveyVersion version) => Known.GetValue(version, v => new AnswerNames(v.Definition));

    public NamedItem? Find(string name) => _items.GetValueOrDefault(name);

    /// <summary>Whether answers under the name are left out.</summary>
    public bool Ignores(string name) => _ignored.Contains(name);

    /// <summary>The items that are rows of a question.</summary>
    public IEnumerable<NamedItem> Rows(string question) => _items.Where(i => i.Key.StartsWith(question + ".", StringComparison.Ordinal)).Select(i => i.Value).Distinct();
}

/// <summary>An item, and what the values of its answers mean.</summary>
internal sealed class NamedItem(ItemDefinition item)
{
    private readonly FrozenDictionary<string, string> _options = (item.Options ?? []).SelectMany(o => (o.Aliases ?? []).Append(o.Code!).Select(v => KeyValuePair.Create(v, o.Code!)))
        .DistinctBy(o => o.Key).ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, int> _points = (item.PointAliases ?? []).SelectMany(p => p.Value.Select(v => KeyValuePair.Create(v, p.Key))).ToFrozenDictionary(StringComparer.Ordinal);
    private readonly FrozenSet<string> _skips = (item.SkipAliases ?? []).ToFrozenSet(StringComparer.Ordinal);

    public string Code => item.Code!;
    public ItemKind Kind => item.Kind!.Value;
    public IEnumerable<string> Names => (item.Aliases ?? []).Append(item.Code!).Distinct();

    /// <summary>The option that a value stands for; the value itself where it is none.</summary>
    public string Option(string value) => _options.GetValueOrDefault(value, value);

    public bool Skips(string value) => _skips.Contains(value);

    /// <summary>The point that a value stands for, or null.</summary>
    public int? Point(string value) => _points.TryGetValue(value, out var point) ? point : Value.Whole(value);
}
