using Feedback.Api.Catalogue;

namespace Feedback.Api.Features.Imports.Matching;

/// <summary>Finds the item, option or dimension of a survey for each column of a file, and says what was not found.</summary>
internal sealed class ColumnMatcher(Survey survey, SurveyVersion version, ImportHeader header, MatchRules rules)
{
    private readonly SurveyNames _names = new(version);
    private readonly Dictionary<Item, List<string>> _items = [];
    private readonly Dictionary<Item, Dictionary<string, string>> _options = [];
    private readonly Dictionary<string, List<string>> _dimensions = new(StringComparer.Ordinal);
    private readonly List<string> _ignored = [], _assumed = [], _problems = [];

    /// <summary>Items and dimensions are the map's; the rest is for the format to fill in.</summary>
    public DefaultMap Match()
    {
        foreach (var column in header.Columns)
        {
            if (rules.IsReserved(column.Name)) CheckReserved(column.Name);
            else if (rules.IsPersonal(column.Name) || !Place(column)) _ignored.Add(column.Name);
        }
        foreach (var (item, columns) in _items) CheckDouble($"items.{item.Code}", [.. columns, .. _options.GetValueOrDefault(item)?.Values ?? Enumerable.Empty<string>()]);
        foreach (var (dimension, columns) in _dimensions) CheckDouble($"dimensions.{dimension}", columns);
        var map = new ImportMap
        {
            Survey = survey.Key,
            Empty = rules.Empty,
            Items = _items.Select(i => (i.Key, Rule: Rule(i.Key, i.Value[0]))).Concat(_options.Where(o => !_items.ContainsKey(o.Key)).Select(o => (o.Key, Rule: Rule(o.Key, o.Value)))).ToDictionary(i => i.Key.Code, i => i.Rule),
            Dimensions = _dimensions.ToDictionary(d => d.Key, d => new ValueRule { Column = d.Value[0] }),
        };
        return new DefaultMap(map, _ignored, _assumed, _problems);
    }

    private bool Place(ImportColumn column)
    {
        string[] names = [.. column.Names.SelectMany(n => rules.Variants(n).Prepend(n))];
        if (_names.Item(names) is { } item) return Add(_items, item, column.Name);
        if (rules.TextEnd is { } end && _names.Item([.. names.Where(n => n.EndsWith(end, StringComparison.Ordinal)).Select(n => n[..^end.Length])]) is { Kind: ItemKind.Text } text) return Add(_items, text, column.Name);
        if (names.Any(n => PlaceOption(n, column.Name)) || rules.OptionInBrackets && names.Any(n => PlaceBracketed(n, column.Name))) return true;
        return _names.Dimension(names) is { } dimension && Add(_dimensions, dimension, column.Name);
    }

    /// <summary>A column of one option of a multiple choice: the item's name, the mark, the option's name.</summary>
    private bool PlaceOption(string name, string column)
    {
        if (rules.OptionMark is not { } mark) return false;
        for (var at = name.IndexOf(mark, StringComparison.Ordinal); at > 0; at = name.IndexOf(mark, at + 1, StringComparison.Ordinal))
        {
            if (_names.ItemByName(name[..at]) is not { Kind: ItemKind.Choice, IsMultiple: true } item) continue;
            if (!_names.Options(item, rules.CountsOptions, out var areCounted).TryGetValue(name[(at + mark.Length)..], out var option)) continue;
            AddOption(item, option, column);
            if (areCounted && name[(at + mark.Length)..].All(char.IsAsciiDigit)) _assumed.Add(column);
            return true;
        }
        return false;
    }

    /// <summary>A column of one option by its label: the item's name or text, and the option's in brackets.</summary>
    private bool PlaceBracketed(string label, string column)
    {
        var at = label.IndexOf(" [", StringComparison.Ordinal);
        if (at <= 0 || !label.EndsWith(']') || _names.Item([label[..at]]) is not { Kind: ItemKind.Choice, IsMultiple: true } item) return false;
        var names = _names.Options(item, false, out _);
        if (!names.TryGetValue(label[(at + 2)..^1], out var option) && !(rules.TypesOtherInColumn && column.EndsWith("other", StringComparison.Ordinal) && names.TryGetValue("other", out option))) return false;
        AddOption(item, option!, column);
        return true;
    }

    private void AddOption(Item item, string option, string column)
    {
        var columns = _options.TryGetValue(item, out var known) ? known : _options[item] = [];
        if (!columns.TryAdd(option, column)) _problems.Add($"items.{item.Code}: Two columns hold one option, {Shown(columns[option])} and {Shown(column)}.");
    }

    private ItemRule Rule(Item item, string column)
    {
        if (item.Kind == ItemKind.Text) return new ItemRule { Column = column, Skipped = rules.Skipped };
        if (item.Kind == ItemKind.Rating) return new ItemRule { Column = column, Skipped = rules.Skipped, Recode = _names.Points(item) };
        var names = _names.Options(item, rules.CountsOptions, out var areCounted);
        if (areCounted) _assumed.Add(column);
        return new ItemRule
        {
            Column = column,
            Skipped = [.. rules.Skipped.Where(s => !names.ContainsKey(s))],
            Recode = names,
            Separator = item.IsMultiple ? rules.Separator : null,
            Other = rules.TypesOther ? names.GetValueOrDefault("other") : null,
        };
    }

    /// <summary>An option's column may hold the option's own name where it was chosen, as exports with texts do.</summary>
    private ItemRule Rule(Item item, Dictionary<string, string> columns) => new()
    {
        Columns = columns,
        Chosen = rules.Chosen,
        NotChosen = rules.NotChosen,
        Skipped = rules.Skipped,
        Other = rules.TypesOtherInColumn && columns.ContainsKey("other") ? "other" : null,
        Recode = _names.Options(item, false, out _).Where(n => !rules.Chosen.Contains(n.Key) && !rules.NotChosen.Contains(n.Key)).ToDictionary(n => n.Key, n => n.Value, StringComparer.Ordinal),
    };

    private void CheckReserved(string name)
    {
        if (_names.ItemByName(name) is { } item) _problems.Add($"items.{item.Code}: The format has the column {Shown(name)} for something else; a map of your own can say which column it is.");
    }

    private void CheckDouble(string field, IReadOnlyList<string> columns)
    {
        if (columns.Count > 1) _problems.Add($"{field}: Two columns are for it, {Shown(columns[0])} and {Shown(columns[1])}; rename one, or say in a map of your own which counts.");
    }

    private static string Shown(string column) => ImportNames.Shown(column);

    private static bool Add<TKey>(Dictionary<TKey, List<string>> columns, TKey key, string column) where TKey : notnull
    {
        if (columns.TryGetValue(key, out var known)) known.Add(column);
        else columns[key] = [column];
        return true;
    }
}
