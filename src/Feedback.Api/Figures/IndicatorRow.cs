using System.Security.Cryptography;
using System.Text;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>One row of an answer. Its figure has passed the gate; there is no other way to make one.</summary>
/// <param name="Key">Stable for the same row.</param>
/// <param name="From">First day, or null when open.</param>
/// <param name="To">First day after, or null when open.</param>
/// <param name="By">Values of the breakdown, in its order.</param>
/// <param name="Name">What tells the rows of one group apart (facet, option), or null.</param>
/// <param name="Figure">The released figure.</param>
public sealed record IndicatorRow(string Key, DateOnly? From, DateOnly? To, IReadOnlyList<string?> By, string? Name, Released<Figure> Figure)
{
    /// <summary>Gives a row its key, from everything that says which row it is: indicator, surveys, filters, interval, its start and its values. It begins with nothing that a spreadsheet takes for a formula, so that CSV has the same.</summary>
    public static Func<DateOnly?, IReadOnlyList<string?>, string?, string> Keys(IndicatorRequest request, bool isSeries)
    {
        var all = new StringBuilder(request.Indicator.Slug).Append('\n').Append(request.Audience).Append('\n').AppendJoin(',', request.NamesSurveys ? request.Surveys.Select(s => s.Key) : [])
            .Append(request.NamesOthers ? "\u001f" : "").AppendJoin(',', request.NamesOthers ? request.Others.Select(s => s.Key) : []).Append('\n')
            .Append(request.Item).Append('\n').Append(request.Own).Append(request.Interval).Append('\n').Append(request.IsWeighted).Append(request.IncludesTest).Append('\n')
            .AppendJoin('\n', request.Where.OrderBy(w => w.Dimension, StringComparer.Ordinal).Select(w => w.Dimension + ":" + w.Value)).Append('\n')
            .AppendJoin(',', request.By).Append('\n').ToString();
        var end = isSeries ? null : request.Range.To?.DayNumber;
        return (from, by, name) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{all}{from?.DayNumber}\n{end}\n{CubeRow.TextOf(by)}\n{name}")), 0, 15).Replace('+', '.').Replace('/', '_');
    }

    /// <summary>Where the row stands in the order of an answer: time, then values (missing first), then name.</summary>
    public string Position => string.Create(null, $"{From?.DayNumber ?? 0:D8}\n") + string.Join('\n', By.Select(v => v is null ? "\u0001" : "\u0002" + v)) + "\n" + Place + Name;

    /// <summary>What the organisation wants the estimate to be; null for a row without a target.</summary>
    public double? Target { get; init; }

    /// <summary>Whether it is: the interval is on the good side, on the other, or holds the target. Null where there is no target, or no figure.</summary>
    public Reached? Reached { get; init; }

    /// <summary>Rows of one group keep the order the indicator gives them.</summary>
    public string Place { get; init; } = "";
}
