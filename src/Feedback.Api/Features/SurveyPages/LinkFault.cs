using Feedback.Api.Catalogue;
using Feedback.Api.Http.Pages;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.SurveyPages;

/// <summary>What is wrong with a part of a link, or of what a page sent beside answers. Names the part, never its value.</summary>
/// <param name="Part">The parameter.</param>
/// <param name="Why">What is wrong, in the language of a page.</param>
internal sealed record LinkFault(string Part, Func<PageTexts, string> Why)
{
    public static LinkFault Unknown(string name) => new(IsNameable(name) ? name : "?", t => t.UnknownPart);

    public static LinkFault Of(string name, AboutFault fault) => new(IsNameable(name) ? name : "?", t => fault switch
    {
        AboutFault.UnknownDimension => t.UnknownDimension,
        AboutFault.NoText => t.NoText,
        AboutFault.UnknownUnit => t.UnknownUnit,
        _ => t.ValueNotTaken,
    });

    private static bool IsNameable(string name) => Names.IsName(name);
}
