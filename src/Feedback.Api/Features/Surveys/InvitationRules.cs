using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Surveys;

/// <summary>What only the survey and the units can tell of invitations: <c>about</c> keeps the rules of a response's, and nothing is counted twice.</summary>
internal static class InvitationRules
{
    /// <summary>Every finding, or the counts. Values that the counts bring are reserved as learned when nothing else is wrong.</summary>
    public static Problem? Check(IReadOnlyList<InvitationDefinition?> sent, Survey survey, UnitTree units, Cohorts cohorts, out IReadOnlyList<(CohortKey Cohort, int Day, int N)> counts)
    {
        var findings = new Findings(ProblemCodes.InvalidInvitations);
        var read = new List<(CohortKey Cohort, int Day, int N)>(sent.Count);
        var named = new HashSet<(string, int)>();
        for (var i = 0; i < sent.Count; i++)
        {
            var cohort = ReadAbout(sent[i]!.About, $"invitations[{i}].about", survey, units, findings);
            var day = Days.Number(sent[i]!.On!.Value);
            if (!named.Add((cohort.Text, day))) findings.Add($"invitations[{i}]", "The same people are counted twice on the day.");
            read.Add((cohort, day, sent[i]!.Count!.Value));
        }
        counts = read;
        if (findings.IsEmpty) Reserve(read, survey, cohorts, findings);
        return findings.ToProblem();
    }

    private static CohortKey ReadAbout(IReadOnlyDictionary<string, string?>? about, string place, Survey survey, UnitTree units, Findings findings)
    {
        var values = new string?[survey.Dimensions.Length];
        foreach (var (name, value) in about ?? new Dictionary<string, string?>())
        {
            var position = Array.BinarySearch(survey.Dimensions, name, StringComparer.Ordinal);
            var fault = position < 0 || !AboutRules.IsRegistered(survey.Current, name) ? AboutFault.UnknownDimension
                : value is null ? null : AboutRules.Check(survey.Current, units, name, value);
            if (fault is { } wrong) findings.Add(Names.IsName(name) ? $"{place}.{name}" : place, AboutRules.Message(wrong), wrong.Code(ProblemCodes.InvalidInvitations));
            else values[position] = value;
        }
        return new CohortKey(survey.Id, IsTest: false, survey.Dimensions, values);
    }

    private static void Reserve(IReadOnlyList<(CohortKey Cohort, int Day, int N)> counts, Survey survey, Cohorts cohorts, Findings findings)
    {
        for (var i = 0; i < counts.Count; i++)
        {
            if (counts[i].N > 0 && cohorts.Find(counts[i].Cohort) is null && cohorts.Reserve(counts[i].Cohort, Names.MaximumValues, survey.Current.Learns) is { } full)
                findings.Add($"invitations[{i}].about.{full}", AboutRules.FullMessage);
        }
    }
}
