using Feedback.Api.Ingest;
using Feedback.Indicators;
using Target = Feedback.Api.Catalogue.Target;

namespace Feedback.Api.Figures;

/// <summary>Which rows of an answer have a target: those of the whole or of one unit, where what is asked is what the target is about (<see cref="TargetQuestion"/>).</summary>
public sealed class TargetBook
{
    private readonly ReadScope _scope;
    private readonly IndicatorRequest _request;
    private readonly Dictionary<string, Target> _byUnit;

    public TargetBook(ReadScope scope, Reading reading, IndicatorRequest request)
    {
        (_scope, _request) = (scope, request);
        _byUnit = MayHaveTargets(request) ? Targets(reading) : [];
    }

    /// <summary>The target of a row and whether it is reached; nulls where there is none. Rows that end later than the target's day have none.</summary>
    public (double? Target, Reached? Reached) Of(IndicatorRow row)
    {
        if (UnitOf(row) is not { } unit || !_byUnit.TryGetValue(unit, out var target)) return (null, null);
        return IsOver(target, row.To ?? _scope.Today.AddDays(1)) ? (null, null) : (target.Value, Judge(target, row.Figure.Value));
    }

    /// <summary>Whether the target's day lies before the last day of a period.</summary>
    /// <param name="target">The target.</param>
    /// <param name="to">The first day after the period.</param>
    internal static bool IsOver(Target target, DateOnly to) => to.AddDays(-1) > target.Until;

    /// <summary>Whether a figure reaches the target; null where there is no figure.</summary>
    internal static Reached? Judge(Target target, Figure figure) => Feedback.Indicators.Target.Of(figure, target.Value, target.Direction);

    /// <summary>Those about the request's measure, by unit, if nothing else that was asked makes another figure of it; what counts are cut by in time does not.</summary>
    private Dictionary<string, Target> Targets(Reading reading)
    {
        var (standard, measure) = (reading.DefaultMeasure(_request.Audience), TargetQuestion.MeasureOf(_request));
        var about = _scope.Catalogue.Targets.Where(t => t.Audience == _request.Audience && t.Indicator == _request.Indicator.Slug && (t.Measure ?? standard) == measure).ToList();
        if (about.Count == 0 || TargetQuestion.Ask(reading, _request.Audience, measure, _scope.Catalogue, out var asked) is not null) return [];
        return (asked!.Own, asked.Item) == (_request.Own, _request.Item) ? about.ToDictionary(t => t.Unit ?? "", StringComparer.Ordinal) : [];
    }

    private static bool MayHaveTargets(IndicatorRequest request) =>
        request is { IsWeighted: false, IncludesTest: false } && request.By.All(d => d == ResponseRules.Unit) && request.Where.All(w => w.Dimension == ResponseRules.Unit);

    /// <summary>The unit a row is about, "" for the whole; null for a row that is about neither. Broken down by unit a row holds the unit's own answers only, so that units with others below them have none.</summary>
    private string? UnitOf(IndicatorRow row)
    {
        if (row.Name is not (null or Consistency.All)) return null;
        if (_request.By.Count == 0) return _request.Where.Count == 0 ? "" : _request.Where[0].Value;
        return row.By[0] is { } unit && _scope.Units.WithDescendants(unit).Count == 1 ? unit : null;
    }
}
