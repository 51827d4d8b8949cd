using static Feedback.Indicators.Text.CheckDigits;

namespace Feedback.Indicators.Text;

/// <summary>The registers that are known, and their rules.</summary>
internal static class RegisterNumbers
{
    public static IReadOnlyList<RegisterNumber> All { get; } =
    [
        new("US SSN and ITIN", ["3-2-4", "3 2 4", "9"], IsSocialSecurity),
        new("UK NHS", ["3 3 4", "10"], d => Weighted(d, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
        new("German Steuer-ID", ["2 3 3 3", "2-3-3-3", "11"], d => HasTaxPattern(d) && PassesMod11And10(d), BareNumber.Stands),
        new("Dutch BSN", ["4.2.3", "4 2 3", "9", "8"], IsBurgerService, Grouped: BareNumber.UnlessNamed),
        new("Belgian national number", ["2.2.2-3.2", "2 2 2 3 2", "2.2.2 3.2", "6-3-2", "6 3 2", "2-2-2-3-2", "11"], IsBelgian, BareNumber.Stands),
        new("French NIR", ["1 2 2 2 3 3 2", "1-2-2-2-3-3-2", "13 2", "1 2 2 2 3 3", "15"], IsNir, BareNumber.Stands),
        new("Portuguese NIF", ["3 3 3", "3.3.3", "9"], d => d[0] is not (0 or 4 or 7) && Mod11(d, 9), Grouped: BareNumber.NeedsCue),
        new("Polish PESEL", ["11"], d => IsDate(d[2] % 2 * 10 + d[3], d[4] * 10 + d[5]) && PassesMod10(d, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3), BareNumber.UnlessNamed),
        new("Swedish personnummer", ["6-4", "8-4", "12", "10"], IsSwedish, BareNumber.Stands),
        new("Danish CPR", ["6-4", "6 4", "10"], d => IsDate(d[2] * 10 + d[3], d[0] * 10 + d[1])),
        new("Norwegian fødselsnummer", ["6 5", "6-5", "11"], IsNorwegian, BareNumber.Stands),
        new("Austrian SVNR", ["4 6", "4-6", "4/6", "10"], IsAustrian, BareNumber.Stands),
        new("Swiss AHV", ["3.4.4.2", "3 4 4 2", "13"], d => d is [7, 5, 6, ..] && PassesMod10(d, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3), BareNumber.Stands),
        new("Canadian SIN", ["3-3-3"], d => AccountNumbers.PassesLuhn(d), Grouped: BareNumber.UnlessNamed),
        new("Canadian SIN as amounts are written", ["3 3 3", "9"], d => AccountNumbers.PassesLuhn(d), Grouped: BareNumber.NeedsCue),
        new("Brazilian CPF", ["3.3.3-2", "3.3.3.2", "3 3 3 2", "3 3 3-2", "9-2", "11"], IsCpf, BareNumber.UnlessNamed),
        new("Indian Aadhaar", ["4 4 4", "4-4-4", "12"], d => d[0] >= 2 && PassesVerhoeff(d), BareNumber.UnlessNamed),
        new("Czech and Slovak rodné číslo", ["6/4", "10"], d => IsDate((d[2] * 10 + d[3]) % 50 % 20, d[4] * 10 + d[5]) && Number(d) % 11 == 0),
    ];

    /// <summary>Area, group and serial are never all zeros, no area is 666 or above 899; those are of the tax office, with its groups.</summary>
    private static bool IsSocialSecurity(int[] d)
    {
        var (area, group, serial) = (Number(d.AsSpan(0, 3)), Number(d.AsSpan(3, 2)), Number(d.AsSpan(5)));
        return area is not (0 or 666) && serial != 0 && (area < 900 ? group != 0 : group is >= 50 and <= 99 and not (66 or 67 or 68 or 69 or 89 or 93));
    }

    /// <summary>One of the first ten digits stands there twice or three times, the others once at most; the last checks (Bundeszentralamt für Steuern).</summary>
    private static bool HasTaxPattern(int[] d)
    {
        var counts = d.Take(10).GroupBy(digit => digit).Select(g => g.Count()).ToArray();
        return d[0] != 0 && counts.Count(count => count > 1) == 1 && counts.Max() <= 3;
    }

    private static bool IsBurgerService(int[] d)
    {
        int[] nine = d.Length == 8 ? [0, .. d] : d;
        return nine.Any(digit => digit != 0) && (Weighted(nine, 9, 8, 7, 6, 5, 4, 3, 2) - nine[8]) % 11 == 0;
    }

    /// <summary>Ninety-seven less the remainder of the first nine, with a two before them for those born since 2000; months with 20 or 40 more are of people without a registered birth.</summary>
    private static bool IsBelgian(int[] d)
    {
        var (nine, check) = (Number(d.AsSpan(0, 9)), Number(d.AsSpan(9)));
        return (d[2] * 10 + d[3]) % 20 <= 12 && d[4] * 10 + d[5] <= 31 && (check == 97 - nine % 97 || check == 97 - (2_000_000_000 + nine) % 97);
    }

    /// <summary>Sex, year, month, place and order; the key is ninety-seven less the remainder (without the key, the form alone).</summary>
    private static bool IsNir(int[] d) =>
        d[0] is 1 or 2 or 3 or 4 or 7 or 8 && (d[3] * 10 + d[4]) is >= 1 and <= 12 or >= 20 and <= 42 or >= 50
        && (d.Length == 13 || Number(d.AsSpan(13)) == 97 - Number(d.AsSpan(0, 13)) % 97);

    private static bool Mod11(int[] d, int highest)
    {
        var sum = 0;
        for (var i = 0; i < d.Length - 1; i++)
            sum += d[i] * (highest - i);
        return d[^1] == (sum % 11 < 2 ? 0 : 11 - sum % 11);
    }

    private static bool IsSwedish(int[] d)
    {
        if (d.Length == 12 && Number(d.AsSpan(0, 2)) is not (18 or 19 or 20))
            return false;
        var ten = d.AsSpan(d.Length - 10);
        return IsDate(ten[2] * 10 + ten[3], (ten[4] * 10 + ten[5]) % 60) && AccountNumbers.PassesLuhn(ten);
    }

    private static bool IsNorwegian(int[] d) =>
        IsDate((d[2] * 10 + d[3]) % 40, (d[0] * 10 + d[1]) % 40)
        && Weighted(d, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0 && Weighted(d, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;

    private static bool IsAustrian(int[] d) =>
        d[0] != 0 && (d[6] * 10 + d[7]) is >= 1 and <= 15 && (d[4] * 10 + d[5]) is >= 1 and <= 31 && Weighted(d, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11 == d[3];

    private static bool IsCpf(int[] d) =>
        d.Distinct().Count() > 1 && Weighted(d, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10 == d[9] && Weighted(d, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10 == d[10];
}
