namespace Feedback.Indicators;

/// <summary>What a figure was worked out from, as far as comparing two of them needs it.</summary>
public abstract record Sample
{
    private Sample()
    {
    }

    /// <summary>People.</summary>
    public abstract long N { get; }

    /// <summary>The figure, in percent or points; NaN for nobody.</summary>
    public abstract double Value { get; }

    /// <summary>
    /// How far chance moves the figure: its sampling variance in squared points. The spread floor of a mean and the added
    /// answers of a share (Agresti and Caffo 2000) or net figure (Rocks 2016) keep it above 0 where nobody differs.
    /// </summary>
    public abstract double Noise { get; }

    /// <summary>A mean of scores on 0..100.</summary>
    public sealed record Mean(Moments Moments) : Sample
    {
        public override long N => Moments.N;

        public override double Value => Moments.Mean;

        /// <summary>s*^2/n.</summary>
        public override double Noise => Moments.Sd * Moments.Sd / Moments.N;
    }

    /// <summary>So many of n people.</summary>
    public sealed record Share(long Count, long People) : Sample
    {
        public override long N => People;

        public override double Value => 100 * (Count / (double)People);

        /// <summary>10^4 q (1 - q)/(n + 2), q = (x + 1)/(n + 2).</summary>
        public override double Noise
        {
            get
            {
                var q = (Count + 1) / (People + 2.0);
                return 1e4 * q * (1 - q) / (People + 2);
            }
        }
    }

    /// <summary>So many of n people on one side less so many on the other.</summary>
    public sealed record Net(long Positive, long Negative, long People) : Sample
    {
        public override long N => People;

        public override double Value => 100 * ((Positive - Negative) / (double)People);

        /// <summary>p + d - (p - d)^2 of the whole base, for a small cell of employees; null for its own.</summary>
        public double? WholeVariance { get; init; }

        /// <summary>10^4 (p + d - (p - d)^2)/(n + 3), three quarters of an answer added to each side and three in all.</summary>
        public override double Noise => 1e4 * (WholeVariance ?? Variance(Positive, Negative, People)) / (People + 3);

        /// <summary>p + d - (p - d)^2, with the answers added.</summary>
        internal static double Variance(double positive, double negative, double people)
        {
            var (p, d) = ((positive + .75) / (people + 3), (negative + .75) / (people + 3));
            return p + d - (p - d) * (p - d);
        }
    }
}
