using Feedback.Api.Catalogue;

namespace Feedback.Api.SurveyJs;

/// <summary>Reads questions that ask for a point of a scale: <c>rating</c>, <c>slider</c>, and choices or numbers that are marked as one.</summary>
internal static class ScaleReader
{
    private const int MaximumGenerated = 1_000, Farthest = 1_000_000, Smileys = 10, ShownPoints = 20;

    public static void ReadRating(Part question, string key, ItemDefinition own, DraftItems items)
    {
        var low = question.Text("minRateDescription", "mininumRateDescription");
        var high = question.Text("maxRateDescription", "maximumRateDescription");
        var listed = question.Flag("autoGenerate") == true ? [] : ListedValue.Read(question, "rateValues");
        var isListed = listed.Count > 0;
        var values = isListed ? [.. listed.Select(v => v.OnScale)] : Generated(question);
        if (Points.Of(values, out var why) is not { } points)
        {
            items.LeaveOut(question, key, "rating", why);
            return;
        }
        if (!isListed && values.Count > ShownPoints) question.Ignore("rateMax", $"survey-core shows the first {ShownPoints} points; all of them are taken here.");
        foreach (var value in listed) value.Part.Close();
        if (isListed) foreach (var unused in (string[])["rateMin", "rateMax", "rateStep", "rateCount"]) question.Take(unused);
        points = points with { Labels = Described(question, points, low, high) };
        items.Add(question, key, Item(question, own, points, isListed ? "rateValues" : "rateStep"));
    }

    /// <summary>A slider with one handle, of SurveyJS or of its older widget.</summary>
    public static void ReadSlider(Part question, string key, ItemDefinition own, DraftItems items)
    {
        var (low, high) = (Bounded(question, "min", "rangeMin") ?? 0, Bounded(question, "max", "rangeMax") ?? 100);
        if (question.Word("sliderType") == "range") items.LeaveOut(question, key, "slider", "A range is two answers.");
        else if (Points.Of(Between(low, high, Bounded(question, "step") ?? 1), out var why) is { } points) items.Add(question, key, Item(question, own, points, "step"));
        else items.LeaveOut(question, key, "slider", why);
    }

    /// <summary>A rating of these points, with what the question says beside; what is assumed is told of under a property.</summary>
    public static ItemDefinition Item(Part question, ItemDefinition own, Points points, string property)
    {
        foreach (var note in points.Notes) question.Ignore(property, note);
        if (points.Aliases is not null && own.PointAliases is not null) question.Ignore("pointAliases", "The values of the points go before them.");
        if (points.Skips is not null && own.SkipAliases is not null) question.Ignore("skipAliases", "The values of the points go before them.");
        if (points.Skips is not null && own.Required == true)
        {
            question.Ignore("isRequired", Conditions.NotRequired);
            own = own with { Required = null };
        }
        return own with { Kind = ItemKind.Rating, Low = points.Low, High = points.High, Labels = points.Labels, PointAliases = points.Aliases ?? own.PointAliases, SkipAliases = points.Skips ?? own.SkipAliases, Multiple = null };
    }

    /// <summary>The points from one number to another; none where there would be too many.</summary>
    public static IReadOnlyList<ScaleValue> Between(decimal low, decimal high, decimal step)
    {
        if (step <= 0 || high <= low || (double)(high - low) / (double)step > MaximumGenerated) return [];
        return [.. Enumerable.Range(0, (int)((high - low) / step) + 1).Select(i => new ScaleValue(Value.TextOf(low + i * step), null))];
    }

    /// <summary>A number, cut to where no scale reaches, so that it can be reckoned with.</summary>
    public static decimal? Bounded(Part question, params string[] names) => question.Number(names) is { } number ? Math.Clamp(number, -Farthest, Farthest) : null;

    /// <summary>As survey-core makes them: 1 to 5 unless told; a count says something only beside one end.</summary>
    private static IReadOnlyList<ScaleValue> Generated(Part question)
    {
        var step = Bounded(question, "rateStep") ?? 1;
        var (min, max, count) = (Bounded(question, "rateMin"), Bounded(question, "rateMax"), Bounded(question, "rateCount"));
        if (count is { } many && min is null && max is null && many != 5) question.Ignore("rateCount", "survey-core shows 1 to 5 where it stands without rateMin or rateMax, and so it is taken.");
        var low = min ?? (max is { } high && count is { } down ? high - step * (down - 1) : 1);
        var values = Between(low, max ?? (min is not null && count is { } up ? low + step * (up - 1) : 5), step);
        if (question.Take("rateType", "rateDisplayMode") is { } type && Value.TextOf(type) == "smileys" && values.Count > Smileys) return [.. values.Take(Smileys)];
        return values;
    }

    private static SortedDictionary<int, LocalizedText>? Described(Part question, Points points, LocalizedText? low, LocalizedText? high)
    {
        if (low is null && high is null) return points.Labels;
        var labels = points.Labels ?? [];
        if (low is not null && !labels.TryAdd(points.Low, low)) question.Ignore("minRateDescription", "The lowest point has a text of its own.");
        if (high is not null && !labels.TryAdd(points.High, high)) question.Ignore("maxRateDescription", "The highest point has a text of its own.");
        return labels;
    }
}
