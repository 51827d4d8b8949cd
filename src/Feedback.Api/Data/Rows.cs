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
public readonly record struct Tally(int Variable, int Value, bool Complete)
{
    public override int GetHashCode() => unchecked((int)(((ulong)(uint)Variable * 0x9E3779B97F4A7C15UL + (uint)Value * 2U + (Complete ? 1U : 0U)) * 0xd6e8feb86659fd93UL >> 32));
}

/// <summary>An answered text as it is stored.</summary>
public sealed record NewComment
{
    /// <summary>The item it answers.</summary>
    public int Variable { get; init; }

    /// <summary>Without what leads to a person.</summary>
    public string Text { get; init; } = "";

    /// <summary>Null where it is not clear.</summary>
    public string? Language { get; init; }

    /// <summary>The compound score in whole 1e-4; null where there is none.</summary>
    public int? Sentiment { get; init; }

    /// <summary>Codes with a blank before and behind each; null where there are none.</summary>
    public string? Topics { get; init; }

    /// <summary>The analysis that made it; 0 is none.</summary>
    public int Analysis { get; init; }

    /// <summary>Drawn by lot: where it stands among customers' comments.</summary>
    public long Place { get; init; }

    /// <summary>As it was sent; only where a survey of customers keeps that.</summary>
    public string? Original { get; init; }
}
