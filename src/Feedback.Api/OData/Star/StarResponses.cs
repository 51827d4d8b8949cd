using Feedback.Api.Figures;

namespace Feedback.Api.OData.Star;

/// <summary>How many customers answered in each cell of a block; test responses are not among them.</summary>
internal sealed class StarResponses
{
    private readonly Dictionary<(DateOnly From, string? Unit, string? Dimension, string? Value), long> _counts = [];
    private readonly int _minimumGroup;

    private StarResponses(int minimumGroup) => _minimumGroup = minimumGroup;

    public static async Task<StarResponses> Read(ReadScope scope, StarBlock block)
    {
        var responses = new StarResponses(block.Survey.MinimumGroup ?? scope.MinimumGroup);
        var query = new CubeQuery { Surveys = [block.Survey], Variables = [], Range = block.Range, Interval = StarPeriod.IntervalOf(block.Interval) };
        foreach (var cut in StarCut.Of(block, scope.Units))
        {
            var cube = await Cube.Read(scope, query with { Rows = cut.Axes });
            foreach (var row in cube.Rows)
            {
                if (cut.PlaceOf(row) is var (unit, value)) responses._counts[(row.From!.Value, unit, cut.Dimension, value)] = cube.Responses(row.Total);
            }
        }
        return responses;
    }

    /// <summary>Whether so many answered in a cell that it has a row of its own.</summary>
    public bool IsMany(DateOnly from, string? unit, string dimension, string value) => _counts.GetValueOrDefault((from, unit, dimension, value)) >= _minimumGroup;

    /// <summary>Whether anybody answered at all.</summary>
    public bool IsAnswered(DateOnly from) => _counts.GetValueOrDefault((from, null, null, null)) > 0;
}
