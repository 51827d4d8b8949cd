namespace Feedback.Indicators;

/// <summary>One person's score on a scale, 0..100: POMP of total / answered (Cohen, Cohen, Aiken and West 1999).</summary>
public static class PersonScore
{
    /// <summary>100 (total / answered - low) / (high - low).</summary>
    public static double Of(int low, int high, int answered, int total) =>
        100.0 * (total - (long)answered * low) / ((long)answered * (high - low));

    /// <summary>Whether a person counts: customers with at least ceil(2 J / 3) of J items, employees with all of them.</summary>
    public static bool Counts(int answered, int items, Audience audience) =>
        answered > 0 && answered >= (audience == Audience.Employee ? items : (2 * items + 2) / 3);
}
