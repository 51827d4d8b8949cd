using Feedback.Api.Data;

namespace Feedback.Api.Checking;

/// <summary>Counts that are looked at together: those of one survey and one stretch of time.</summary>
/// <param name="Survey">Id of the survey; 0 for counts of a variable that no survey has.</param>
/// <param name="Grain">1: a day's, against the raw answers; 2: a month's, and 3: a year's, against its days'.</param>
/// <param name="Start">yyyymmdd, yyyymm or yyyy.</param>
internal readonly record struct CountPart(int Survey, int Grain, int Start)
{
    public const int Day = 1, Month = 2, Year = 3;

    /// <summary>The month's or year's part that a day's counts add to.</summary>
    public static int StartOf(int day, int grain) => grain switch { Day => day, Month => day / 100, _ => day / 10_000 };

    /// <summary>The first day of the stretch and the first number after its last, yyyymmdd.</summary>
    public (int First, int Past) Days => Grain switch { Day => (Start, Start + 1), Month => (Start * 100, Start * 100 + 100), _ => (Start * 10_000, Start * 10_000 + 10_000) };
}

/// <summary>
/// A number that stands for any number of counts: the sum, modulo 2^64, of each count times a number made from what it counts. Equal counts have equal
/// prints in whatever order and parts they are added, and different ones differ but for one time in about 2^60. So what a store of any size holds twice, as
/// answers and as counts, is compared in the memory of a few numbers a day. How the number is made is kept in stores: it never changes.
/// </summary>
internal record struct CountPrint(long N, long Weight, long SquaredWeight)
{
    /// <summary>Whether what was added and what was taken away are the same.</summary>
    public readonly bool IsNothing => N == 0 && Weight == 0 && SquaredWeight == 0;

    /// <summary>Adds a count, or with -1 takes it away.</summary>
    public void Add(in TallyKey key, in CountSum sum, int sign)
    {
        unchecked
        {
            var hash = (long)Hash(key) * sign;
            N += hash * sum.N;
            Weight += hash * sum.Weight;
            SquaredWeight += hash * sum.SquaredWeight;
        }
    }

    public void Add(in CountPrint other)
    {
        unchecked
        {
            (N, Weight, SquaredWeight) = (N + other.N, Weight + other.Weight, SquaredWeight + other.SquaredWeight);
        }
    }

    /// <summary>Odd, so that a difference of one count never disappears.</summary>
    private static ulong Hash(in TallyKey key) => unchecked(
        Mix(Mix(Mix((ulong)(uint)key.Variable << 32 | (uint)key.Cohort) + ((ulong)(uint)key.Day << 32 | (uint)key.Period)) + ((ulong)(uint)key.Value << 32 | (uint)key.Complete)) | 1);

    /// <summary>The finaliser of SplitMix64 (Steele, Lea and Flood 2014).</summary>
    private static ulong Mix(ulong x)
    {
        unchecked
        {
            x += 0x9e3779b97f4a7c15UL;
            x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9UL;
            x = (x ^ (x >> 27)) * 0x94d049bb133111ebUL;
            return x ^ (x >> 31);
        }
    }
}
