using System.Runtime.InteropServices;

namespace Feedback.Indicators;

/// <summary>
/// In which periods streams of mentions have an alarm: what <see cref="EarlyWarning.Adjusted"/> says of one period, for all of a
/// history at once. The family of a period is every stream with eight periods before it.
/// </summary>
public static class VolumeAlarms
{
    /// <summary>How many periods before it a period is held against.</summary>
    public const int Before = CountAlarm.Weeks;

    private const double Flag = .05;

    /// <summary>Per stream, whether each period has an alarm.</summary>
    /// <param name="streams">Mentions per stream and period, in order; null for a period of which nothing is known. All of one length.</param>
    /// <param name="minimumGroup">k: fewer mentions than this are no alarm, and count in the family.</param>
    public static IReadOnlyList<bool[]> Of(IReadOnlyList<IReadOnlyList<long?>> streams, int minimumGroup)
    {
        var periods = streams.Count == 0 ? 0 : streams[0].Count;
        bool[][] alarms = [.. streams.Select(_ => new bool[periods])];
        var family = new int[periods];
        var unusual = Enumerable.Range(0, periods).Select(_ => new List<(double P, int Stream)>()).ToArray();
        for (var stream = 0; stream < streams.Count; stream++)
            Test(streams[stream], stream, family, unusual);
        for (var period = 0; period < periods; period++)
        {
            foreach (var stream in Flagged(unusual[period], family[period]))
                alarms[stream][period] = streams[stream][period] >= minimumGroup;
        }
        return alarms;
    }

    private static void Test(IReadOnlyList<long?> counts, int stream, int[] family, List<(double P, int Stream)>[] unusual)
    {
        var before = new List<long>(counts.Count);
        for (var period = 0; period < counts.Count; period++)
        {
            if (counts[period] is not { } count)
                continue;
            if (before.Count >= CountAlarm.Weeks)
            {
                family[period]++;
                // Nobody at all is never unusually many.
                if (count > 0 && CountAlarm.Of(count, CollectionsMarshal.AsSpan(before))!.Value.P is var p && p <= Flag)
                    unusual[period].Add((p, stream));
            }
            before.Add(count);
        }
    }

    /// <summary>Those whose adjusted p is at most .05: all up to the last whose p times the family over its rank is.</summary>
    private static IEnumerable<int> Flagged(List<(double P, int Stream)> unusual, int family)
    {
        unusual.Sort();
        var last = unusual.Count;
        while (last > 0 && unusual[last - 1].P * family / last > Flag)
            last--;
        return unusual.Take(last).Select(found => found.Stream);
    }
}
