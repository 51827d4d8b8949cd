using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;
using Feedback.Indicators;
using Item = Feedback.Indicators.Item;

namespace Feedback.Api.Features.Indicators;

/// <summary>Makes the rows of an answer from what was counted: lists the groups, asks the indicator, and passes every figure through the gate.</summary>
internal sealed class RowMaker(Indicator indicator, IndicatorRequest request, Groups groups, Dictionary<(int Bucket, int Part), CountedGroup> counted,
    IReadOnlyCollection<Variable> variables, CatalogueSnapshot catalogue, int minimumGroup)
{
    private readonly ILookup<int, (string Code, int Number)> _options = request.Surveys
        .SelectMany(s => s.Versions).SelectMany(v => v.Items).SelectMany(i => i.Options.Select(o => (i.Variable, Option: (Code: o.Key, Number: o.Value)))).Distinct()
        .ToLookup(o => o.Variable, o => o.Option);

    /// <summary>All rows, in order.</summary>
    public List<IndicatorRow> Rows(IReadOnlyList<DateOnly?> buckets)
    {
        var rows = new List<IndicatorRow>();
        foreach (var bucket in buckets)
        {
            for (var part = 0; part < groups.Values.Count; part++)
            {
                var group = counted.GetValueOrDefault((bucket is { } day ? Days.Number(day) : 0, part));
                if (request.By.Count > 0 && (group is null || !HasResponses(group) || IsUnlisted(groups.Values[part], group))) continue;
                rows.AddRange(request.By.Contains(IndicatorRequest.Touchpoint) ? ByTouchpoint(bucket, part, group) : Of(bucket, groups.Values[part], group, variables));
            }
        }
        rows.Sort((a, b) => string.CompareOrdinal(a.Position, b.Position));
        return rows;
    }

    /// <summary>Whether a response is left in the group.</summary>
    public bool HasResponses(CountedGroup group) =>
        group.Rows.Any(r => r.N > 0 && variables.Any(v => v.Id == r.Variable && v.Kind == Variable.ResponseKind));

    /// <summary>Employees: a value that the survey does not list may be a name; it is shown once k people have it (API, Surveys).</summary>
    private bool IsUnlisted(string?[] values, CountedGroup group)
    {
        if (request.Audience != Audience.Employee) return false;
        var responses = group.Rows.Where(r => variables.Any(v => v.Id == r.Variable && v.Kind == Variable.ResponseKind)).Sum(r => r.N);
        return responses < minimumGroup && request.CohortDimensions.Zip(values).Any(d => d.Second is not null && d.First != ResponseRules.Unit && !IsListed(d.First, d.Second));
    }

    private bool IsListed(string dimension, string value) =>
        request.Surveys.Any(s => s.Versions.Any(v => v.DimensionValues.GetValueOrDefault(dimension)?.Contains(value) == true));

    private IEnumerable<IndicatorRow> ByTouchpoint(DateOnly? bucket, int part, CountedGroup? group)
    {
        var place = request.By.ToList().IndexOf(IndicatorRequest.Touchpoint);
        foreach (var own in variables.Where(v => v.Touchpoint is not null).GroupBy(v => v.Touchpoint!, StringComparer.Ordinal))
        {
            var values = groups.Values[part].ToList();
            values.Insert(place, own.Key);
            foreach (var row in Of(bucket, values, group, [.. own])) yield return row;
        }
    }

    private IEnumerable<IndicatorRow> Of(DateOnly? bucket, IReadOnlyList<string?> by, CountedGroup? group, IReadOnlyCollection<Variable> read)
    {
        var terms = new Terms(request.Audience, minimumGroup, request.IsWeighted, Headcount(bucket, by));
        var counts = CountsReader.ToCounts(group, read, v => [.. _options[v.Id]]);
        var figures = Figures(counts, terms);
        var (from, to) = Ends(bucket);
        for (var i = 0; i < figures.Count; i++)
        {
            var (name, figure) = figures[i];
            yield return new IndicatorRow(IndicatorRow.KeyOf(indicator.Slug, request, from, by, name), from, to, by, name, Anonymity.Release(figure, terms))
            {
                Place = i.ToString("D6", null),
            };
        }
    }

    private IReadOnlyList<(string? Name, Figure Figure)> Figures(Counts counts, Terms terms)
    {
        if (indicator is Consistency consistency)
        {
            // Without one common range there is nothing to compare; the rows are there all the same.
            return Named(consistency.Rows(new ConsistencyInput([Facet.Touchpoints(counts, terms)], Construct.Parse(Measure.Experience).Options(counts)), terms));
        }
        if (indicator is Item item && counts.Choices.Count > 0) return Named(item.Options(Counts.Sum([counts]).Choices[0], terms));
        return [(null, ((CountedIndicator)indicator).Of(counts, terms))];
    }

    private static List<(string? Name, Figure Figure)> Named(IReadOnlyList<NamedFigure> rows) => [.. rows.Select(r => ((string?)r.Name, r.Figure))];

    /// <summary>
    /// The people the answers come from, where that is known: employees, one survey, one of its periods, and no filter but a
    /// unit. Over several periods one person answers more than once, and a headcount means nothing.
    /// </summary>
    private long? Headcount(DateOnly? bucket, IReadOnlyList<string?> by)
    {
        if (request.Audience != Audience.Employee || request.Surveys.Count != 1 || request.IncludesTest) return null;
        if (request.By.Any(d => d != ResponseRules.Unit) || request.Where.Any(w => w.Dimension != ResponseRules.Unit)) return null;
        var (from, to) = Ends(bucket);
        var grid = request.Surveys[0].Grid;
        if (from is not { } first || to is not { } past || grid == "wave" || Periods.NumberOf(grid, Days.Number(first)) != Periods.NumberOf(grid, Days.Number(past.AddDays(-1)))) return null;
        if (request.By.Count > 0) return by[0] is { } code ? catalogue.Units.Find(code)?.Headcount : null;
        return request.Where.Count > 0 ? catalogue.Units.Headcount(request.Where[0].Value) : catalogue.Units.Headcount();
    }

    private (DateOnly? From, DateOnly? To) Ends(DateOnly? bucket)
    {
        if (bucket is not { } start) return (request.Range.From, request.Range.To);
        var end = TimeSpans.EndOf(start, request.Interval);
        return (request.Range.From is { } from && from > start ? from : start, request.Range.To is { } to && to < end ? to : end);
    }
}
