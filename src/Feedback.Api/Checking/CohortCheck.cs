using Feedback.Api.Data;

namespace Feedback.Api.Checking;

/// <summary>Whether cohorts are found under what they are: the values of each against its signature.</summary>
internal static class CohortCheck
{
    /// <summary>How many cohorts have another signature than their values make.</summary>
    public static async Task<int> Run(Session session)
    {
        var values = (await session.Rows<ValueRow>(Queries.ReadCohortValuesSince, new { Id = 0 })).ToLookup(v => v.Cohort);
        var wrong = 0;
        await foreach (var row in session.Stream<CohortRow>(Queries.ReadSignatures))
        {
            var own = values[row.Id].ToArray();
            var key = Cohorts.Sorted(new CohortKey(row.Survey, row.IsTest != 0, [.. own.Select(v => v.Dimension)], [.. own.Select(v => v.Value)]));
            if (key.Signature != row.Signature) wrong++;
        }
        return wrong;
    }

    private sealed class CohortRow
    {
        public int Id { get; init; }
        public int Survey { get; init; }
        public int IsTest { get; init; }
        public string Signature { get; init; } = "";
    }

    private sealed class ValueRow
    {
        public int Cohort { get; init; }
        public string Dimension { get; init; } = "";
        public string Value { get; init; } = "";
    }
}
