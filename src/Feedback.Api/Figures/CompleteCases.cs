using System.Runtime.InteropServices;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>The people of each row who answered an outcome and every driver, read from raw answers and added up while they come.</summary>
internal static class CompleteCases
{
    /// <summary>Patterns by the values of the row axes; a row without complete cases is missing.</summary>
    public static async Task<ILookup<string, AnswerPattern>> Read(ReadScope scope, CubeQuery query, DriverQuestion question)
    {
        var groups = new Groups(query, scope.Cohorts, scope.Units);
        var parts = groups.Cohorts.ToDictionary(c => c.Cohort, c => c.Part);
        var plans = query.Surveys.SelectMany(s => s.Versions, (s, v) => (Key: (s.Id, v.Number), Plan: AnswerPlan.Of(v, question, s.Audience)))
            .Where(p => p.Plan is not null).ToDictionary(p => p.Key, p => p.Plan!);
        var counts = new Dictionary<(int Part, AnswerPlan Plan, UInt128 Answered), long>();
        var days = (First: query.Range.From is { } from ? Days.Number(from) : 0, Past: query.Range.To is { } to ? Days.Number(to) : int.MaxValue);
        await scope.Session.ReadAnswers(AnswersQuery.OfDays(query.Surveys.Select(s => s.Id), days.First, days.Past), Add, scope.Aborted);
        return counts.ToLookup(c => CubeRow.TextOf(groups.Values[c.Key.Part]), c => c.Key.Plan.ToPattern(c.Key.Answered, c.Value));

        void Add(int survey, int version, int cohort, ReadOnlySpan<byte> answers)
        {
            if (!parts.TryGetValue(cohort, out var part) || !plans.TryGetValue((survey, version), out var plan)) return;
            if (plan.TryRead(answers, out var answered)) CollectionsMarshal.GetValueRefOrAddDefault(counts, (part, plan, answered), out _)++;
        }
    }
}
