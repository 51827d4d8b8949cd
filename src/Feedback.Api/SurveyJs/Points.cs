using System.Globalization;
using Feedback.Api.Catalogue;

namespace Feedback.Api.SurveyJs;

/// <summary>The points of a scale that values stand for.</summary>
/// <param name="Low">The lowest.</param>
/// <param name="High">The highest.</param>
/// <param name="Labels">Texts of points; null without any.</param>
/// <param name="Aliases">Which value stands for a point, where that is not the number itself; null without any.</param>
/// <param name="Skips">Values that stand for no point, such as "not applicable"; null without any.</param>
/// <param name="Notes">What was assumed or is lost.</param>
internal sealed record Points(int Low, int High, SortedDictionary<int, LocalizedText>? Labels, SortedDictionary<int, IReadOnlyList<string>>? Aliases, IReadOnlyList<string>? Skips, IReadOnlyList<string> Notes)
{
    private const int Lowest = -100, Highest = 100;

    /// <summary>Columns that are beside the scale, in the languages of the service's own pages.</summary>
    private static readonly HashSet<string> Beside = new(StringComparer.OrdinalIgnoreCase)
    {
        "na", "n/a", "not applicable", "not-applicable", "not_applicable", "notapplicable", "none", "don't know", "dont know", "dont-know", "dont_know", "dontknow", "do not know", "no answer", "no opinion",
        "refused", "keine angabe", "weiß nicht", "weiss nicht", "trifft nicht zu", "ne sait pas", "sans opinion", "non applicable", "sans objet", "no sabe", "no aplica", "sin respuesta",
    };

    /// <summary>Whole numbers are the points themselves; texts are 1, 2, ... in their order. Numbers and texts together: the texts are beside the scale.</summary>
    /// <returns>Null where the values make no scale; the reason is in <paramref name="why"/>.</returns>
    public static Points? Of(IReadOnlyList<ScaleValue> values, out string why)
    {
        why = "";
        if (values.Select(v => v.Value).Distinct(StringComparer.Ordinal).Count() != values.Count) return No("A value stands twice among the points.", out why);
        var numbers = values.Where(v => decimal.TryParse(v.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)).ToList();
        var onScale = numbers.Count > 0 ? numbers : [.. values.Where(v => !IsBeside(v))];
        var skipped = values.Except(onScale).ToList();
        if (onScale.Count < 2) return No("A scale has at least two points.", out why);
        if (numbers.Count == 0) return ByOrder(onScale, skipped);
        if (numbers.Any(v => Value.Whole(v.Value) is not (>= Lowest and <= Highest))) return No($"The points are whole numbers from {Lowest} to {Highest}, or texts.", out why);
        if (skipped.Any(v => !IsBeside(v))) return No("The points mix numbers and texts: which is more cannot be told.", out why);
        return ByNumber(numbers, skipped);
    }

    private static bool IsBeside(ScaleValue value) => Beside.Contains(value.Value.Trim()) || value.Text is { } text && text.Texts.Any(t => Beside.Contains(t.Trim()));

    private static Points ByNumber(List<ScaleValue> numbers, List<ScaleValue> skipped)
    {
        var points = numbers.ToDictionary(v => Value.Whole(v.Value)!.Value);
        var (low, high) = (points.Keys.Min(), points.Keys.Max());
        List<string> notes = [];
        if (high - low + 1 != points.Count) notes.Add($"The scale goes from {low} to {high} in steps of one; the points between are not asked there, but taken here.");
        if (!points.Keys.SequenceEqual(points.Keys.Order())) notes.Add("The points stand in ascending order here.");
        var labels = points.Where(p => p.Value.Text is not null).ToDictionary(p => p.Key, p => p.Value.Text!);
        return new Points(low, high, labels.Count == 0 ? null : new(labels), null, Skipped(skipped, notes), notes);
    }

    private static Points ByOrder(List<ScaleValue> values, List<ScaleValue> skipped)
    {
        List<string> notes = [$"The order is taken as the scale: the first is 1, the last {values.Count}."];
        var labels = new SortedDictionary<int, LocalizedText>();
        var aliases = new SortedDictionary<int, IReadOnlyList<string>>();
        for (var i = 0; i < values.Count; i++)
        {
            labels[i + 1] = values[i].Text ?? LocalText.Plain(values[i].Value);
            aliases[i + 1] = [values[i].Value];
        }
        return new Points(1, values.Count, labels, aliases, Skipped(skipped, notes), notes);
    }

    private static List<string>? Skipped(List<ScaleValue> skipped, List<string> notes)
    {
        if (skipped.Count == 0) return null;
        notes.Add(skipped.Count == 1 ? "One value is beside the scale: whoever chooses it is stored as having skipped the item." : $"{skipped.Count} values are beside the scale: whoever chooses one is stored as having skipped the item.");
        return [.. skipped.Select(v => v.Value)];
    }

    private static Points? No(string reason, out string why)
    {
        why = reason;
        return null;
    }
}

/// <summary>A value that can be chosen on a scale.</summary>
/// <param name="Value">As answers carry it.</param>
/// <param name="Text">What is shown instead; null where the value is.</param>
internal sealed record ScaleValue(string Value, LocalizedText? Text);
