using System.Collections.Frozen;

namespace Feedback.Api.SurveyJs;

/// <summary>
/// What is known of the properties of SurveyJS that have no counterpart (their names in survey-core 1.9 to 3, older spellings among them).
/// A property that is in no list is told of all the same.
/// </summary>
internal static class KnownProperties
{
    private const string Logic = "A condition or expression stays with SurveyJS; here the item is asked of everybody.";
    private const string Checks = "SurveyJS alone checks it; answers that come by another way are checked by kind, scale and options.";
    private const string Words = "There is no place for this text here.";
    private const string Filled = "It fills in answers that nobody gave; they are stored as answers.";
    private const string Listed = "Choices that are made while the survey runs have no counterpart; list them in choices.";

    private static readonly FrozenSet<string> Looks = Set("""
        $schema acceptCarriageReturn allowAdaptiveActions allowClear allowDragRange allowResize allowResizeComment allowSwap alternateRows attachData autoComplete autocomplete autoFocusFirstError
        autoFocusFirstQuestion autoGrow autoGrowComment autoAdvanceEnabled autoAdvanceAllowComplete allowCompleteSurveyAutomatic backgroundImage backgroundImageAttachment backgroundImageFit
        backgroundOpacity cellComponent checkErrorsMode choicesOrder choicesLazyLoadEnabled choicesLazyLoadPageSize closeOnSelect colCount colSpan cols columnMinWidth commentAreaRows contentMode
        dataList descriptionLocation displayMode displayRateDescriptionsAsExtremeItems effectiveColSpan errorLocation firstPageIsStartPage firstPageIsStarted fitToContainer
        focusFirstQuestionAutomatic focusOnFirstError hasSelectAll goNextPageAutomatic gridLayoutColumns gridLayoutEnabled headerView hideIfChoicesEmpty hideIfRowsEmpty hideNumber hideSelectedItems imageFit
        imageHeight imageWidth indent innerIndent inputFieldComponent inputSize inputTextAlignment isSinglePage itemComponent itemErrorLocation itemSize itemTitleWidth logoFit logoHeight
        logoPosition logoWidth matrixDragHandleArea maxImageHeight maxImageWidth maxWidth minImageHeight minImageWidth minWidth navigationButtonsLocation navigationButtonsVisibility page previewMode
        progressBarInheritWidthFrom progressBarLocation progressBarShowPageNumbers progressBarShowPageTitles progressBarType questionDescriptionLocation questionErrorLocation questionOrder
        questionsOrder questionStartIndex questionTitleLocation questionTitlePattern questionTitleTemplate questionTitleWidth questionsOnPageMode randomize randomizeCategory rateColorMode
        rateDescriptionLocation rateDisplayMode rateType renderAs rowOrder rowTitleWidth rows rowsOrder scaleColorMode searchEnabled searchMode selectToRankAreasLayout separateSpecialChoices
        showBrandInfo showClearButton showCompletePage showCompletedPage showHeader showLabel showLabels showNavigationButtons showNumber showOptionsCaption showPageNumbers showPageTitles
        showPrevButton showPreviewBeforeComplete showProgressBar showSelectAllItem showQuestionNumbers showTOC showTimer showTimerPanel showTimerPanelMode showTitle size sjsVersion startWithNewLine state swapOrder
        textUpdateMode textWrapEnabled timerInfoMode timerLocation titleLocation tocItemComponent tocLocation useDisplayValuesInDynamicTexts useDisplayValuesInTitle useTitleAsLabel
        validateVisitedEmptyFields verticalAlign width widthMode
        """);

    private static readonly FrozenDictionary<string, string> Reasons = new[]
    {
        (Logic, """
            visible visibleIf enableIf requiredIf readOnly mode triggers calculatedValues setValueIf setValueExpression resetValueIf choicesVisibleIf choicesEnableIf rowsVisibleIf columnsVisibleIf
            completedHtmlOnCondition navigateToUrl navigateToUrlOnCondition bindings clearIfInvisible clearInvisibleValues minValueExpression maxValueExpression timeLimit maxTimeToFinish
            timeLimitPerPage maxTimeToFinishPage partialSendEnabled sendResultOnPageNext
            """),
        (Checks, """
            validators maxLength maxTextLength maxCommentLength maxOthersLength min max step maskType maskSettings minSelectedChoices maxSelectedChoices isExclusive eachRowUnique isCommentRequired
            allowCustomChoices correctAnswer
            """),
        (Words, """
            description placeholder placeHolder optionsCaption requiredErrorText commentPlaceholder commentPlaceHolder otherErrorText otherPlaceholder otherPlaceHolder minErrorText maxErrorText
            stepErrorText startSurveyText pagePrevText pageNextText completeText previewText editText requiredMark requiredText completedBeforeHtml loadingHtml navigationTitle navigationDescription
            label selectAllText createCustomChoiceText logo imageLink cells
            """),
        (Filled, "defaultValue defaultValueExpression defaultRowValue defaultDisplayValue"),
        (Listed, "choicesByUrl choicesFromQuestion choicesFromQuestionMode choiceValuesFromQuestion choiceTextsFromQuestion"),
        ("Whoever shows the survey chooses the language.", "locale"),
        ("It belongs to the service of SurveyJS.", "surveyId surveyPostId surveyShowDataSaving"),
        ("Feedback sets no cookie; one id a response keeps it from being stored twice.", "cookieName"),
        ("Answers come as objects; send the values alone.", "valuePropertyName"),
    }.SelectMany(g => Split(g.Item2).Select(name => KeyValuePair.Create(name, g.Item1))).ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsLooks(string property) => Looks.Contains(property);

    /// <summary>Why a property is not taken over.</summary>
    public static string Reason(string property) => Reasons.GetValueOrDefault(property, "Nothing here reads it.");

    private static FrozenSet<string> Set(string names) => Split(names).ToFrozenSet(StringComparer.Ordinal);

    private static string[] Split(string names) => names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
