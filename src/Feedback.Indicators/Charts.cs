namespace Feedback.Indicators;

/// <summary>
/// Exponentially weighted moving average chart of standardised values (Roberts 1959): z = lambda x + (1 - lambda) z from z = 0,
/// alarm where |z| exceeds L sqrt(lambda/(2 - lambda)).
/// </summary>
/// <param name="Lambda">Weight of the newest value, 0..1.</param>
/// <param name="L">Width of the limits in standard errors.</param>
/// <param name="Value">z so far.</param>
public readonly record struct Ewma(double Lambda, double L, double Value = 0)
{
    /// <summary>The constant limit, in the units of <see cref="Value"/>.</summary>
    public double Limit => L * Math.Sqrt(Lambda / (2 - Lambda));

    public bool Alarm => Math.Abs(Value) > Limit;

    /// <summary>After one more standardised value.</summary>
    public Ewma Add(double x) => this with { Value = Lambda * x + (1 - Lambda) * Value };
}

/// <summary>
/// Two-sided cumulative sum chart of standardised values (Page 1954): up = max(0, up + x - k), down = max(0, down - x - k),
/// alarm where either exceeds h.
/// </summary>
/// <param name="K">Reference value: half the shift to be found.</param>
/// <param name="H">Decision limit.</param>
/// <param name="High">The upper sum so far.</param>
/// <param name="Low">The lower sum so far, positive.</param>
public readonly record struct Cusum(double K, double H, double High = 0, double Low = 0)
{
    public bool Alarm => High > H || Low > H;

    /// <summary>After one more standardised value.</summary>
    public Cusum Add(double x) => this with { High = Math.Max(0, High + x - K), Low = Math.Max(0, Low - x - K) };
}
