using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Readings;

/// <summary>
/// Who was invited, who answered, where and how soon. Invitations are cut by the same rows, periods and filters as the answers
/// and count on the day they went out; a row stands for everybody who was invited, whether somebody answered or not. Channels are
/// the values of the dimension <c>channel</c>: those the surveys list, and those seen. Units are the live ones with a headcount,
/// each with its own people; with <c>level</c> those of that level with everybody below them. Employees: <see cref="ReleasedListening"/>.
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
        if (request.Audience == Audience.Employee) return await ReleasedListening.Read(scope, request, _listening);
        var query = CubeQuery.Of(request, Needed(request)) with { Cells = [new Axis(Channel), new Axis(ResponseRules.Unit)] };
        var invited = await InvitedPeople.Read(scope, query);
        var cube = await Cube.Read(scope, query);
        var places = new ListeningPlaces(scope, request);
        var flags = await RaisedConcerns.Read(scope, request, request.Interval);
        List<CubeRow> rows = [.. cube.Rows, .. Unanswered()];
        if (request.Interval != Interval.None && request.By.Count == 0 && rows.Count > 0) rows.AddRange(Empty([.. rows.Select(r => BucketOf(r)!.Value)]));
        return [.. rows.Select(row =>
        {
            var terms = TermsOf(scope, request);
            var counts = new ListeningCounts(InvitedTo(row), cube.Responses(row.Total), places.Channels(cube, row), places.Units(cube, row), DelaysOf(row.Total, query.Variables)) { Flags = flags.Of(BucketOf(row), row.ByText) };
            return new Draft(row.From, row.To, row.By, null, _listening.Of(counts, terms), terms);
        })];

        long InvitedTo(CubeRow row) => invited.Of(BucketOf(row), row.ByText);

        DateOnly? BucketOf(CubeRow row) => request.Interval == Interval.None ? null : TimeSpans.BucketOf(row.From!.Value, request.Interval);

        // Those whom nobody of answered are no row of the answers.
        IEnumerable<CubeRow> Unanswered()
        {
            var answered = cube.Rows.Select(r => (BucketOf(r), r.ByText)).ToHashSet();
            return invited.Without(answered).Select(i => EmptyRow(i.Bucket, i.By));
        }

        // A series leaves out no period between its ends; where they are open, those of answers and invitations.
        IEnumerable<CubeRow> Empty(HashSet<DateOnly> filled)
        {
            var first = request.Range.From is { } from ? TimeSpans.BucketOf(from, request.Interval) : filled.Min();
            var past = request.Range.To ?? TimeSpans.EndOf(filled.Max(), request.Interval);
            for (var bucket = first; bucket < past; bucket = TimeSpans.EndOf(bucket, request.Interval))
            {
                if (!filled.Contains(bucket)) yield return EmptyRow(bucket, []);
            }
        }

        CubeRow EmptyRow(DateOnly? bucket, IReadOnlyList<string?> by)
        {
            var (from, to) = bucket is { } start ? TimeSpans.Within(request.Range, start, request.Interval) : (request.Range.From, request.Range.To);
            return new CubeRow(from, to, by, []);
        }
    }

    private static Dictionary<int, long> DelaysOf(CountedGroup group, IReadOnlyList<Variable> delays) =>
        delays.SelectMany(v => group.Of(v.Id)).GroupBy(c => c.Value).ToDictionary(days => days.Key, days => days.Sum(c => c.Sum.N));
}
