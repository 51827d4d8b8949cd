using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Api.Http.Pages;
using Feedback.Api.Ingest;
using Feedback.Indicators;
using Item = Feedback.Api.Catalogue.Item;

namespace Feedback.Api.Features.SurveyPages;

/// <summary>One question: its text, what is wrong with its answer, and the controls to answer it. Works without script and without style.</summary>
internal static class ItemMarkup
{
    /// <summary>A scale of more points is answered with a number in a field.</summary>
    private const int MostPoints = 15;

    /// <summary>A choice of more options is answered from a list that opens.</summary>
    private const int MostRadios = 12;

    /// <summary>A scale on which every point has words is shown as a list, up to so many points.</summary>
    private const int MostNamedPoints = 7;

    public static Html Of(PageView view, Item item)
    {
        var section = item.Position + view.Offset;
        var required = Html.If(item.IsRequired, $" data-required=\"{view.Texts.Missing}\"");
        return Html.Of(
            $"""
            <section class="item"{required}{Here(view, item)}{Html.If(!view.Shows(section), $" hidden")}>
            {Controls(view, item, view.Definition.Items![item.Position])}
            </section>

            """);
    }

    /// <summary>Where a link to an item's answer leads: its first control.</summary>
    public static string FirstControl(Item item) => Name(item) + ":0";

    private static Html Controls(PageView view, Item item, ItemDefinition definition) => item.Kind switch
    {
        ItemKind.Text => TextArea(view, item),
        ItemKind.Rating when item.High - item.Low < MostPoints => Group(view, item, Html.None, RatingMarkup.Points(view, item, definition, MostNamedPoints)),
        ItemKind.Rating => Number(view, item),
        _ when item.IsMultiple => Group(view, item, Html.Of($"<p class=\"hint\" id=\"{Name(item)}:hint\">{view.Say(view.Texts.ChooseSeveral)}</p>"), Boxes(view, item, definition)),
        _ when definition.Options!.Count > MostRadios => Select(view, item, definition),
        _ => Group(view, item, Html.None, Radios(view, item, definition)),
    };

    /// <summary>Several controls that answer one question.</summary>
    private static Html Group(PageView view, Item item, Html hint, Html controls)
    {
        var state = item.IsMultiple ? Html.None
            : Html.Of($" role=\"radiogroup\"{Html.If(item.IsRequired, $" aria-required=\"true\"")}{Html.If(view.ErrorOf(item) is not null, $" aria-invalid=\"true\"")}");
        return Html.Of(
            $"""
            <fieldset{state} aria-labelledby="{Name(item)}:text"{DescribedBy(view, item, !hint.IsEmpty)}>
            <legend id="{Name(item)}:text">{Question(view, item)}</legend>
            {Error(view, item)}{hint}{controls}
            </fieldset>
            """);
    }

    private static Html Boxes(PageView view, Item item, ItemDefinition definition) => Html.Of($"<div class=\"options\">{definition.Options!.Select((option, place) => Html.Of(
        $"""<label><input type="checkbox" name="{Name(item)}" id="{Name(item)}:{place}" value="{option.Code}"{Html.If(view.ErrorOf(item) is not null, $" aria-invalid=\"true\"")}{Checked(view, item, option.Code)}><span>{view.Asked(option.Text)}</span></label>"""))}</div>");

    private static Html Radios(PageView view, Item item, ItemDefinition definition) => Html.Of($"<div class=\"options\">{definition.Options!.Select((option, place) => Html.Of(
        $"""<label><input type="radio" name="{Name(item)}" id="{Name(item)}:{place}" value="{option.Code}"{Checked(view, item, option.Code)}><span>{view.Asked(option.Text)}</span></label>"""))}</div>{NoAnswer(view, item)}");

    private static Html Select(PageView view, Item item, ItemDefinition definition) => Field(view, item, Html.None, Html.Of(
        $"""
        <select name="{Name(item)}" id="{FirstControl(item)}"{StateOf(view, item, false)}>
        <option value=""{view.OwnAttributes}>{(item.IsRequired ? view.Texts.PleaseChoose : view.Texts.NoAnswer)}</option>
        {definition.Options!.Select(o => Html.Of($"<option value=\"{o.Code}\"{view.AttributesOf(o.Text!)}{Html.If(view.Given(item).Contains(o.Code), $" selected")}>{view.Text(o.Text)}</option>\n"))}</select>
        {OnPaper(view, definition)}
        """));

    /// <summary>A list that opens shows nothing on paper: there its options stand below one another, with boxes to tick.</summary>
    private static Html OnPaper(PageView view, ItemDefinition definition) => Html.Of($"<ul class=\"paper\" aria-hidden=\"true\">{definition.Options!.Select(o => Html.Of($"<li>{view.Asked(o.Text)}</li>"))}</ul>");

    private static Html Number(PageView view, Item item) => Field(view, item,
        Html.Of($"<p class=\"hint\" id=\"{Name(item)}:hint\">{view.Say(view.Texts.WholeNumber, item.Low, item.High)}{RatingMarkup.Ends(view, item)}</p>"),
        Html.Of($"<input class=\"number\" type=\"text\" inputmode=\"{(item.Low < 0 ? "text" : "numeric")}\" autocomplete=\"off\" name=\"{Name(item)}\" id=\"{FirstControl(item)}\" value=\"{view.Given(item).FirstOrDefault()}\"{StateOf(view, item, true)}>"));

    private static Html TextArea(PageView view, Item item)
    {
        var careful = view.Survey.Audience == Audience.Employee ? view.Texts.TextCareful + " " : "";
        var limit = string.Format(CultureInfo.InvariantCulture, view.Texts.TextLimit, view.Texts.Number(ResponseRules.MaximumTextLength));
        // A line break right after the start tag would be taken away by the parser, and with it the first of the text.
        return Field(view, item, Html.Of($"<p class=\"hint\" id=\"{Name(item)}:hint\">{view.Say(careful + limit)}</p>"), Html.Of(
            $"<textarea rows=\"5\" name=\"{Name(item)}\" id=\"{FirstControl(item)}\" dir=\"auto\" data-limit=\"{ResponseRules.MaximumTextLength}\"{StateOf(view, item, true)}>\n{view.Given(item).FirstOrDefault()}</textarea>"));
    }

    /// <summary>One control that answers a question.</summary>
    private static Html Field(PageView view, Item item, Html hint, Html control) => Html.Of(
        $"""
        <label class="question" id="{Name(item)}:text" for="{FirstControl(item)}">{Question(view, item)}</label>
        {Error(view, item)}{hint}{control}
        """);

    private static Html Question(PageView view, Item item) => Html.Of(
        $"""<span class="place">{item.Position + 1}.</span> <span class="text">{view.Asked(view.Definition.Items![item.Position].Text)}</span>{Html.If(item.IsRequired, $" <span class=\"required\">({view.Say(view.Texts.Required)})</span>")}""");

    private static Html Error(PageView view, Item item) => view.ErrorOf(item) is { } error
        ? Html.Of($"<p class=\"error\" id=\"{Name(item)}:error\"><span class=\"unseen\">{view.Say(view.Texts.ErrorMark)}: </span>{view.Say(error)}</p>")
        : Html.None;

    /// <summary>By which a radio that was chosen can be left again; required questions have none.</summary>
    internal static Html NoAnswer(PageView view, Item item) => Html.If(!item.IsRequired,
        $"""<label class="none"><input type="radio" name="{Name(item)}" id="{Name(item)}:none" value=""><span>{view.Say(view.Texts.NoAnswer)}</span></label>""");

    internal static Html Checked(PageView view, Item item, string? value) => Html.If(view.Given(item).Contains(value), $" checked");

    internal static string Name(Item item) => PageInput.Answers + item.Code;

    private static Html StateOf(PageView view, Item item, bool hasHint) =>
        Html.Of($"{Html.If(item.IsRequired, $" aria-required=\"true\"")}{Html.If(view.ErrorOf(item) is not null, $" aria-invalid=\"true\"")}{DescribedBy(view, item, hasHint)}");

    private static Html DescribedBy(PageView view, Item item, bool hasHint)
    {
        string[] ids = [.. (string[])[view.ErrorOf(item) is null ? "" : Name(item) + ":error", hasHint ? Name(item) + ":hint" : ""]];
        return Html.If(ids.Any(i => i.Length > 0), $" aria-describedby=\"{string.Join(' ', ids.Where(i => i.Length > 0))}\"");
    }

    /// <summary>Marks the question on the screen as the place to go to, where one question a screen is and nothing else has to be read first.</summary>
    private static Html Here(PageView view, Item item) =>
        Html.If(view.Input.IsSteps && view.Step == item.Position + view.Offset && view.Errors.Count == 0 && view.Message.IsEmpty, $" id=\"here\" tabindex=\"-1\" aria-labelledby=\"{Name(item)}:text\"");
}
