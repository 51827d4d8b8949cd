namespace Feedback.Indicators.Text;

/// <summary>The check letters of the numbers of people in registers; all take the number in capitals without signs between.</summary>
internal static class LetterChecks
{
    private const string Spanish = "TRWAGMYFPDXBNJZSQVHLCKE", Finnish = "0123456789ABCDEFHJKLMNPRSTUVWXY", Irish = "WABCDEFGHIJKLMNOPQRSTUV";

    /// <summary>What the digits and letters of a codice fiscale count for at odd places.</summary>
    private static readonly int[] Odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    /// <summary>Without what stands between; the sign of a century in a Finnish number stays.</summary>
    public static string Bare(ReadOnlySpan<char> number)
    {
        Span<char> bare = stackalloc char[number.Length];
        var count = 0;
        foreach (var character in number)
        {
            if (char.IsAsciiLetterOrDigit(character))
                bare[count++] = char.ToUpperInvariant(character);
            else if (character is '-' or '+' && count == 6 && number.Length == 11)
                bare[count++] = character;
        }
        return new string(bare[..count]);
    }

    /// <summary>Digit sums of the products with 2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1; the letter as 01 to 26 (Deutsche Rentenversicherung).</summary>
    public static bool IsGermanInsurance(string number)
    {
        var letter = number[8] - 'A' + 1;
        int[] digits = [.. number[..8].Select(Digit), letter / 10, letter % 10, .. number[9..].Select(Digit)], weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
        var sum = weights.Zip(digits, (w, d) => w * d / 10 + w * d % 10).Sum();
        return (digits[2] * 10 + digits[3]) % 32 >= 1 && digits[4] * 10 + digits[5] is >= 1 and <= 12 && sum % 10 == digits[12];
    }

    /// <summary>The remainder by 23 picks the letter; X, Y and Z stand for 0, 1 and 2.</summary>
    public static bool IsSpanish(string number)
    {
        var value = number[0] is >= 'X' and <= 'Z' ? number[0] - 'X' : Digit(number[0]);
        foreach (var digit in number.AsSpan(1..^1))
            value = value * 10 + Digit(digit);
        return Spanish[value % 23] == number[^1];
    }

    public static bool IsItalian(string number)
    {
        var sum = 0;
        for (var i = 0; i < 15; i++)
        {
            var value = char.IsAsciiDigit(number[i]) ? Digit(number[i]) : number[i] - 'A';
            sum += i % 2 == 0 ? Odd[value] : value;
        }
        return sum % 26 == number[15] - 'A';
    }

    /// <summary>A date, a sign of the century, and the remainder by 31.</summary>
    public static bool IsFinnish(string number)
    {
        var (day, month) = (Value(number, 0, 2), Value(number, 2, 2));
        return CheckDigits.IsDate(month, day) && Finnish[(Value(number, 0, 6) * 1000 + Value(number, 7, 3)) % 31] == number[10];
    }

    /// <summary>Weights 8 to 2, the second letter nine times; the remainder by 23 picks the first letter.</summary>
    public static bool IsIrish(string number)
    {
        var sum = number.Length == 9 && number[8] != 'W' ? (number[8] - 'A' + 1) * 9 : 0;
        for (var i = 0; i < 7; i++)
            sum += Digit(number[i]) * (8 - i);
        return Irish[sum % 23] == number[7];
    }

    /// <summary>As the French number, with 2A as 19 and 2B as 18.</summary>
    public static bool IsCorsican(string number)
    {
        var digits = number.Replace("2A", "19", StringComparison.Ordinal).Replace("2B", "18", StringComparison.Ordinal);
        return long.Parse(digits.AsSpan(13), System.Globalization.CultureInfo.InvariantCulture) == 97 - long.Parse(digits.AsSpan(0, 13), System.Globalization.CultureInfo.InvariantCulture) % 97;
    }

    /// <summary>Weights 2 to 7 from the right, over and over; eleven less the remainder, ten as K.</summary>
    public static bool IsChilean(string number)
    {
        var sum = 0;
        for (var i = 0; i < number.Length - 1; i++)
            sum += Digit(number[^(i + 2)]) * (i % 6 + 2);
        return (11 - sum % 11) switch { 11 => '0', 10 => 'K', var rest => (char)('0' + rest) } == number[^1];
    }

    private static int Value(string number, int start, int length) => int.Parse(number.AsSpan(start, length), System.Globalization.CultureInfo.InvariantCulture);

    private static int Digit(char character) => character - '0';
}
