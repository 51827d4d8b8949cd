using System.Globalization;

namespace Feedback.Api.Data;

/// <summary>Which responses' answers are read.</summary>
/// <param name="Surveys">Ids of surveys.</param>
/// <param name="First">First day, yyyymmdd.</param>
/// <param name="Past">First day after, yyyymmdd.</param>
public sealed record AnswersQuery(IReadOnlyCollection<int> Surveys, int First, int Past)
{
    /// <summary>The ids as a JSON array.</summary>
    internal string SurveysJson => $"[{string.Join(',', Surveys.Select(s => s.ToString(CultureInfo.InvariantCulture)))}]";
}

/// <summary>Takes one response.</summary>
/// <param name="survey">Id of its survey.</param>
/// <param name="version">The version that was answered.</param>
/// <param name="cohort">Id of its cohort.</param>
/// <param name="answers">Its packed answers, UTF-8, valid until the call returns.</param>
public delegate void AnswersHandler(int survey, int version, int cohort, ReadOnlySpan<byte> answers);
