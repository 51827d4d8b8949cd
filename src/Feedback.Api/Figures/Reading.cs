using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>How the rows of one indicator are made from what is stored: which counts it reads, along what they are cut, and what is done with them.</summary>
public abstract class Reading
{
    public abstract Indicator Indicator { get; }

    /// <summary>The query parameters it knows beside <see cref="Common"/>.</summary>
    public virtual IReadOnlyList<string> Parameters => [];

    /// <summary>Those of <see cref="Common"/> that say nothing here and are refused.</summary>
    public virtual IReadOnlyList<string> Without => [];

    /// <summary>Every parameter that indicators know in common.</summary>
    public static readonly string[] Common = ["audience", "survey", "from", "to", "period", "interval", "by", "where", "weighted", "includeTest"];

    /// <summary>Whether both audiences are compared, so that surveys of both are read.</summary>
    public virtual bool ComparesAudiences => false;

    /// <summary>What <c>measure</c> is when it is not given; null for an indicator without that parameter.</summary>
    public virtual string? DefaultMeasure(Audience audience) => null;

    /// <summary>Whether <c>measure</c> has to be given where it has no default.</summary>
    public virtual bool NeedsMeasure => true;

    /// <summary>Whether <c>measure</c> may be <c>topics</c>, or <c>topic:CODE</c>.</summary>
    public virtual bool TakesTopics => false;

    /// <summary>What <c>over</c> is when it is not given.</summary>
    public virtual string DefaultOver => "";

    /// <summary>Facets that <c>over</c> may name beside registered dimensions; only with them may it name several.</summary>
    public virtual IReadOnlyList<string> OwnFacets => [];

    /// <summary>What <c>by</c> may name beside registered dimensions.</summary>
    public virtual IReadOnlyList<string> OwnColumns(IndicatorRequest request) => [];

    /// <summary>What is wrong with a request whose parameters are each well formed; null if nothing is.</summary>
    public virtual Problem? Refuses(IndicatorRequest request, CatalogueSnapshot catalogue) => null;

    /// <summary>What is wrong with a parameter that filters by a dimension which the audience's surveys register; null if nothing is.</summary>
    public virtual Problem? RefusesFilter(string parameter, string dimension, IndicatorRequest request) => null;

    /// <summary>Whether the request's interval makes a row a period.</summary>
    public virtual bool IsSeries(IndicatorRequest request) => request.Interval != Interval.None;

    /// <summary>Whether one figure of employees is worked out over several released periods, so that none has to be named.</summary>
    public virtual bool SpansPeriods(IndicatorRequest request) => false;

    /// <summary>Whether the survey asks what the figure needs: others decide neither k nor dimensions nor groups.</summary>
    public virtual bool Asks(Survey survey, IndicatorRequest request) => survey.Variables.Any(v => IsAnswered(v, request));

    /// <summary>Whether people answered to this what the figure is about.</summary>
    public abstract bool IsAnswered(Variable variable, IndicatorRequest request);

    /// <summary>The column that names the rows if one group has several, else null.</summary>
    public virtual string? RowColumnOf(IndicatorRequest request) => Indicator.RowColumn;

    /// <summary>Whether its rows carry samples, so that initiatives can be judged by it.</summary>
    public virtual bool HasSamples(IndicatorRequest request) => false;

    /// <summary>Whether <c>change</c> may be asked of it.</summary>
    public virtual bool IsCompared => true;

    /// <summary>The components of its rows, in order.</summary>
    public virtual IReadOnlyList<string> ComponentsOf(IndicatorRequest request) => Indicator.Components;

    /// <summary>The rows, their figures gated by the indicator; in any order.</summary>
    public abstract Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request);

    /// <summary>Those of some surveys that ask what the figure needs: others must decide neither k nor dimensions nor groups. All of them when none does.</summary>
    public IReadOnlyList<Survey> Asking(IReadOnlyList<Survey> surveys, IndicatorRequest request)
    {
        List<Survey> asking = [.. surveys.Where(s => Asks(s, request))];
        return asking.Count > 0 ? asking : surveys;
    }

    /// <summary>What has to be counted for the request.</summary>
    protected List<Variable> Needed(IndicatorRequest request) => [.. request.Surveys.SelectMany(s => s.Variables).Where(v => IsAnswered(v, request))];

    /// <summary>Whether a variable counts answers to a construct: its scale, or the rating items it is made of.</summary>
    internal static bool IsOf(Variable variable, Construct construct) => variable.Kind switch
    {
        Variable.ScaleKind => construct.Scale == variable.Name,
        Variable.ItemKind => variable.Items == Variable.Rating && construct.Takes(variable.Name, variable.Measure),
        _ => false,
    };

    /// <summary>
    /// Refuses a measure that a survey asks for in several items, such as <c>experience</c>: answers would stand for people, so
    /// that few people looked like many, and their answers like answers of strangers.
    /// </summary>
    protected static Problem? RefusesRepeated(IndicatorRequest request) =>
        request.Measure is { Scale: null } measure && request.Surveys.Any(s => s.Versions.Any(v => v.Items.Count(i => i.Kind == ItemKind.Rating && measure.Takes(i.Code, i.Measure)) > 1))
            ? Problem.Invalid(ProblemCodes.InvalidParameter, "measure", "One person answers several items of it; name one of them by item:CODE.")
            : null;

    /// <summary>Refuses a level where units are not compared, and rows that hold one cell each.</summary>
    protected static Problem? RefusesOver(IndicatorRequest request) =>
        request.Level is not null && !request.Over.Contains(ResponseRules.Unit) ? Problem.Invalid(ProblemCodes.InvalidParameter, "level", "Only units have levels; over does not name them.")
        : request.Over.Any(request.By.Contains) ? Problem.Invalid(ProblemCodes.InvalidParameter, "over", "It names nothing that stands in by.")
        : null;

    /// <summary>The dimension of <c>over</c>, units at the level asked for.</summary>
    protected static Axis AxisOf(ReadScope scope, IndicatorRequest request, string dimension) =>
        dimension == ResponseRules.Unit ? Axis.Units(scope.Units, request.Level) : new Axis(dimension);

    /// <summary>How long the periods are that are compared with each other: the interval asked for, else those of the surveys.</summary>
    protected static Interval LengthOf(IndicatorRequest request) => request.Interval == Interval.None ? TimeSpans.GridOf(request.Surveys, request.Audience) : request.Interval;

    protected static Terms TermsOf(ReadScope scope, IndicatorRequest request, long? headcount = null) =>
        new(request.Audience, request.MinimumGroup(scope.MinimumGroup), request.IsWeighted, headcount);

    /// <summary>How the figure of a row is asked for: of employees with the headcount, and with everybody beside it. Sides of a comparison are two answers to one question and no complete counts, so they have no headcount.</summary>
    protected static Terms TermsOf(ReadScope scope, IndicatorRequest request, Cube cube, CubeRow row)
    {
        var terms = TermsOf(scope, request, request.IsCompared ? null : row.Headcount);
        return row.Whole is null ? terms : terms with { Whole = cube.WholeOf(row), Guarded = cube.IsGuarded(row.Total, terms.MinimumGroup) };
    }
}
