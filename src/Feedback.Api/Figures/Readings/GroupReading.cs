using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Readings;

/// <summary>Indicators whose figure needs nothing but what was counted of one group, so that groups can be put together before it is worked out.</summary>
internal abstract class GroupReading : Reading
{
    /// <summary>The figure of one group, gated, and what it was worked out from, where two of them can be compared by it.</summary>
    protected abstract (Figure Figure, Sample? Sample) Of(Counts counts, IndicatorRequest request, Terms terms);

    /// <summary>What has to be counted for the request.</summary>
    public IReadOnlyList<Variable> Counted(IndicatorRequest request) => Needed(request);

    /// <summary>The row of one group.</summary>
    /// <param name="scope">What it is read from.</param>
    /// <param name="request">What is asked for; of its counts no others.</param>
    /// <param name="row">Its period and values.</param>
    /// <param name="counts">What was counted of the group.</param>
    public Draft DraftOf(ReadScope scope, IndicatorRequest request, CubeRow row, Counts counts)
    {
        var terms = TermsOf(scope, request, Headcounts.Of(scope, request, row));
        var (figure, sample) = Of(counts, request, terms);
        return new Draft(row.From, row.To, row.By, null, figure, terms) { Sample = sample };
    }

    public override async Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request)
    {
        var cube = await Cube.Read(scope, CubeQuery.Of(request, Needed(request)));
        return [.. Visible.Rows(scope, request, cube).Select(row => DraftOf(scope, request, row, cube.CountsOf(row.Total)))];
    }
}
