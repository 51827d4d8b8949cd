namespace Feedback.Indicators;

/// <summary>What the components of rows say, for the catalogue and the page made from it.</summary>
public static class ComponentTexts
{
    private const string ItemMean = "Mean of the item's answers, 0 to 100.";

    private static readonly Dictionary<string, string> Everywhere = new(StringComparer.Ordinal)
    {
        ["sd"] = "Standard deviation of the scores, at least half an answer step.",
        ["alpha"] = "Cronbach's alpha of complete cases; null below 100 of them or 3 items.",
        ["alphaLow"] = "Lower 95% limit of alpha (Feldt 1965).",
        ["alphaHigh"] = "Upper 95% limit of alpha (Feldt 1965).",
        ["indicative"] = "True below 30 people: read it as a hint.",
        ["effectiveN"] = "Weighted figures: Kish's effective number of people; else null.",
        ["p"] = "Two-sided p of no difference; null where intervals alone are compared.",
        ["pAdjusted"] = "p adjusted over all rows of the answer (Benjamini & Hochberg 1995).",
        ["t"] = "Welch's t.",
        ["df"] = "Welch's degrees of freedom.",
        ["hedgesG"] = "Difference in pooled standard deviations, corrected for small groups (Hedges 1981).",
        ["tau"] = "True standard deviation between the units or cells, in points, after taking off what chance gives them.",
        ["level"] = "Mean on 0 to 100, to be read beside the figure.",
        ["bottomTwo"] = "Percent of answers in the lowest two values.",
    };

    private static readonly Dictionary<string, Dictionary<string, string>> BySlug = new(StringComparer.Ordinal)
    {
        ["trust"] = new() { ["outcome"] = "Mean of \"I would rely on them again\", 0 to 100: shown beside, never part of the index." },
        ["net-trust"] = new()
        {
            ["trusting"] = "Percent of people whose mean answer is at least high - 1.",
            ["neutral"] = "Percent of the others who do not distrust.",
            ["distrusting"] = "Percent of people whose mean answer lies below the midpoint.",
            ["capability"] = "Percent of answers in the top two values less percent below the midpoint.",
            ["reliability"] = "Percent of answers in the top two values less percent below the midpoint.",
            ["transparency"] = "Percent of answers in the top two values less percent below the midpoint.",
            ["humanity"] = "Percent of answers in the top two values less percent below the midpoint.",
        },
        ["recommend"] = new()
        {
            ["promoters"] = "Percent at 9 or 10.",
            ["passives"] = "Percent at 7 or 8.",
            ["detractors"] = "Percent at 0 to 6.",
            ["mean"] = "Mean answer, 0 to 10.",
        },
        ["satisfaction"] = new()
        {
            ["mean"] = "Mean answer on 0 to 100.",
            ["meanLow"] = "Lower 95% limit of the mean.",
            ["meanHigh"] = "Upper 95% limit of the mean.",
        },
        ["effort"] = new()
        {
            ["easy"] = "Percent of answers above the midpoint.",
            ["easyLow"] = "Lower 95% limit of easy (Wilson 1927).",
            ["easyHigh"] = "Upper 95% limit of easy (Wilson 1927).",
            ["hard"] = "Percent of answers below the midpoint.",
        },
        ["consistency"] = new()
        {
            ["cells"] = "Cells with enough answers to be compared.",
            ["naiveSd"] = "Standard deviation of the cell means as they are, chance included.",
            ["level"] = "Plain mean of the cell means, 0 to 100: consistently poor is consistent.",
            ["gapFrom"] = "The lower of the two cells furthest apart.",
            ["gapTo"] = "The higher of the two cells furthest apart.",
            ["gap"] = "Difference of their means, in points.",
            ["gapLow"] = "Lower 95% limit of the gap (Welch 1947).",
            ["gapHigh"] = "Upper 95% limit of the gap (Welch 1947).",
            ["gapPAdjusted"] = "Its p, adjusted over all pairs of cells; null with more than 1,000 cells.",
            ["sigmaUniform"] = "Standard deviation of answers drawn at random, against which tau is held.",
        },
        ["agreement"] = new()
        {
            ["awg"] = "a_wg of Brown & Hauenstein (2005), -1 to 1; the figure is 50 (1 + a_wg).",
            ["itemsUsed"] = "Items whose mean lies far enough from the ends to have a value.",
            ["level"] = "Mean of the items, 0 to 100.",
        },
        ["journey-pass"] = new()
        {
            ["touchpointsRated"] = "Mean number of touchpoints a person rated.",
            ["touchpointPass"] = "Percent of single ratings in the top two values.",
        },
        ["silo"] = new()
        {
            ["iccRaw"] = "ICC(1) as it came out, which may be negative.",
            ["rankReliability"] = "ICC(2), at least 0: rank units only from 0.70 on.",
            ["units"] = "Units with at least k people.",
            ["meanSquareBetween"] = "Mean square between units.",
            ["meanSquareWithin"] = "Mean square inside units.",
            ["n0"] = "Group size corrected for unequal units.",
            ["f"] = "Mean square between / mean square within.",
            ["coverage"] = "Share, 0 to 1, of all scores that lie in units counted.",
            ["collaboration"] = "Mean of the item measuring collaboration, 0 to 100; null if it was not asked.",
        },
        ["hierarchy-gap"] = new()
        {
            ["seniorMean"] = "Mean of the senior group, 0 to 100.",
            ["frontlineMean"] = "Mean of the front line, 0 to 100.",
            ["seniorN"] = "People in the senior group.",
            ["frontlineN"] = "People in the front line.",
        },
        ["change-readiness"] = new() { ["purposeGap"] = "Purpose less readiness, in points: they know why but are not ready." },
        ["inertia"] = new()
        {
            ["flaggedBefore"] = "Cells (unit x item) below the threshold in the earlier period.",
            ["flaggedStill"] = "Of these, cells below it in the later period too.",
            ["newlyFlagged"] = "Cells below it in the later period only.",
            ["halfLifePeriods"] = "Periods until half of the problems are gone at this rate: ln(1/2)/ln(share).",
            ["flagsOpen"] = "Concerns raised in the later period that are not closed (employees: when it was released; of everybody only, 3k); null below k, and where surveys are named.",
            ["weeksToClose"] = "Whole weeks from raising to closing that half of the closed ones keep; of them k (employees: 3k).",
        },
        ["purpose"] = new() { ["positive"] = "Mean of the two items' percent above the midpoint (the People Survey's theme figure)." },
        ["stay"] = new() { ["leavingSoon"] = "Percent at the lowest answer." },
        ["ambassadors"] = new()
        {
            ["employeeShare"] = "Percent of employees at 9 or 10.",
            ["customerShare"] = "Percent of customers at 9 or 10; null below k.",
            ["unitsCompared"] = "Units with k of each; employees in a release: 3k.",
            ["bothUnits"] = "Units where both shares exceed their overall share.",
            ["bothUnitShare"] = "Percent of the compared units that are these.",
        },
        ["alignment"] = new()
        {
            ["effectiveUnits"] = "Units, weighed by how evenly they carry the answers.",
            ["unitWaves"] = "Pairs of a unit and a wave that both sides have.",
            ["withinR"] = "Correlation inside units over waves, unit and wave means taken off; null where units hardly share waves.",
            ["withinLow"] = "Lower 95% limit of withinR.",
            ["withinHigh"] = "Upper 95% limit of withinR.",
            ["laggedSlope"] = "Next wave's customer mean per point of employee mean, at equal present customer mean.",
            ["laggedSlopeLow"] = "Lower 95% limit of laggedSlope.",
            ["laggedSlopeHigh"] = "Upper 95% limit of laggedSlope.",
            ["laggedN"] = "Pairs of consecutive waves behind it.",
            ["laggedR"] = "Correlation of the employee mean with the next wave's customer mean.",
            ["laggedRLow"] = "Lower 95% limit of laggedR.",
            ["laggedRHigh"] = "Upper 95% limit of laggedR.",
            ["disattenuatedR"] = "The figure, corrected for unreliable unit means; null unless both ICC(2) are at least .5.",
            ["bothHigh"] = "Units above the mean on both sides.",
            ["employeeHigh"] = "Units above the mean with employees only.",
            ["customerHigh"] = "Units above the mean with customers only.",
            ["bothLow"] = "Units above the mean on neither side.",
            ["bothHighUnits"] = "Which they are.",
            ["employeeHighUnits"] = "Which they are.",
            ["customerHighUnits"] = "Which they are.",
            ["bothLowUnits"] = "Which they are.",
        },
        ["early-warning"] = new()
        {
            ["expected"] = "Mentions expected: the mean of the eight periods before, at least 3.",
            ["p"] = "So many mentions or more by chance; null of a score.",
            ["pAdjusted"] = "p adjusted over every topic of every unit of the period (Benjamini & Hochberg 1995).",
            ["method"] = "poisson or negativeBinomial.",
            ["alarm"] = "Whether it is beyond its limit.",
            ["baselineMean"] = "Mean of the first twelve periods.",
            ["baselineSd"] = "Standard deviation of the answers in them.",
            ["tau"] = "True movement from period to period that is no alarm, in points.",
            ["ewma"] = "Exponentially weighted mean of the standardised deviations, weight 0.2.",
            ["ewmaLimit"] = "Its limit.",
            ["cusumHigh"] = "Sum of deviations upwards.",
            ["cusumLow"] = "Sum of deviations downwards.",
            ["lead"] = "Of the row of all topics (stream all): customerAlarms, hits, employeeAlarms, falseAlarms, medianLead in periods, p; else null.",
        },
        ["listening"] = new()
        {
            ["invited"] = "Invitations.",
            ["answered"] = "Answers; null where fewer than k employees did not answer.",
            ["channelCoverage"] = "Percent of registered channels with at least k answers (employees: whose cell is released; of everybody only).",
            ["unitCoverage"] = "Percent of units with at least k heads that have at least k answers (employees: whose cell is released).",
            ["silentUnitShare"] = "Percent of units with at least k heads that have fewer (employees: whose cell is not released).",
            ["medianDays"] = "Days from invitation to answer that half of the answers keep; customers only.",
            ["ninetiethDays"] = "Days that nine of ten answers keep; customers only.",
            ["flags"] = "Concerns raised in the period; null below k (employees: of everybody only, 3k), and where surveys are named.",
            ["flagsAnswered"] = "Percent of them that a champion has answered (employees: when the period was released).",
            ["weeksToAnswer"] = "Whole weeks from raising to the first answer that half of the answered ones keep; of them k (employees: 3k).",
        },
        ["drivers"] = new()
        {
            ["rawWeight"] = "The driver's part of R squared.",
            ["rSquared"] = "Share of the outcome's variance that the drivers explain together, 0 to 1.",
        },
        ["change"] = new()
        {
            ["before"] = "The earlier figure, or that of the group compared with.",
            ["after"] = "The later figure.",
            ["nBefore"] = "People behind the earlier figure.",
            ["nAfter"] = "People behind the later figure.",
            ["notable"] = "True if pAdjusted is at most .05 and the change at least 3 points.",
            ["touchedBefore"] = "Initiative: plain mean of the touched units before.",
            ["touchedAfter"] = "Initiative: plain mean of the touched units after.",
            ["untouchedBefore"] = "Initiative: plain mean of the other units before.",
            ["untouchedAfter"] = "Initiative: plain mean of the other units after.",
            ["touchedChange"] = "Initiative: mean change of the touched units.",
            ["untouchedChange"] = "Initiative: mean change of the others.",
            ["unitsTouched"] = "Initiative: touched units with k people on both sides.",
            ["unitsUntouched"] = "Initiative: other units with k people on both sides.",
            ["tau"] = "Initiative: how much units move by themselves, in points.",
        },
        ["item"] = new()
        {
            ["mean"] = "Mean answer in raw units, reverse-keyed; null where ranges differ.",
            ["topTwo"] = "Percent of answers in the top two values.",
            ["topTwoLow"] = "Lower 95% limit of topTwo (Wilson 1927).",
            ["topTwoHigh"] = "Upper 95% limit of topTwo (Wilson 1927).",
            ["positive"] = "Percent of answers above the midpoint.",
            ["positiveLow"] = "Lower 95% limit of positive (Wilson 1927).",
            ["positiveHigh"] = "Upper 95% limit of positive (Wilson 1927).",
        },
        ["engagement-positive"] = Shares(Engagement.Items),
    };

    /// <summary>What a component says: that of the indicator, else what the name means everywhere, else an item's mean.</summary>
    public static string Of(Indicator indicator, string component) =>
        BySlug.TryGetValue(indicator.Slug, out var own) && own.TryGetValue(component, out var text) ? text
        : Everywhere.TryGetValue(component, out var common) ? common
        : indicator.Needs.Measures.Any(measure => Measures.Facet(measure) == component) ? ItemMean
        : throw new ArgumentException($"Nothing says what {component} of {indicator.Slug} means.", nameof(component));

    private static Dictionary<string, string> Shares(IEnumerable<string> facets) =>
        facets.ToDictionary(facet => facet, _ => "Percent of answers above the midpoint.");
}
