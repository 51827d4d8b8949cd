using Feedback.Api.Catalogue;
using Feedback.Api.Http.Pages;

namespace Feedback.Api.Features.SurveyPages;

/// <summary>The points of a rating as radios: in a row, or one below the other where every point has words.</summary>
internal static class RatingMarkup
{
    public static Html Points(PageView view, Item item, ItemDefinition definition, int mostNamed)
    {
        var values = Enumerable.Range(item.Low, item.High - item.Low + 1).ToList();
        var isNamed = values.Count <= mostNamed && values.All(v => Label(definition, v) is not null);
        var points = values.Select(value => Point(view, item, definition, value, isNamed));
        return isNamed
            ? Html.Of($"<div class=\"options\">{points}</div>{ItemMarkup.NoAnswer(view, item)}")
            : Html.Of($"<div class=\"points of-{values.Count}\">{points}</div>{Captions(view, definition)}{ItemMarkup.NoAnswer(view, item)}");
    }

    /// <summary>The words of the ends, for a scale that is answered with a number.</summary>
    public static Html Ends(PageView view, Item item)
    {
        var definition = view.Definition.Items![item.Position];
        return Html.Of($"{((int[])[item.Low, item.High]).Where(v => Label(definition, v) is not null).Select(v => Html.Of($" {v}: {view.Asked(Label(definition, v))}."))}");
    }

    private static Html Point(PageView view, Item item, ItemDefinition definition, int value, bool isNamed)
    {
        var name = ItemMarkup.Name(item);
        var label = Label(definition, value);
        var words = label is null ? Html.None : isNamed ? Html.Of($" {view.Asked(label)}") : Html.Of($"<span class=\"unseen\"> {view.Asked(label)}</span>");
        return Html.Of($"""<label><input type="radio" name="{name}" id="{name}:{value - item.Low}" value="{value}"{ItemMarkup.Checked(view, item, value.ToString(System.Globalization.CultureInfo.InvariantCulture))}><span><b>{value}</b>{words}</span></label>""");
    }

    /// <summary>What points mean, for the eye; the points themselves say it to those who listen.</summary>
    private static Html Captions(PageView view, ItemDefinition definition) => definition.Labels is not { Count: > 0 } labels ? Html.None
        : Html.Of($"<p class=\"captions\" aria-hidden=\"true\">{labels.Select(l => Html.Of($"<span><b>{l.Key}</b> {view.Asked(l.Value)}</span>"))}</p>");

    private static LocalizedText? Label(ItemDefinition definition, int value) => definition.Labels?.GetValueOrDefault(value);
}
