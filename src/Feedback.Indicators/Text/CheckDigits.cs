namespace Feedback.Indicators.Text;

/// <summary>The check digits of the numbers of people in registers, digit by digit as their authorities publish them.</summary>
internal static class CheckDigits
{
    private static readonly int[][] Dihedral =
    [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 4, 0, 6, 7, 8, 9, 5], [2, 3, 4, 0, 1, 7, 8, 9, 5, 6], [3, 4, 0, 1, 2, 8, 9, 5, 6, 7], [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
        [5, 9, 8, 7, 6, 0, 4, 3, 2, 1], [6, 5, 9, 8, 7, 1, 0, 4, 3, 2], [7, 6, 5, 9, 8, 2, 1, 0, 4, 3], [8, 7, 6, 5, 9, 3, 2, 1, 0, 4], [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
    ];

    private static readonly int[][] Permutations =
    [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 5, 7, 6, 2, 8, 3, 0, 9, 4], [5, 8, 0, 3, 7, 9, 6, 1, 4, 2], [8, 9, 1, 6, 0, 4, 3, 5, 2, 7],
        [9, 4, 5, 3, 1, 2, 6, 8, 7, 0], [4, 2, 8, 6, 5, 7, 3, 9, 0, 1], [2, 7, 9, 3, 8, 0, 6, 4, 1, 5], [7, 0, 4, 6, 9, 1, 3, 2, 5, 8],
    ];

    /// <summary>The sum of digits times weights.</summary>
    public static int Weighted(ReadOnlySpan<int> digits, params ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += digits[i] * weights[i];
        return sum;
    }

    /// <summary>Digits as one number.</summary>
    public static long Number(ReadOnlySpan<int> digits)
    {
        long number = 0;
        foreach (var digit in digits)
            number = number * 10 + digit;
        return number;
    }

    /// <summary>After Verhoeff (1969).</summary>
    public static bool PassesVerhoeff(ReadOnlySpan<int> digits)
    {
        var check = 0;
        for (var i = 0; i < digits.Length; i++)
            check = Dihedral[check][Permutations[i % 8][digits[^(i + 1)]]];
        return check == 0;
    }

    /// <summary>ISO/IEC 7064, mod 11,10.</summary>
    public static bool PassesMod11And10(ReadOnlySpan<int> digits)
    {
        var product = 10;
        foreach (var digit in digits[..^1])
        {
            var sum = (digit + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == digits[^1];
    }

    /// <summary>The last digit makes the sum, weighted 1, 3, 1, 3, ... or with other weights, a multiple of ten.</summary>
    public static bool PassesMod10(ReadOnlySpan<int> digits, params ReadOnlySpan<int> weights) => (Weighted(digits, weights) + digits[^1]) % 10 == 0;

    /// <summary>Whether there is such a day in a year of two digits; the 29th of February always.</summary>
    public static bool IsDate(int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= (month == 2 ? 29 : month is 4 or 6 or 9 or 11 ? 30 : 31);
}
