using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>Rows that were worked out from raw answers once are read from then on, while the period is over and its counts stay what they were.</summary>
internal static class ClosedPeriod
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Another build may compute another way.</summary>
    private static readonly string Build = $"{typeof(ClosedPeriod).Module.ModuleVersionId}{typeof(Indicator).Module.ModuleVersionId}";

    /// <summary>What is kept of a row; the rest follows from the question.</summary>
    private sealed record Kept(IReadOnlyList<string?> By, string? Name, int Place, Status Status, double? Estimate, double? Low, double? High, long? N, IReadOnlyDictionary<string, double> Components);

    /// <summary>The rows as kept, else as computed. A range that lasts until today or longer is computed each time.</summary>
    /// <param name="scope">With the store of kept rows; without one everything is computed.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="query">Which answers it is about.</param>
    /// <param name="cube">Their counts.</param>
    /// <param name="terms">How it is asked for.</param>
    /// <param name="compute">Reads the raw answers.</param>
    public static async Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request, CubeQuery query, Cube cube, Terms terms, Func<Task<IReadOnlyList<Draft>>> compute)
    {
        if (scope.Computed is not { } computed || request.Range.To is not { } past || past > scope.Today) return await compute();
        var key = new ComputedKey(
            Question(scope, request, terms), Fingerprint(query, cube), request.Range.From is { } first ? Days.Number(first) : 0, Days.Number(past));
        if (await ComputedRows.Find(scope.Session, key) is { } figures)
            return [.. JsonSerializer.Deserialize<Kept[]>(figures, Json)!.Select(k => ToDraft(k, request, terms))];
        var rows = await compute();
        computed.Keep(key, JsonSerializer.Serialize(rows.Select(ToKept), Json));
        return rows;
    }

    private static string Question(ReadScope scope, IndicatorRequest request, Terms terms)
    {
        var text = new StringBuilder(Build).Append('\n').Append(request.Indicator.Slug).Append('\n').AppendJoin(',', request.Surveys.Select(s => s.Id)).Append('\n')
            .Append(request.Range.From?.DayNumber).Append(',').Append(request.Range.To?.DayNumber).Append('\n')
            .Append(request.Own).Append('\n').AppendJoin(',', request.By).Append('\n').Append(request.IncludesTest).Append('\n').Append(terms.MinimumGroup);
        foreach (var (dimension, value) in request.Where.OrderBy(w => w.Dimension, StringComparer.Ordinal))
        {
            // Units move in the tree: those that count now.
            string[] allowed = dimension == ResponseRules.Unit ? [.. scope.Units.WithDescendants(value).Order(StringComparer.Ordinal)] : [value];
            text.Append('\n').Append(dimension).Append('\u001f').AppendJoin('\u001f', allowed);
        }
        return Hash(text);
    }

    /// <summary>Of what was counted in every row. Erasing takes kept rows away by itself, for the counts could be made the same again.</summary>
    private static string Fingerprint(CubeQuery query, Cube cube)
    {
        var text = new StringBuilder();
        foreach (var row in cube.Rows.OrderBy(r => r.ByText, StringComparer.Ordinal))
        {
            text.Append(row.ByText).Append('\n').Append(cube.Responses(row.Total)).Append('\n');
            foreach (var variable in query.Variables.OrderBy(v => v.Id))
            {
                var counts = cube.CountsOf(row.Total, [variable]);
                text.Append(variable.Id).Append(':');
                foreach (var value in counts.Items.SelectMany(i => i.Values).OrderBy(v => v.Value).ThenBy(v => v.Complete)) text.Append(value.Value).Append(value.Complete ? '+' : ',').Append(value.N).Append(';');
                foreach (var scale in counts.Scales.SelectMany(s => s.Shapes).SelectMany(s => s.Rows).OrderBy(s => s.Answered).ThenBy(s => s.Total)) text.Append(scale.Answered).Append(',').Append(scale.Total).Append(',').Append(scale.N).Append(';');
            }
        }
        return Hash(text);
    }

    private static Kept ToKept(Draft draft) => new(
        draft.By, draft.Name, draft.Place, draft.Figure.Status, draft.Figure.Estimate, draft.Figure.Low, draft.Figure.High, draft.Figure.N,
        draft.Figure.Components.ToDictionary(c => c.Key, c => (double)c.Value!));

    private static Draft ToDraft(Kept kept, IndicatorRequest request, Terms terms) => new(request.Range.From, request.Range.To, kept.By, kept.Name,
        new Figure(kept.Status, kept.Estimate, kept.Low, kept.High, kept.N, kept.Components.ToDictionary(c => c.Key, c => (object?)c.Value)), terms)
    { Place = kept.Place };

    private static string Hash(StringBuilder text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
}
