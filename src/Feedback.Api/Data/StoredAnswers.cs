using System.Globalization;

namespace Feedback.Api.Data;

/// <summary>Which responses' answers are read: a statement that gives survey, version, cohort and packed answers, and its parameters, whole numbers and texts.</summary>
public sealed class AnswersQuery
{
    private AnswersQuery(string statement, params (string Name, object Value)[] parameters) => (Statement, Parameters) = (statement, parameters);

    internal string Statement { get; }

    internal IReadOnlyList<(string Name, object Value)> Parameters { get; }

    /// <summary>Those of some surveys within days.</summary>
    /// <param name="surveys">Ids of surveys.</param>
    /// <param name="first">First day, yyyymmdd.</param>
    /// <param name="past">First day after, yyyymmdd.</param>
    public static AnswersQuery OfDays(IEnumerable<int> surveys, int first, int past) => new(Queries.ReadAnswers,
        ("@Surveys", $"[{string.Join(',', surveys.Select(s => s.ToString(CultureInfo.InvariantCulture)))}]"), ("@First", first), ("@Past", past));

    /// <summary>Those of one period of a survey, test responses left out.</summary>
    /// <param name="survey">Id of the survey of employees.</param>
    /// <param name="number">The period as the store has it.</param>
    public static AnswersQuery OfPeriod(int survey, int number) => new(Queries.ReadPeriodAnswers, ("@Survey", survey), ("@Number", number));
}

/// <summary>Takes one response.</summary>
/// <param name="survey">Id of its survey.</param>
/// <param name="version">The version that was answered.</param>
/// <param name="cohort">Id of its cohort.</param>
/// <param name="answers">Its packed answers, UTF-8, valid until the call returns.</param>
public delegate void AnswersHandler(int survey, int version, int cohort, ReadOnlySpan<byte> answers);
