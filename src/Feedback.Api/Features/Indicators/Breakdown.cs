using Feedback.Api.Catalogue;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using static Feedback.Api.Features.Indicators.QueryText;

namespace Feedback.Api.Features.Indicators;

/// <summary>What <c>by</c> may name: registered dimensions, and columns that single indicators make.</summary>
internal static class Breakdown
{
    public static Problem? Check(Reading reading, IndicatorRequest request)
    {
        if (request.By.Count > 2) return Invalid("by", "There are at most two dimensions.");
        if (request.By.Distinct(StringComparer.Ordinal).Count() < request.By.Count) return Invalid("by", "A dimension stands twice.");
        foreach (var dimension in request.By)
        {
            if (reading.OwnColumns(request).Contains(dimension)) continue;
            if (dimension == IndicatorRequest.Touchpoint) return Invalid("by", "Only item without an item code is broken down by touchpoint.");
            if (!IsRegistered(dimension, request.Surveys)) return Problem.Invalid(ProblemCodes.UnknownDimension, "by", "None of the surveys registers the dimension.");
        }
        return null;
    }

    public static bool IsRegistered(string dimension, IReadOnlyList<Survey> surveys) =>
        dimension == ResponseRules.Unit || surveys.Any(s => s.Dimensions.Contains(dimension));
}
