using System.Globalization;
using Feedback.Api.Catalogue;

namespace Feedback.Api.Features.Imports.Matching;

/// <summary>By which names items, options and dimensions of a survey are found: by code, else by alias, else by a text in any language that only one of them has.</summary>
internal sealed class SurveyNames
{
    private readonly SurveyVersion _version;
    private readonly Dictionary<string, Item>[] _items;
    private readonly Dictionary<string, string> _dimensions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ItemDefinition> _definitions;

    public SurveyNames(SurveyVersion version)
    {
        _version = version;
        _definitions = _version.Definition.Items!.ToDictionary(i => i.Code!, StringComparer.Ordinal);
        _items = [ItemsBy(i => [i.Code!]), ItemsBy(i => i.Aliases ?? []), ItemsBy(i => i.Text?.Texts ?? [])];
        foreach (var name in _version.DimensionValues.Keys.Append(Ingest.ResponseRules.Unit)) _dimensions[name] = name;
        foreach (var dimension in _version.Definition.Dimensions ?? [])
        {
            foreach (var alias in dimension.Aliases ?? []) _dimensions.TryAdd(alias, dimension.Name);
        }
    }

    public SurveyVersion Version => _version;

    public ItemDefinition Definition(Item item) => _definitions[item.Code];

    /// <summary>The item that goes by one of the names: a code before an alias, an alias before a text.</summary>
    public Item? Item(IReadOnlyCollection<string> names) => _items.SelectMany(by => names.Select(n => by.GetValueOrDefault(n))).FirstOrDefault(i => i is not null);

    /// <summary>The item whose code or alias it is.</summary>
    public Item? ItemByName(string name) => _items[0].GetValueOrDefault(name) ?? _items[1].GetValueOrDefault(name);

    public string? Dimension(IEnumerable<string> names) => names.Select(n => _dimensions.GetValueOrDefault(n)).FirstOrDefault(d => d is not null);

    /// <summary>Every name of an item's options, and the option each stands for.</summary>
    /// <param name="item">A choice.</param>
    /// <param name="countsOptions">Whether places in the order count, where no code or alias is a number.</param>
    /// <param name="areCounted">Whether they do.</param>
    public Dictionary<string, string> Options(Item item, bool countsOptions, out bool areCounted)
    {
        var options = Definition(item).Options!;
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in options) names[option.Code!] = option.Code!;
        foreach (var option in options)
        {
            foreach (var alias in option.Aliases ?? []) names.TryAdd(alias, option.Code!);
        }
        areCounted = countsOptions && !names.Keys.Any(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        foreach (var texts in options.SelectMany(o => (o.Text?.Texts ?? []).Distinct().Select(text => (Text: text, o.Code))).GroupBy(t => t.Text, StringComparer.Ordinal).Where(g => g.Count() == 1))
            names.TryAdd(texts.Key, texts.Single().Code!);
        for (var i = 0; areCounted && i < options.Count; i++) names.TryAdd((i + 1).ToString(CultureInfo.InvariantCulture), options[i].Code!);
        return names;
    }

    /// <summary>What the points of a scale are called, and the numbers themselves; null where none has a label.</summary>
    public Dictionary<string, string>? Points(Item item)
    {
        if (Definition(item).Labels is not { Count: > 0 } labels) return null;
        var points = Enumerable.Range(item.Low, item.High - item.Low + 1).Select(p => p.ToString(CultureInfo.InvariantCulture)).ToDictionary(p => p, StringComparer.Ordinal);
        foreach (var label in labels.SelectMany(l => l.Value.Texts.Distinct().Select(text => (Text: text, Point: l.Key))).GroupBy(l => l.Text, StringComparer.Ordinal).Where(g => g.Count() == 1))
            points.TryAdd(label.Key, label.Single().Point.ToString(CultureInfo.InvariantCulture));
        return points;
    }

    private Dictionary<string, Item> ItemsBy(Func<ItemDefinition, IEnumerable<string>> names) => _definitions.Values
        .SelectMany(d => names(d).Distinct().Select(name => (Name: name, d.Code))).GroupBy(n => n.Name, StringComparer.Ordinal).Where(g => g.Count() == 1)
        .ToDictionary(g => g.Key, g => _version.Find(g.Single().Code)!, StringComparer.Ordinal);
}
