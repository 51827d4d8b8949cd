using System.Runtime.InteropServices;
using Feedback.Api.Data;

namespace Feedback.Api.Figures;

/// <summary>Where the counts of one read are added up: a group for every bucket of the series and part of the breakdown.</summary>
internal sealed class CountTable : ICountTarget
{
    private readonly Dictionary<(int Bucket, int Part), CountedGroup> _groups = [];
    private readonly CountSlots _slots = new();
    private readonly Interval _interval;
    private readonly int[] _partOfCohort;
    private readonly int _parts, _firstMonth, _pastMonth;

    /// <summary>Groups by month and part; a month has room only from its first count on, for a range may have thousands of them.</summary>
    private readonly CountedGroup?[]?[] _byMonth;

    /// <param name="groups">The cohorts, and the part of each.</param>
    /// <param name="interval">Cuts the series.</param>
    /// <param name="months">The whole months that may be added from memory, yyyymm; null for none.</param>
    public CountTable(Groups groups, Interval interval, (int First, int Past)? months)
    {
        (_interval, _parts) = (interval, groups.Values.Count);
        (_firstMonth, _pastMonth) = months ?? (0, 0);
        _partOfCohort = new int[groups.Cohorts.Select(c => c.Cohort).DefaultIfEmpty(-1).Max() + 1];
        Array.Fill(_partOfCohort, -1);
        foreach (var (cohort, part) in groups.Cohorts) _partOfCohort[cohort] = part;
        Cohorts = [.. groups.Cohorts.Select(c => c.Cohort).Order()];
        _byMonth = new CountedGroup?[]?[interval == Interval.None ? 1 : Math.Max(0, Place(_pastMonth))];
    }

    public IReadOnlyList<int> Cohorts { get; }

    /// <summary>Rows by the first day of their bucket (0 without a series) and the part of the breakdown.</summary>
    public Dictionary<(int Bucket, int Part), CountedGroup> Groups => _groups;

    public int PartOf(int cohort) => cohort < _partOfCohort.Length ? _partOfCohort[cohort] : -1;

    public void Add(int bucket, int part, (int Variable, int Value, bool Complete) key, in CountSum sum)
    {
        var slot = _slots.Of(key.Variable, key.Value, key.Complete);
        Group(bucket, part).Sums()[slot].Add(sum);
    }

    int ICountTarget.SlotOf(int variable, int value, bool complete) => _slots.Of(variable, value, complete);

    CountSum[]? ICountTarget.SumsOf(int cohort, int month)
    {
        if (month < _firstMonth || month >= _pastMonth || PartOf(cohort) is var part && part < 0) return null;
        ref var parts = ref _byMonth[_interval == Interval.None ? 0 : Place(month)];
        ref var group = ref (parts ??= new CountedGroup?[_parts])[part];
        return (group ??= Group(BucketOf(month), part)).Sums();
    }

    private int BucketOf(int month) => _interval == Interval.None ? 0 : Days.Number(TimeSpans.BucketOf(new DateOnly(month / 100, month % 100, 1), _interval));

    /// <summary>The number of a month after the first that was asked for.</summary>
    private int Place(int month) => (month / 100 - _firstMonth / 100) * 12 + month % 100 - _firstMonth % 100;

    private CountedGroup Group(int bucket, int part) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_groups, (bucket, part), out _) ??= new CountedGroup(_slots);
}
