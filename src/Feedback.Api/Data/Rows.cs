namespace Feedback.Api.Data;

/// <summary>A row of counts as it is appended: <c>N</c> answers with a value by a cohort on a day. Weights in whole 1e-4, squared in whole 1e-8.</summary>
public readonly record struct TallyRow(TallyKey Key, long N, long Weight, long SquaredWeight);

/// <summary>What is counted together. Day is yyyymmdd; period is 0 for customers.</summary>
public readonly record struct TallyKey(int Variable, int Cohort, int Day, int Period, int Value, int Complete)
{
    public override int GetHashCode() => unchecked((int)HashMix(
        ((ulong)(uint)Variable << 32 | (uint)Cohort) ^ ((ulong)(uint)Value << 20) ^ ((ulong)(uint)Day << 40) ^ (uint)Complete));

    private static ulong HashMix(ulong x)
    {
        x ^= x >> 32;
        x *= 0xd6e8feb86659fd93UL;
        x ^= x >> 32;
        return x;
    }
}

/// <summary>One thing a response adds to the counts: a variable's value, and whether its whole scale was answered.</summary>
public readonly record struct Tally(int Variable, int Value, bool Complete);

/// <summary>An answered text, already fit for storage.</summary>
public sealed record NewComment(int Variable, string Text);
