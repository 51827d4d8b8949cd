using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;

namespace Feedback.Api.Figures;

/// <summary>Which days a period of employees names, and on whose grid it lies: its own surveys', or shorter ones that it adds up.</summary>
internal static class ReleasedRange
{
    /// <summary>A range in which nothing can be released.</summary>
    private static readonly DayRange Never = new(new DateOnly(9000, 1, 1), new DateOnly(9000, 1, 2));

    /// <summary>The days of a period, and those of the surveys on whose grid it lies; null where it lies on none, or the text is no period.</summary>
    public static (DayRange Range, IReadOnlyList<Survey> Surveys)? Find(string text, CatalogueSnapshot catalogue, IReadOnlyList<Survey> surveys)
    {
        if (PeriodGrid.Find(catalogue, text) is var (survey, wave))
            return !surveys.Contains(survey) ? null : (survey.Periods.GetValueOrDefault(wave) is { } closed ? new DayRange(closed.From, closed.To) : Never, [survey]);
        if (CalendarPeriods.Parse(text) is not { } days || CalendarPeriods.Number(text) is not { } number) return null;
        var on = surveys.Where(s => IsOn(s, PeriodGrid.GridOf(number))).ToList();
        return on.Count == 0 ? null : (new DayRange(days.From, days.To), on);
    }

    /// <summary>Whether periods of a grid are those of the survey, or add them up.</summary>
    public static bool IsOn(Survey survey, string grid) => survey.Grid != PeriodGrid.Wave && Length(survey.Grid) <= Length(grid);

    private static int Length(string grid) => grid switch { PeriodGrid.Month => 1, PeriodGrid.Quarter => 3, _ => 12 };
}
