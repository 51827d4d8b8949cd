using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Api.Http.Pages;

namespace Feedback.Api.Features.SurveyPages;

/// <summary>What one answer of the page shows: which version of which survey, in which language, with which answers, and what is wrong with them.</summary>
/// <param name="Survey">The survey.</param>
/// <param name="Version">The version that is shown; what is sent means its items.</param>
/// <param name="Units">The organisation's units, by which a link's unit has a name.</param>
/// <param name="Language">What the page is in.</param>
/// <param name="Input">What the link says and what the person has given so far.</param>
/// <param name="Id">The id under which the answers will be stored.</param>
internal sealed record PageView(Survey Survey, SurveyVersion Version, UnitTree Units, PageLanguage Language, PageInput Input, Guid Id)
{
    /// <summary>The way from the request's address back to where pages are.</summary>
    public required string Up { get; init; }

    /// <summary>The id of stored answers that these are to replace.</summary>
    public Guid? Replaces { get; init; }

    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>The place of the section shown, where one question a screen is; from 0.</summary>
    public int Step { get; init; }

    /// <summary>Whether the page has a field for the invitation code.</summary>
    public bool AsksForCode { get; init; }

    /// <summary>What stands above everything else.</summary>
    public Html Message { get; init; }

    /// <summary>What the button says that sends.</summary>
    public string? SendLabel { get; init; }

    public PageTexts Texts => Language.Texts;

    public SurveyDefinition Definition => Version.Definition;

    /// <summary>How many screens there are where one question a screen is: the invitation code is one too.</summary>
    public int Sections => Version.Items.Count + Offset;

    /// <summary>How many screens come before the first question.</summary>
    public int Offset => AsksForCode ? 1 : 0;

    public bool IsLast => Step == Sections - 1;

    /// <summary>Whether a section is on the screen.</summary>
    public bool Shows(int section) => !Input.IsSteps || section == Step;

    public string[] Given(Item item) => Input.Given.GetValueOrDefault(item.Code) ?? [];

    public string? ErrorOf(Item item) => Errors.FirstOrDefault(e => e.Item == item.Code)?.Message;

    public string? ErrorOfCode => Errors.FirstOrDefault(e => e.IsOfCode)?.Message;

    /// <summary>The survey's title as plain text; its key where it has none.</summary>
    public string Title => Text(Definition.Title) ?? Survey.Key;

    /// <summary>A text of the survey in the language of the page, as near as there is.</summary>
    public string? Text(LocalizedText? text) => text?.Found(Language.Chosen ?? Language.Tag).Text;

    /// <summary>A text of the survey, marked where it is in another language than the page, or in one that has no name.</summary>
    public Html Asked(LocalizedText? text) => Text(text) is not { } found ? Html.None
        : AttributesOf(text!) is { IsEmpty: false } attributes ? Html.Of($"<span{attributes}>{found}</span>")
        : Html.Text(found);

    /// <summary>The attributes that tell the language of a text of the survey where the page does not.</summary>
    public Html AttributesOf(LocalizedText text) => text.Found(Language.Chosen ?? Language.Tag).Language switch
    {
        null => Language.Chosen is not null && SurveyLanguages.Of(Definition).Count == 0 ? Html.None : Html.Of($" lang=\"\" dir=\"auto\""),
        var tag when tag.Equals(Language.Tag, StringComparison.OrdinalIgnoreCase) => Html.None,
        var tag => Html.Of($" lang=\"{tag}\" dir=\"{PageLanguage.DirectionOf(tag)}\""),
    };

    /// <summary>A text of the page's own, marked where it is not in the language of the page.</summary>
    public Html Say(string text) => Language.SpeaksIt ? Html.Text(text) : Html.Of($"<span lang=\"{Texts.Language}\" dir=\"ltr\">{text}</span>");

    /// <summary>A text of the page's own with its holes filled.</summary>
    public Html Say(string text, params object[] values) => Say(string.Format(CultureInfo.InvariantCulture, text, values));

    /// <summary>The attributes of an element that holds texts of the page's own, now or when the script fills it.</summary>
    public Html OwnAttributes => Html.If(!Language.SpeaksIt, $" lang=\"{Texts.Language}\" dir=\"ltr\"");
}
