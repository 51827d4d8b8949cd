using System.Runtime.InteropServices;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Indicators;

namespace Feedback.Api.Releases;

/// <summary>
/// Answers the questions to <c>drivers</c> that a survey declares, from the raw answers of a period, of everybody together
/// (ANONYMITY, section 4 and R15). The declaration of the version in force counts; the answers to every version do.
/// </summary>
internal sealed class DeclaredDrivers
{
    private readonly Survey _survey;
    private readonly Terms _terms;
    private readonly List<(DriverQuestion Question, Dictionary<int, AnswerPlan> Plans, Dictionary<(AnswerPlan Plan, UInt128 Answered), long> Counts)> _questions;

    private DeclaredDrivers(Survey survey, int minimumGroup)
    {
        (_survey, _terms) = (survey, new Terms(Audience.Employee, minimumGroup));
        _questions = [.. (survey.Current.Definition.Drivers ?? []).Select(d => DriverQuestion.Of(d.Outcome!, [.. d.Drivers!.Order(StringComparer.Ordinal)])).Select(question => (question, PlansOf(question), new Dictionary<(AnswerPlan, UInt128), long>()))];
    }

    /// <summary>The rows of each question as text, by its key. Nothing where more people answered than there are, as everywhere.</summary>
    /// <param name="session">The snapshot that the rest of the release is worked out on.</param>
    /// <param name="survey">The survey.</param>
    /// <param name="number">Its closed period; those merged into it count with it.</param>
    /// <param name="minimumGroup">k.</param>
    /// <param name="headcount">How many people there are in all; null where it is not known.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static async Task<IReadOnlyDictionary<string, string>> Work(Session session, Survey survey, int number, int minimumGroup, long? headcount, CancellationToken cancellation)
    {
        var declared = new DeclaredDrivers(survey, minimumGroup);
        if (declared._questions.Count == 0 || headcount < await PeriodClosing.PeopleIn(session, survey, number)) return new Dictionary<string, string>();
        foreach (var period in survey.PartsOf(number)) await session.ReadAnswers(AnswersQuery.OfPeriod(survey.Id, period), declared.Add, cancellation);
        return declared.Rows();
    }

    private void Add(int survey, int version, int cohort, ReadOnlySpan<byte> answers)
    {
        foreach (var (_, plans, counts) in _questions)
        {
            if (plans.TryGetValue(version, out var plan) && plan.TryRead(answers, out var answered)) CollectionsMarshal.GetValueRefOrAddDefault(counts, (plan, answered), out _)++;
        }
    }

    private Dictionary<string, string> Rows() => _questions.ToDictionary(q => q.Question.Key, q => DriverRow.ToText(
        new Drivers().Rows(q.Question.Drivers, [.. q.Counts.Select(c => c.Key.Plan.ToPattern(c.Key.Answered, c.Value))], _terms).Select(DriverRow.Of)));

    private Dictionary<int, AnswerPlan> PlansOf(DriverQuestion question) => _survey.Versions.Select(v => (v.Number, Plan: AnswerPlan.Of(v, question, Audience.Employee)))
        .Where(p => p.Plan is not null).ToDictionary(p => p.Number, p => p.Plan!);
}
