using System.Text;
using System.Text.Json;
using Feedback.Indicators;

namespace Feedback.Api.Catalogue;

/// <summary>
/// How the answers to an outcome and its drivers are found in the packed answers of one version of a survey. What a complete
/// case answered becomes one number, so that people with the same answers are added up without anything being made for each.
/// </summary>
internal sealed class AnswerPlan
{
    /// <summary>Bits of an answer above its low end (ranges lie within -100..100), of a scale's sum of these, and of how many were added.</summary>
    private const int AnswerBits = 8, SumBits = 24, CountBits = 16;

    private readonly (byte[] Code, int Driver, Item Item)[] _wanted;
    private readonly int _outcomeItems;
    private readonly Audience _audience;

    private AnswerPlan((byte[] Code, int Driver, Item Item)[] wanted, int outcomeItems, Audience audience) =>
        (_wanted, _outcomeItems, _audience) = (wanted, outcomeItems, audience);

    /// <summary>Null where the version does not ask for all of them.</summary>
    public static AnswerPlan? Of(SurveyVersion version, DriverQuestion question, Audience audience)
    {
        var drivers = question.Drivers.Select((code, i) => (Driver: i, Item: version.Find(code))).ToList();
        var outcome = version.Items.Where(i => i.Kind == ItemKind.Rating && question.Outcome.Takes(i.Code, i.Measure)).ToList();
        if (outcome.Count == 0 || drivers.Any(d => d.Item is not { Kind: ItemKind.Rating })) return null;
        var wanted = drivers.Select(d => (d.Driver, Item: d.Item!)).Concat(outcome.Select(i => (Driver: -1, Item: i)));
        return new([.. wanted.OrderBy(w => w.Item.Code, StringComparer.Ordinal).Select(w => (Encoding.UTF8.GetBytes(w.Item.Code), w.Driver, w.Item))], outcome.Count, audience);
    }

    /// <summary>
    /// Reads one response's answers, which are packed in ordinal order of their codes.
    /// </summary>
    /// <returns>False unless every driver has an answer, and the outcome: of a scale as many items as its person score needs.</returns>
    public bool TryRead(ReadOnlySpan<byte> answers, out UInt128 answered)
    {
        answered = 0;
        var (next, count, sum) = (0, 0, 0);
        var json = new Utf8JsonReader(answers);
        json.Read();
        while (next < _wanted.Length && json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            int order;
            while ((order = _wanted[next].Code.AsSpan().SequenceCompareTo(json.ValueSpan)) < 0)
            {
                // It would have stood before.
                if (_wanted[next].Driver >= 0) return false;
                if (++next == _wanted.Length) break;
            }
            json.Read();
            if (order != 0)
            {
                json.Skip();
                continue;
            }
            var (_, driver, item) = _wanted[next++];
            if (json.TokenType == JsonTokenType.Null && driver >= 0) return false;
            if (json.TokenType == JsonTokenType.Null) continue;
            var above = item.Keyed(json.GetInt32()) - item.Low;
            if (driver >= 0) answered |= (UInt128)above << PlaceOf(driver);
            else (count, sum) = (count + 1, sum + above);
        }
        for (; next < _wanted.Length; next++)
        {
            if (_wanted[next].Driver >= 0) return false;
        }
        answered |= (UInt128)count << SumBits | (UInt128)sum;
        return PersonScore.Counts(count, _outcomeItems, _audience);
    }

    /// <summary>People who answered so, as scores on 0..100.</summary>
    public AnswerPattern ToPattern(UInt128 answered, long n)
    {
        var drivers = new double[_wanted.Length - _outcomeItems];
        var (low, high) = (0, 0);
        foreach (var (_, driver, item) in _wanted)
        {
            if (driver < 0) (low, high) = (item.Low, item.High);
            else drivers[driver] = Score(item.Low, item.High, 1, Bits(answered, PlaceOf(driver), AnswerBits));
        }
        return new(Score(low, high, Bits(answered, SumBits, CountBits), Bits(answered, 0, SumBits)), drivers, n);
    }

    private static int PlaceOf(int driver) => SumBits + CountBits + AnswerBits * driver;

    private static double Score(int low, int high, int count, int sum) => PersonScore.Of(low, high, count, sum + count * low);

    private static int Bits(UInt128 number, int first, int count) => (int)(uint)((number >> first) & (((UInt128)1 << count) - 1));
}
