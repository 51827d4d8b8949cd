namespace Feedback.Indicators.Text;

/// <summary>
/// How a text sounds: the shares of it that are negative, neutral and positive (0 to 1, three decimals, adding up to 1 but for
/// rounding; all 0 where there are no words), and the sum of its valences drawn into -1 to 1 (<see cref="Compound"/>, four decimals).
/// </summary>
public readonly record struct Polarity(double Negative, double Neutral, double Positive, double Compound)
{
    /// <summary>From here on a text counts as positive, and from its opposite on as negative (Hutto and Gilbert).</summary>
    public const double Threshold = 0.05;

    /// <summary><c>positive</c>, <c>negative</c> or <c>neutral</c>.</summary>
    public string Label => LabelOf(Compound);

    /// <summary>The label of a compound.</summary>
    public static string LabelOf(double compound) => compound >= Threshold ? "positive" : compound <= -Threshold ? "negative" : "neutral";
}
