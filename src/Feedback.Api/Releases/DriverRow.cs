using System.Text.Json;
using System.Text.Json.Serialization;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Indicators;

namespace Feedback.Api.Releases;

/// <summary>
/// What a release keeps of one driver, unrounded: how much of the outcome goes with it. Nothing that counts or sums anybody's
/// answers stands beside it but n, which leaves the service rounded.
/// </summary>
/// <param name="Driver">The item's code.</param>
/// <param name="Status">What became of the figure, the same for every driver of a question.</param>
/// <param name="Estimate">Percent of R^2.</param>
/// <param name="Low">Lower limit.</param>
/// <param name="High">Upper limit.</param>
/// <param name="N">People who answered everything.</param>
/// <param name="RSquared">What the drivers explain together, 0..1.</param>
public sealed record DriverRow(string Driver, Status Status, double? Estimate, double? Low, double? High, long? N, double? RSquared)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static DriverRow Of(NamedFigure row) => new(
        row.Name, row.Figure.Status, row.Figure.Estimate, row.Figure.Low, row.Figure.High, row.Figure.N, (double?)row.Figure.Components.GetValueOrDefault("rSquared"));

    /// <summary>The figure, to be gated and rounded.</summary>
    public Figure ToFigure() => new(Status, Estimate, Low, High, N, RSquared is null ? Figure.Withheld.Components : new Dictionary<string, object?> { ["rSquared"] = RSquared });

    /// <summary>As text, the same for the same rows.</summary>
    public static string ToText(IEnumerable<DriverRow> rows) => JsonSerializer.Serialize(rows, Json);

    /// <summary>What a release keeps of a question; null where it was not declared.</summary>
    internal static async Task<IReadOnlyList<DriverRow>?> Read(Session session, SurveyPeriod period, DriverQuestion question) =>
        await session.Row<string>(Queries.ReadRows, new { period.Survey, period.Number, Question = question.Key }) is { } text ? JsonSerializer.Deserialize<DriverRow[]>(text, Json) : null;
}
