using Feedback.Indicators.Audit;

namespace Feedback.Indicators.Tests.Audit;

/// <summary>A base put together by hand.</summary>
internal sealed class SomeBase(int k, params string[] dimensions)
{
    private readonly List<OrgNode> _tree = [];
    private readonly List<ProfileClass> _classes = [];

    public SomeBase Node(string code, string? parent = null, long? heads = null)
    {
        _tree.Add(new(code, parent, heads));
        return this;
    }

    public SomeBase People(string? unit, long people, params string?[] values)
    {
        _classes.Add(new(unit, values, people));
        return this;
    }

    public AuditQuestion Question() => new() { Dimensions = dimensions, Classes = _classes, Tree = _tree, MinimumGroup = k };

    /// <summary>The same people in a survey that anybody can answer.</summary>
    public AuditQuestion Open() => Question() with { IsOpen = true };

    /// <summary>The names of the released cells: the unit, then <c>|0=value</c> for each dimension; "" for the whole.</summary>
    public string[] Released() => Released(Question());

    public static string[] Released(AuditQuestion question) => [.. ReleaseAudit.Run(question).Released.Select(cell => Attacker.Name(cell.Cell))];
}
