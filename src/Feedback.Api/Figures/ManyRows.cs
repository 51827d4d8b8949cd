using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>Works rows out one by one, and where they are many on all cores at once, each as if it were alone.</summary>
internal static class ManyRows
{
    /// <summary>From so many on the cores that help save more than it costs to ask them.</summary>
    private const int Fewest = 64;

    /// <summary>One for each, in order. Rows of employees come one after the other: how long they take is not to depend on how many others ask.</summary>
    public static TTo[] Each<TFrom, TTo>(ReadScope scope, IndicatorRequest request, IReadOnlyList<TFrom> rows, Func<TFrom, TTo> each) =>
        rows.Count < Fewest || request.Audience == Audience.Employee ? [.. rows.Select(each)]
        : [.. rows.AsParallel().AsOrdered().WithCancellation(scope.Aborted).Select(each)];
}
