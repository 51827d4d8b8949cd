namespace Feedback.Indicators;

/// <summary>What a figure was worked out from, as far as comparing two of them needs it.</summary>
public abstract record Sample
{
    private Sample()
    {
    }

    /// <summary>People.</summary>
    public abstract long N { get; }

    /// <summary>A mean of scores on 0..100.</summary>
    public sealed record Mean(Moments Moments) : Sample
    {
        public override long N => Moments.N;
    }

    /// <summary>So many of n people.</summary>
    public sealed record Share(long Count, long People) : Sample
    {
        public override long N => People;
    }

    /// <summary>So many of n people on one side less so many on the other.</summary>
    public sealed record Net(long Positive, long Negative, long People) : Sample
    {
        public override long N => People;
    }
}
