using Feedback.Api.Http.Pages;

namespace Feedback.Api.Features.SurveyPages;

/// <summary>What a page does short of sending: the next screen, the one before, another language, another view. Nothing is stored by it.</summary>
internal static class Turning
{
    /// <summary>The page with the other screen or language, all answers kept; null where the answers are to be sent.</summary>
    public static PageAnswer? Turn(PageView view)
    {
        var go = view.Input.Go;
        if (go.StartsWith("lang:", StringComparison.Ordinal)) return Show(view);
        if (go is "view:all" or "view:steps")
        {
            view.Input.IsSteps = go == "view:steps";
            return Show(view with { Step = 0 });
        }
        if (go == "back") return Show(view with { Step = Math.Max(0, view.Step - 1) });
        if (go is not ("send" or "next")) return Show(view);
        // Whoever sends before the last screen has not seen all questions yet.
        if (!view.Input.IsSteps || view.IsLast && go != "next") return null;
        var errors = Check(view, [view.Step]);
        return errors.Count > 0 ? Refusals.Show(view, errors) : Show(view with { Step = Math.Min(view.Step + 1, view.Sections - 1) });
    }

    /// <summary>Everything that is wrong with the answers of some sections.</summary>
    public static List<FieldError> Check(PageView view, IEnumerable<int> sections)
    {
        var (errors, all) = (new List<FieldError>(), sections.ToHashSet());
        if (view.Survey.Access == "code" && view.Input.Code is null && all.Contains(0)) errors.Add(new FieldError(null, view.Texts.MissingCode) { IsOfCode = true });
        errors.AddRange(view.Version.Items
            .Where(i => all.Contains(i.Position + view.Offset))
            .Select(i => (i.Code, Message: GivenAnswers.Check(i, view.Input.Given.GetValueOrDefault(i.Code), view.Texts)))
            .Where(e => e.Message is not null)
            .Select(e => new FieldError(e.Code, e.Message!)));
        var isWhole = all.Count == view.Sections;
        if (errors.Count == 0 && isWhole && view.Input.Go == "send" && GivenAnswers.Answered(view.Version, view.Input.Given) == 0) errors.Add(new FieldError(null, view.Texts.NothingAnswered));
        return errors;
    }

    private static PageAnswer Show(PageView view) => new(200, view.Language, view.Title, SurveyMarkup.Of(view));
}
