using Dapper;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Figures;
using Feedback.Api.Releases;

namespace Feedback.Api.Tests.Indicators;

/// <summary>Every count of a survey by month and combination of dimension values, in one session: as the service reads them, and as the tables have them by day.</summary>
internal static class CountedInSession
{
    private const string Tables =
        """
        select c.cohort as Cohort, c.day / 100 as Month, c.variable as Variable, c.value as Value, c.complete as Complete, sum(c.n) as N, sum(c.weight) as Weight, sum(c.squared_weight) as SquaredWeight
        from (
          select variable, cohort, start as day, value, complete, n, weight, squared_weight from tally where grain = 1
          union all
          select variable, cohort, day, value, complete, n, weight, squared_weight from tally_fresh) c
        join cohort h on h.id = c.cohort and h.survey = @Survey
        group by c.cohort, c.day / 100, c.variable, c.value, c.complete
        having sum(c.n) <> 0
        """;

    /// <summary>Both must be the same, to the last weight.</summary>
    public static async Task AssertSame(Session session, CatalogueSnapshot catalogue, Survey survey)
    {
        var read = await Read(session, catalogue, survey);
        Assert.That(read, Is.EqualTo(await Stored(session, survey)).AsCollection);
    }

    /// <summary>How many responses of a survey there are, as the service reads it.</summary>
    public static async Task<long> Responses(Session session, CatalogueSnapshot catalogue, Survey survey)
    {
        var cube = await Cube.Read(await Scope(session, catalogue), new CubeQuery { Surveys = [survey], Variables = [], IncludesTest = true });
        return cube.Responses(cube.Rows.Single().Total);
    }

    private static async Task<List<string>> Read(Session session, CatalogueSnapshot catalogue, Survey survey)
    {
        Variable[] variables = [.. survey.Variables.Where(v => v.Kind != Variable.ResponseKind)];
        var cube = await Cube.Read(await Scope(session, catalogue), new CubeQuery
        {
            Surveys = [survey],
            Variables = variables,
            Interval = Interval.Month,
            Rows = [.. survey.Dimensions.Take(1).Select(d => new Axis(d))],
            Cells = [.. survey.Dimensions.Skip(1).Select(d => new Axis(d))],
            IncludesTest = true,
        });
        return [.. cube.Rows.SelectMany(row => row.Cells.SelectMany(cell => survey.Variables.SelectMany(variable => cell.Group.Of(variable.Id)
            .Select(c => Line(row.From!.Value.Year * 100 + row.From.Value.Month, [.. row.By, .. cell.Values], variable.Id, c.Value, c.Complete, c.Sum))))).Order(StringComparer.Ordinal)];
    }

    private static async Task<List<string>> Stored(Session session, Survey survey)
    {
        var cohorts = new Cohorts();
        await cohorts.CatchUp(session);
        var byId = cohorts.Of(survey.Id).ToDictionary(c => c.Id);
        var rows = await session.Connection.QueryAsync<Row>(Tables, new { Survey = survey.Id }, session.Transaction);
        return [.. rows.GroupBy(r => (r.Month, About: string.Join('|', survey.Dimensions.Select(d => byId[r.Cohort].Values.GetValueOrDefault(d))), r.Variable, r.Value, r.Complete))
            .Select(same => Line(same.Key.Month, [same.Key.About], same.Key.Variable, same.Key.Value, same.Key.Complete != 0,
                new CountSum(same.Sum(r => r.N), same.Sum(r => r.Weight), same.Sum(r => r.SquaredWeight)))).Order(StringComparer.Ordinal)];
    }

    private static async Task<ReadScope> Scope(Session session, CatalogueSnapshot catalogue)
    {
        var cohorts = new Cohorts();
        await cohorts.CatchUp(session);
        return new ReadScope(session, cohorts, catalogue, 10, new DateOnly(2026, 11, 22)) { Frozen = new FrozenReleases() };
    }

    private static string Line(int month, IEnumerable<string?> about, int variable, int value, bool complete, CountSum sum) =>
        $"{month} {string.Join('|', about)} {variable}={value} {complete}: {sum.N} {sum.Weight} {sum.SquaredWeight}";

    private sealed class Row
    {
        public int Cohort { get; init; }
        public int Month { get; init; }
        public int Variable { get; init; }
        public int Value { get; init; }
        public int Complete { get; init; }
        public long N { get; init; }
        public long Weight { get; init; }
        public long SquaredWeight { get; init; }
    }
}
