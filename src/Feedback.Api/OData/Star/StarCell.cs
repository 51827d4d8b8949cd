using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Feedback.Api.Catalogue;

namespace Feedback.Api.OData.Star;

/// <summary>One cell of the star: a survey, what is asked of it, a period, a unit with everything below it or the whole, and one value of a dimension or all.</summary>
/// <param name="Survey">The survey.</param>
/// <param name="Subject">The indicator, or the item.</param>
/// <param name="Interval">How long the period is.</param>
/// <param name="Period">The period.</param>
/// <param name="Unit">Null for the whole.</param>
/// <param name="Dimension">Null for all values together.</param>
/// <param name="Value">Null without a dimension.</param>
/// <param name="UpdatedAt">When the cell's figures last changed.</param>
internal sealed record StarCell(Survey Survey, string Subject, StarInterval Interval, StarPeriod Period, string? Unit, string? Dimension, string? Value, DateTimeOffset UpdatedAt)
{
    public string IntervalName => NameOf(Interval);

    public StarPosition PositionAt(int place) => new(Survey.Key, Subject, Interval, Unit, Dimension, Period.From, Value, place);

    /// <summary>What belongs to cells, in their order.</summary>
    public static IEnumerable<T> InOrder<T>(IEnumerable<T> all, Func<T, StarCell> cellOf) => all.Select(one => (Position: cellOf(one).PositionAt(0), One: one)).OrderBy(p => p.Position).Select(p => p.One);

    /// <summary>The same text for the same row for ever; nothing in it looks like a formula to a spreadsheet.</summary>
    /// <param name="set">The set, and what tells the rows of one cell apart.</param>
    public string KeyOf(string set)
    {
        var text = $"{set}\n{Survey.Key}\n{Subject}\n{IntervalName}\n{Period.From.DayNumber}\n{Unit}\n{Dimension}\n{Value}";
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 15)).Replace('-', '.');
    }

    public static string NameOf(StarInterval interval) => interval switch
    {
        StarInterval.Month => "month",
        StarInterval.Quarter => "quarter",
        StarInterval.Year => "year",
        _ => "wave",
    };
}
