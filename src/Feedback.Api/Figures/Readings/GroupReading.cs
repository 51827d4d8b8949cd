using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Readings;

/// <summary>Indicators whose figure needs nothing but what was counted of one group, so that groups can be put together before it is worked out.</summary>
internal abstract class GroupReading : Reading
{
    /// <summary>The figure of one group, gated.</summary>
    protected abstract Figure Of(Counts counts, IndicatorRequest request, Terms terms);

    /// <summary>What the figure is worked out from, where two of them can be compared by it.</summary>
    protected abstract Sample? SampleOf(Counts counts, IndicatorRequest request, Terms terms);

    /// <summary>What has to be counted for the request.</summary>
    public IReadOnlyList<Variable> Counted(IndicatorRequest request) => Needed(request);

    /// <summary>The row of one group.</summary>
    /// <param name="scope">What it is read from.</param>
    /// <param name="request">What is asked for; of its counts no others.</param>
    /// <param name="cube">Where the row is from.</param>
    /// <param name="row">Its period, values and counts.</param>
    /// <param name="variables">Those of the counts that the figure is about; all of them when null.</param>
    public Draft DraftOf(ReadScope scope, IndicatorRequest request, Cube cube, CubeRow row, IReadOnlyList<Variable>? variables = null)
    {
        var terms = TermsOf(scope, request, cube, row);
        var counts = cube.CountsOf(row.Total, variables);
        return new Draft(row.From, row.To, row.By, null, Of(counts, request, terms), terms) { Sample = request.IsCompared ? SampleOf(counts, request, terms) : null, Under = row.Under };
    }

    public override async Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request)
    {
        var cube = await Cube.Read(scope, CubeQuery.Of(request, Needed(request)));
        IReadOnlyList<CubeRow> rows = [.. Visible.Rows(scope, request, cube)];
        if (rows is [{ Whole: not null, Total.IsEmpty: true } hidden]) WorkInVain(scope, request, cube, hidden);
        return ManyRows.Each(scope, request, rows, row => DraftOf(scope, request, cube, row));
    }

    /// <summary>A cell of employees that is asked for alone and hidden takes the time of one that is shown: the figure of everybody is worked out and thrown away.</summary>
    private void WorkInVain(ReadScope scope, IndicatorRequest request, Cube cube, CubeRow hidden)
    {
        var everybody = DraftOf(scope, request, cube, hidden with { Total = hidden.Whole! });
        Anonymity.Release(everybody.Figure, Indicator, everybody.Terms);
    }
}
