using Feedback.Api.Catalogue;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Indicators;
using static Feedback.Api.Features.Indicators.QueryText;

namespace Feedback.Api.Features.Indicators;

/// <summary>What <c>change</c> compares: two periods, two groups, or the time before and after an initiative.</summary>
internal static class ComparedParameters
{
    public static Problem? Read(IQueryCollection query, CatalogueSnapshot catalogue, Reading inner, ref IndicatorRequest request)
    {
        var of = request with { Indicator = inner.Indicator };
        if (query.Text("initiative") is { } key)
        {
            if (query.ContainsKey("before") || query.ContainsKey("after")) return Invalid("initiative", "It does not go with before and after.");
            if (!catalogue.Initiatives.Any(i => i.Key == key)) return Problem.NotFound(ProblemCodes.UnknownInitiative, "There is no such initiative.");
            if (request.Range is not (null, null)) return Invalid("initiative", "It says itself which periods are compared: there is no from, to or period.");
            if (!inner.HasSamples(of)) return Invalid("of", "An initiative is judged by a mean, a share or a net figure with one row a unit: not by the options of a choice item, and not by other figures.");
            if (request.By.Count > 0 || request.Where.Any(w => w.Dimension == "unit")) return Invalid("initiative", "Units are compared already: there is neither by nor a filter by unit.");
            request = request with { Comparison = new(of, null, null, key) };
            return null;
        }
        if (Side(query, "before", catalogue, inner, request, out var before) is { } beforeProblem) return beforeProblem;
        if (Side(query, "after", catalogue, inner, request, out var after) is { } afterProblem) return afterProblem;
        if (before!.Group?.Dimension != after!.Group?.Dimension) return Invalid("after", "Both are periods, or both are values of one dimension.");
        if (before == after) return Invalid("after", "It is another one than before.");
        if (before.Range is { } earlier && after.Range is { } later && earlier.To > later.From) return Invalid("after", "It begins when before has ended.");
        if (before.Group is (ResponseRules.Unit, var one) && after.Group is (_, var other) && catalogue.Units.Overlap(one, other)) return Invalid("after", "Neither unit lies inside the other.");
        request = request with { Comparison = new(of, before, after, null) };
        return null;
    }

    private static Problem? Side(IQueryCollection query, string name, CatalogueSnapshot catalogue, Reading inner, IndicatorRequest request, out ComparedSide? side)
    {
        side = null;
        if (query.Text(name) is not { } text) return Invalid(name, "It is a period such as 2026-Q3 or 2026-01-01..2026-04-01, or dimension:value.");
        if ((request.Audience == Audience.Employee ? ReleasedRange.Find(text, catalogue, request.Surveys)?.Range : Period(text)) is { } range)
        {
            if (request.Range is not (null, null)) return Invalid(name, "Periods do not go with from, to and period.");
            side = new(range, null);
            return null;
        }
        if (Filter(text) is not { } group) return Invalid(name, "It is a period such as 2026-Q3 or 2026-01-01..2026-04-01, or dimension:value.");
        if (!Breakdown.IsRegistered(group.Dimension, request.Surveys)) return Problem.Invalid(ProblemCodes.UnknownDimension, name, "None of the surveys registers the dimension.");
        if (inner.RefusesFilter(name, group.Dimension, request) is { } refused) return refused;
        if (request.By.Contains(group.Dimension) || request.Where.Any(w => w.Dimension == group.Dimension)) return Invalid(name, "Its dimension is neither in by nor in where.");
        side = new(null, group);
        return null;
    }
}
