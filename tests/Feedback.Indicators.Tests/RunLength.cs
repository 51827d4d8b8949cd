namespace Feedback.Indicators.Tests;

/// <summary>Periods until a chart of standard normal values alarms, on average over many runs with one fixed seed.</summary>
internal static class RunLength
{
    /// <summary>The run length is about as spread as it is long, so the mean of so many has a standard error of 0.7%.</summary>
    private const int Runs = 20_000;

    public static double Average(ReferenceFunction f)
    {
        var (random, shift) = (new Normal(1), f.Number("shift"));
        return (string)f.Input["chart"]! == "ewma"
            ? Average(new Ewma(f.Number("lambda"), f.Number("l")), (chart, x) => chart.Add(x), chart => chart.Alarm)
            : Average(new Cusum(f.Number("k"), f.Number("h")), (chart, x) => chart.Add(x), chart => chart.Alarm);

        double Average<TChart>(TChart start, Func<TChart, double, TChart> add, Func<TChart, bool> alarm)
        {
            var periods = 0L;
            for (var run = 0; run < Runs; run++)
            {
                for (var chart = start; !alarm(chart); periods++)
                    chart = add(chart, random.Next() + shift);
            }
            TestContext.Out.WriteLine($"{start}, shift {shift}: an alarm every {periods / (double)Runs:0.0} periods on average ({Runs} runs)");
            return periods / (double)Runs;
        }
    }

    /// <summary>Standard normal values by the polar method.</summary>
    internal sealed class Normal(int seed)
    {
        private readonly Random random = new(seed);
        private double? spare;

        public double Next()
        {
            if (spare is { } kept)
            {
                spare = null;
                return kept;
            }
            double u, v, square;
            do
                (u, v) = (2 * random.NextDouble() - 1, 2 * random.NextDouble() - 1);
            while ((square = u * u + v * v) is >= 1 or 0);
            var factor = Math.Sqrt(-2 * Math.Log(square) / square);
            spare = v * factor;
            return u * factor;
        }
    }
}
