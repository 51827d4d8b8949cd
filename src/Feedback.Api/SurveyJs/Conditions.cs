namespace Feedback.Api.SurveyJs;

/// <summary>Whether a part may be hidden or passed, so that its answer may be missing though SurveyJS calls it required.</summary>
internal static class Conditions
{
    public const string NotRequired = "It may be hidden or passed; SurveyJS asks for it, and a response without it is taken here.";

    public static bool Depend(Part part) => part.Has("visibleIf", "enableIf") || part.Says("visible", false) || part.Says("readOnly", true);

    /// <summary>Whether the survey may end, or send what there is, before all of it was asked.</summary>
    public static bool MayEndEarly(Part survey) =>
        survey.Has("triggers", "mode", "partialSendEnabled", "sendResultOnPageNext", "timeLimit", "maxTimeToFinish", "timeLimitPerPage", "maxTimeToFinishPage");

    /// <summary>Whether an item is required here, as <c>isRequired</c> says.</summary>
    public static bool? Required(Part question, bool isConditional)
    {
        var isRequired = question.Flag("isRequired");
        if (isRequired != true || !isConditional) return isRequired;
        question.Ignore("isRequired", NotRequired);
        return null;
    }
}
