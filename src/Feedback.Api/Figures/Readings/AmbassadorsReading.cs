using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Readings;

/// <summary>
/// Who speaks for the organisation, inside and outside: employees' and customers' answers to <c>recommend</c>, all together and by
/// unit, from one snapshot. Customers are counted in the same range and under the same unit as the employees of the row.
/// </summary>
internal sealed class AmbassadorsReading : Reading
{
    private static readonly Construct Recommend = Construct.Parse(Measure.Recommend);

    private readonly Ambassadors _ambassadors = new();

    public override Indicator Indicator => _ambassadors;

    public override IReadOnlyList<string> Parameters => ["level"];

    public override IReadOnlyList<string> Without => ["by"];

    public override bool ComparesAudiences => true;

    public override bool IsAnswered(Variable variable, IndicatorRequest request) => IsOf(variable, Recommend);

    public override bool HasSamples(IndicatorRequest request) => true;

    public override Problem? RefusesFilter(string parameter, string dimension, IndicatorRequest request) => dimension == ResponseRules.Unit ? null
        : Problem.Invalid(ProblemCodes.InvalidParameter, parameter, "It is filtered by unit only.");

    public override async Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request)
    {
        var axis = Axis.Units(scope.Units, request.Level);
        var (inside, outside) = (AudienceSide.Asked(request, Recommend), AudienceSide.Other(request, Recommend));
        var (employees, customers) = (await inside.Read(scope, request, request.Interval, axis), await outside.Read(scope, request, request.Interval, axis));
        var rowsOutside = customers.Rows.ToLookup(r => (r.From, r.ByText));
        return [.. employees.Rows.Select(row =>
        {
            var terms = TermsOf(scope, request, employees, row);
            var cells = rowsOutside[(row.From, row.ByText)].SelectMany(r => r.Cells).ToList();
            // Customers count under the tree of today, and a sum of small cells is one.
            var units = row.Cells.Where(c => c.Name is not null && c.Under == scope.Units.LeavesUnder(c.Name) && !employees.IsGuarded(c.Group, terms.MinimumGroup))
                .Select(c => new AmbassadorUnit(c.Name!, employees.CountsOf(c.Group), OfCustomers(cells.Where(o => o.Name == c.Name))));
            var all = employees.CountsOf(row.Total);
            return new Draft(row.From, row.To, row.By, null, _ambassadors.Of(all, OfCustomers(cells), [.. units], terms), terms) { Sample = _ambassadors.SampleOf(all, terms), Under = row.Under };
        })];

        // Customers have a k of their own; below it there are none. The indicator asks them the employees' k besides.
        Counts OfCustomers(IEnumerable<CubeCell> cells)
        {
            var (counts, terms) = (customers.CountsOf(CountedGroup.Sum([.. cells.Select(c => c.Group)])), outside.TermsOf(scope.MinimumGroup));
            return Recommend.Scores(counts, terms).N >= terms.MinimumGroup ? counts : Counts.Empty;
        }
    }
}
