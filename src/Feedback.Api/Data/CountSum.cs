namespace Feedback.Api.Data;

/// <summary>A count with its sums of weights (whole 1e-4) and of squared weights (whole 1e-8).</summary>
public record struct CountSum(long N, long Weight, long SquaredWeight)
{
    /// <summary>A weight of 1 in whole 1e-4.</summary>
    private const long WeightOfOne = 10_000;

    /// <summary>Whether everybody counts 1.</summary>
    public readonly bool IsUnweighted => Weight == WeightOfOne * N && SquaredWeight == WeightOfOne * WeightOfOne * N;

    /// <summary>So many who count 1 each.</summary>
    public static CountSum Unweighted(long n) => new(n, WeightOfOne * n, WeightOfOne * WeightOfOne * n);

    /// <summary>So many more who count 1 each.</summary>
    public void AddUnweighted(long n)
    {
        N += n;
        Weight += WeightOfOne * n;
        SquaredWeight += WeightOfOne * WeightOfOne * n;
    }

    public void Add(in CountSum more)
    {
        N += more.N;
        Weight += more.Weight;
        SquaredWeight += more.SquaredWeight;
    }
}

/// <summary>Where counts of cohorts and months are added up.</summary>
public interface ICountTarget
{
    /// <summary>The cohorts that are asked for, in order.</summary>
    IReadOnlyList<int> Cohorts { get; }

    /// <summary>Which of the sums takes answers with this value; the same for every cohort and month.</summary>
    int SlotOf(int variable, int value, bool complete);

    /// <summary>The sums that a cohort's month (yyyymm) goes to, long enough for every slot given so far; null where it was not asked for.</summary>
    CountSum[]? SumsOf(int cohort, int month);
}
