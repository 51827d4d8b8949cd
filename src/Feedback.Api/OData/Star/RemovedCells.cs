using Feedback.Api.Catalogue;

namespace Feedback.Api.OData.Star;

/// <summary>
/// The cells of customers that have no rows. One that the present tree makes went away when its days last changed: nobody, or fewer than k,
/// are left in it. Any other could only have been made by an earlier tree, so it went away when the tree changed: whoever asks for what
/// changed since meets these only after a new tree.
/// </summary>
internal sealed class RemovedCells
{
    private readonly StarBlock _block;
    private readonly UnitTree _units;
    private readonly StarResponses _responses;
    private readonly DateTimeOffset _tree;
    private readonly HashSet<(string? Unit, string Dimension, string Value)> _made = [];
    private readonly Dictionary<string, HashSet<string>> _values = [];

    private RemovedCells(FeedScope scope, StarBlock block, StarResponses responses)
    {
        (_block, _units, _responses) = (block, scope.Read.Units, responses);
        _tree = _units.ChangedAt;
        foreach (var cohort in scope.Read.Cohorts.Of(block.Survey.Id).Where(c => !c.IsTest))
        {
            var units = cohort.Values.TryGetValue(Ingest.ResponseRules.Unit, out var own) ? _units.Upward(own).Select(u => u.Code).Prepend<string?>(null) : [null];
            foreach (var (dimension, value) in cohort.Values.Where(v => block.Dimensions.Contains(v.Key)))
            {
                if (!_values.TryGetValue(dimension, out var known)) _values[dimension] = known = new(StringComparer.Ordinal);
                known.Add(value);
                foreach (var unit in units) _made.Add((unit, dimension, value));
            }
        }
    }

    public static async Task<IEnumerable<StarCell>> Read(FeedScope scope, StarBlock block)
    {
        var asked = block with { Units = [null, .. block.NamedUnits.Where(scope.Read.Units.IsLive)], Dimensions = [null, .. block.Dimensions.OfType<string>()] };
        return new RemovedCells(scope, block, await StarResponses.Read(scope.Read, asked)).All();
    }

    private IEnumerable<StarCell> All() =>
        from unit in _block.Units
        from dimension in _block.Dimensions
        from value in ValuesOf(unit, dimension)
        from period in _block.Periods
        where !IsServed(period.Period.From, unit, dimension, value)
        let cell = _block.Find(period.Period.From, unit, dimension, value, IsMade(unit, dimension, value) ? null : _tree)
        where cell is not null
        select cell;

    /// <summary>Those that the present tree cannot make only where somebody asks for changes as old as it.</summary>
    private IEnumerable<string?> ValuesOf(string? unit, string? dimension)
    {
        if (dimension is null) return [null];
        var all = _values.GetValueOrDefault(dimension) ?? [];
        return _block.Filter.Excludes(("updatedAt", _tree)) ? all.Where(value => IsMade(unit, dimension, value)) : all;
    }

    private bool IsMade(string? unit, string? dimension, string? value) =>
        (unit is null || _units.IsLive(unit)) && (dimension is null || _made.Contains((unit, dimension, value!)));

    private bool IsServed(DateOnly from, string? unit, string? dimension, string? value) =>
        _responses.IsAnswered(from) && (unit is null || _units.IsLive(unit)) && (dimension is null || _responses.IsMany(from, unit, dimension, value!));
}
