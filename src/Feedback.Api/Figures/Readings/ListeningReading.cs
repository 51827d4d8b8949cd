using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Readings;

/// <summary>
/// Who was invited, who answered, where and how soon. Invitations are cut by the same rows, periods and filters as the answers
/// and count on the day they went out; a row stands for everybody who was invited, whether somebody answered or not. Channels are
/// the values of the dimension <c>channel</c>: those the surveys list, and those seen. Units are the live ones with a headcount,
/// each with its own people; with <c>level</c> those of that level with everybody below them.
/// </summary>
internal sealed class ListeningReading : Reading
{
    private const string Channel = "channel";

    private readonly Listening _listening = new();

    public override Indicator Indicator => _listening;

    public override IReadOnlyList<string> Parameters => ["level"];

    public override bool IsAnswered(Variable variable, IndicatorRequest request) => variable.Kind == Variable.DelayKind;

    public override Problem? Refuses(IndicatorRequest request, CatalogueSnapshot catalogue) => request.Level is null || !request.By.Contains(ResponseRules.Unit) ? null
        : Problem.Invalid(ProblemCodes.InvalidParameter, "level", "It does not go with by=unit, which has each unit's own people.");

    public override async Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request)
    {
        var query = CubeQuery.Of(request, Needed(request)) with { Cells = [new Axis(Channel), new Axis(ResponseRules.Unit)] };
        var invited = await InvitedPeople.Read(scope, query);
        if (await Bounded(scope, query, invited) is not { } range) return [];
        var cube = await Cube.Read(scope, query with { Range = range });
        var visible = Visible.Rows(scope, request, cube).ToHashSet();
        var places = new ListeningPlaces(scope, request);
        // A value that the organisation invited people under is no secret of an employee's.
        var rows = cube.Rows.Where(r => visible.Contains(r) || InvitedTo(r) > 0).ToList();
        if (request.Interval != Interval.None && request.By.Count == 0) rows = Trimmed(rows);
        return [.. rows.Concat(Unanswered()).Select(row =>
        {
            var terms = TermsOf(scope, request);
            var counts = new ListeningCounts(InvitedTo(row), cube.Responses(row.Total), places.Channels(cube, row), places.Units(cube, row), DelaysOf(row.Total, query.Variables));
            return new Draft(row.From, row.To, row.By, null, _listening.Of(counts, terms), terms);
        })];

        long InvitedTo(CubeRow row) => invited.Of(BucketOf(row), row.By);

        DateOnly? BucketOf(CubeRow row) => request.Interval == Interval.None ? null : TimeSpans.BucketOf(row.From!.Value, request.Interval);

        // Those whom nobody of answered are no row of the answers.
        IEnumerable<CubeRow> Unanswered()
        {
            var answered = cube.Rows.ToLookup(BucketOf);
            return invited.Rows.Where(i => !answered[i.Bucket].Any(r => r.By.SequenceEqual(i.By))).Select(i =>
            {
                var (from, to) = i.Bucket is { } bucket ? TimeSpans.Within(request.Range, bucket, request.Interval) : (request.Range.From, request.Range.To);
                return new CubeRow(from, to, i.By, []);
            });
        }

        // Ends that were left open are those of what was counted.
        List<CubeRow> Trimmed(List<CubeRow> all)
        {
            if (request.Range.From is null) all = [.. all.SkipWhile(IsEmpty)];
            while (request.Range.To is null && all.Count > 0 && IsEmpty(all[^1])) all.RemoveAt(all.Count - 1);
            return all;
        }

        bool IsEmpty(CubeRow row) => InvitedTo(row) == 0 && cube.Responses(row.Total) <= 0;
    }

    /// <summary>A series holds the periods of invitations as well as those of answers; null if there are neither.</summary>
    private static async Task<DayRange?> Bounded(ReadScope scope, CubeQuery query, InvitedPeople invited)
    {
        if (query.Interval == Interval.None || query.Range is { From: not null, To: not null }) return query.Range;
        var extent = await CountsReader.ReadExtent(scope.Session, [.. query.Surveys.SelectMany(s => s.Variables).Where(v => v.Kind == Variable.ResponseKind)]);
        DateOnly[] days = [.. extent is { From: { } first, To: { } past } ? [first, past.AddDays(-1)] : Array.Empty<DateOnly>(), .. invited.Days is { } sent ? [sent.First, sent.Last] : Array.Empty<DateOnly>()];
        if (days.Length == 0) return null;
        var range = new DayRange(query.Range.From ?? TimeSpans.BucketOf(days.Min(), query.Interval), query.Range.To ?? TimeSpans.EndOf(TimeSpans.BucketOf(days.Max(), query.Interval), query.Interval));
        return range.From < range.To ? range : null;
    }

    private static Dictionary<int, long> DelaysOf(CountedGroup group, IReadOnlyList<Variable> delays)
    {
        var ids = delays.Select(v => v.Id).ToHashSet();
        return group.Rows.Where(r => ids.Contains(r.Variable)).GroupBy(r => r.Value).ToDictionary(days => days.Key, days => days.Sum(r => r.N));
    }
}
