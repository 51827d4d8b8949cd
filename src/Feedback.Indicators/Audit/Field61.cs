namespace Feedback.Indicators.Audit;

/// <summary>Whole numbers modulo the prime p = 2^61 - 1. Arguments and results are below p.</summary>
internal static class Field61
{
    public const ulong Prime = (1UL << 61) - 1;

    public static ulong Add(ulong a, ulong b)
    {
        var sum = a + b;
        return sum >= Prime ? sum - Prime : sum;
    }

    public static ulong Subtract(ulong a, ulong b) => a >= b ? a - b : a + Prime - b;

    public static ulong Negate(ulong a) => a == 0 ? 0 : Prime - a;

    /// <summary>2^61 is 1 modulo p, so the upper bits are added to the lower.</summary>
    public static ulong Multiply(ulong a, ulong b)
    {
        var upper = Math.BigMul(a, b, out var lower);
        return Add(lower & Prime, (upper << 3) | (lower >> 61));
    }

    /// <summary>The number that gives 1 when multiplied by this one: a^(p - 2), by Fermat.</summary>
    public static ulong Invert(ulong a)
    {
        if (a == 0) throw new DivideByZeroException();
        var (result, power) = (1UL, a);
        for (var exponent = Prime - 2; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1) result = Multiply(result, power);
            power = Multiply(power, power);
        }
        return result;
    }
}
