using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Feedback.Indicators;

/// <summary>
/// What small cells of employees take from everybody who is in the same base: the spread of the same construct, so that their
/// limits say nothing of their own. Fewer than 3k people in it: the spread of answers drawn at random.
/// </summary>
internal sealed class WholeBase
{
    /// <summary>Thousands of cells have the same base; what was worked out from it lives as long as its counts.</summary>
    private static readonly ConditionalWeakTable<Counts, WholeBase> Kept = new();

    private readonly Counts counts;
    private readonly ConcurrentDictionary<(string Construct, int MinimumGroup), double> variances = new();

    private WholeBase(Counts counts) => this.counts = counts;

    /// <summary>
    /// The moments of a cell as they may be used: of a small one the mean to 0.1, as it is served, and S^2 in place of its
    /// variance, so that nothing made of them depends on more than that mean and n. Others, and all where the whole base is not
    /// known, as they are.
    /// </summary>
    public static Moments Blur(Moments cell, IReadOnlyCollection<ItemCounts> items, Terms terms) =>
        Of(cell.N, terms) is { } whole ? Blurred(cell, whole.VarianceOf(items, terms.MinimumGroup)) : Known(cell, terms);

    /// <summary>The same of person scores.</summary>
    public static Moments Blur(Moments cell, ScaleCounts scale, Terms terms) =>
        Of(cell.N, terms) is { } whole ? Blurred(cell, whole.VarianceOf(scale, terms.MinimumGroup)) : Known(cell, terms);

    /// <summary>p + d - (p - d)^2 of a net figure of the items, each share with three quarters of an answer added; null for a cell that keeps its own.</summary>
    /// <param name="n">People in the cell.</param>
    /// <param name="sides">Positive, negative and all answers of the whole base.</param>
    /// <param name="random">The same of answers drawn at random.</param>
    /// <param name="name">What tells the net figure from others of the base.</param>
    /// <param name="terms">How the cell is asked for.</param>
    public static double? NetVariance(long n, string name, Func<Counts, Terms, (long Positive, long Negative, long N)> sides, double random, Terms terms) =>
        Of(n, terms) is not { } whole ? null : whole.variances.GetOrAdd(("net\n" + name, terms.MinimumGroup), _ =>
        {
            var plain = Plain(terms.MinimumGroup);
            var (positive, negative, people) = sides(whole.counts, plain);
            return people < plain.LargeGroup ? random : Sample.Net.Variance(positive, negative, people);
        });

    private static WholeBase? Of(long n, Terms terms) =>
        n > 0 && terms.Whole is { } whole && terms.IsSmall(n) ? Kept.GetValue(whole, counts => new WholeBase(counts)) : null;

    private static Moments Blurred(Moments cell, double variance) => cell with { Mean = Rounding.Tenth(cell.Mean), Variance = variance, IsSmall = true };

    private static Moments Known(Moments cell, Terms terms) => cell with { IsSmall = cell.N > 0 && terms.IsSmall(cell.N) };

    private static Terms Plain(int k) => new(Audience.Employee, k);

    private double VarianceOf(IReadOnlyCollection<ItemCounts> items, int k)
    {
        var asked = items.Select(item => (item.Item, item.Measure)).Distinct().Order().ToArray();
        return variances.GetOrAdd((string.Join('\n', asked.Select(item => $"item\n{item.Item}\n{item.Measure}")), k), _ =>
        {
            ItemCounts[] same = [.. counts.Items.Where(item => asked.Contains((item.Item, item.Measure)))];
            return VarianceOf(Moments.OfItems(same, Plain(k)), same.Concat(items).Select(item => item.High - item.Low), k);
        });
    }

    private double VarianceOf(ScaleCounts scale, int k) => variances.GetOrAdd(("scale\n" + scale.Scale, k), _ =>
    {
        var same = new ScaleCounts(scale.Scale, [.. counts.Scales.Where(other => other.Scale == scale.Scale).SelectMany(other => other.Shapes)]);
        return VarianceOf(Moments.OfScale(same, Plain(k)), same.Shapes.Concat(scale.Shapes).Select(shape => shape.High - shape.Low), k);
    });

    /// <summary>S^2; of several ranges the coarsest, whose random answers spread most.</summary>
    private static double VarianceOf(Moments everybody, IEnumerable<int> steps, int k)
    {
        var spread = everybody.N >= Plain(k).LargeGroup ? everybody.Sd : Consistency.SigmaUniform(steps.Min() + 1);
        return spread * spread;
    }
}
