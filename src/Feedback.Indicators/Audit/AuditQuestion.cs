namespace Feedback.Indicators.Audit;

/// <summary>What is audited: one base, the people whose answers enter the same variable or scale, and the tree they are seen through.</summary>
public sealed record AuditQuestion
{
    /// <summary>Names of the dimensions, without the unit.</summary>
    public required IReadOnlyList<string> Dimensions { get; init; }

    public required IReadOnlyList<ProfileClass> Classes { get; init; }

    /// <summary>The organisation of the period. A node whose parent is not in it stands at the top.</summary>
    public required IReadOnlyList<OrgNode> Tree { get; init; }

    /// <summary>k: no group of fewer people may be worked out from what is released.</summary>
    public required int MinimumGroup { get; init; }

    /// <summary>Whoever has the address can answer, and answer again: the top and nodes of at least 10k heads only, and no dimension.</summary>
    public bool IsOpen { get; init; }

    /// <summary>
    /// Codes of nodes with more responses than heads, "" for the whole. Their cells are withheld and cannot be worked out. A node
    /// with more people in this base than heads is found here without being named.
    /// </summary>
    public IReadOnlySet<string> Overfull { get; init; } = new HashSet<string>();
}

/// <summary>People whom no filter can tell apart: the same unit and the same value of every dimension. Null: the answer lacks it.</summary>
/// <param name="Unit">The unit of the answer; null, or one that is not in the tree, is in no node but in the whole.</param>
/// <param name="Values">One value a dimension. Lacking one is a value like any other.</param>
/// <param name="People">How many they are. A class of nobody is ignored.</param>
public sealed record ProfileClass(string? Unit, IReadOnlyList<string?> Values, long People);

/// <summary>A node of the organisation as of the release.</summary>
/// <param name="Code">Unique in the tree.</param>
/// <param name="Parent">The node around it, null at the top.</param>
/// <param name="Headcount">People in it and below it, null if not known.</param>
public sealed record OrgNode(string Code, string? Parent, long? Headcount);
