namespace Feedback.Api.SurveyJs;

/// <summary>A part of a SurveyJS definition that has no counterpart here.</summary>
/// <param name="Path">Where it stands, such as <c>pages[1].elements[0].visibleIf</c>.</param>
/// <param name="Name">The question's name; null for what belongs to no question.</param>
/// <param name="What">The property, or the type of a question that is left out altogether.</param>
/// <param name="Detail">Why, and what becomes of it.</param>
public sealed record IgnoredPart(string Path, string? Name, string What, string Detail);

/// <summary>What a reading of a definition could not take over, in the order of the document.</summary>
internal sealed class IgnoredParts
{
    /// <summary>So many are listed; the count goes on.</summary>
    public const int MaximumListed = 1_000;

    private readonly List<IgnoredPart> _parts = [];
    private readonly Dictionary<string, (string Path, int Places)> _looks = new(StringComparer.Ordinal);

    /// <summary>How many there are, listed or not.</summary>
    public int Count { get; private set; }

    public void Add(IgnoredPart part)
    {
        Count++;
        if (_parts.Count < MaximumListed) _parts.Add(part);
    }

    /// <summary>Notes a property that changes the looks alone; one entry stands for all its places.</summary>
    public void AddLooks(string property, string path) => _looks[property] = _looks.TryGetValue(property, out var known) ? (known.Path, known.Places + 1) : (path, 1);

    /// <summary>All of it; what is about looks comes last.</summary>
    public IReadOnlyList<IgnoredPart> ToList()
    {
        var looks = _looks.OrderBy(l => l.Key, StringComparer.Ordinal)
            .Select(l => new IgnoredPart(l.Value.Path, null, l.Key, l.Value.Places == 1 ? "It changes the looks only." : $"It changes the looks only; {l.Value.Places} places."));
        return [.. _parts, .. looks.Take(MaximumListed - _parts.Count)];
    }

    /// <summary>How many entries there would be without the limit.</summary>
    public int Total => Count + _looks.Count;
}
