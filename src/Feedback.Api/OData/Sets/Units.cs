using Feedback.Api.Catalogue;

namespace Feedback.Api.OData.Sets;

/// <summary>A unit and where it stands.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Level">Its depth in the tree: 1 without a parent.</param>
/// <param name="Path">The codes from the top down to it, with slashes between.</param>
/// <param name="TotalHeadcount">The people in it and below it.</param>
public sealed record UnitRow(Unit Unit, int Level, string Path, long? TotalHeadcount);

/// <summary>Every unit, retired ones too, because figures of the past name them.</summary>
public sealed class Units : ListedSet<UnitRow>
{
    public override string Name => "Units";

    public override string TypeName => "Unit";

    public override IReadOnlyList<FeedColumn<UnitRow>> Columns { get; } =
    [
        FeedColumn<UnitRow>.Text("key", u => u.Unit.Code, isNullable: false),
        FeedColumn<UnitRow>.Text("code", u => u.Unit.Code, isNullable: false),
        FeedColumn<UnitRow>.Text("name", u => u.Unit.Name, isNullable: false),
        FeedColumn<UnitRow>.Text("parent", u => u.Unit.Parent),
        FeedColumn<UnitRow>.Whole("level", u => u.Level, isNullable: false),
        FeedColumn<UnitRow>.Text("path", u => u.Path, isNullable: false),
        FeedColumn<UnitRow>.Whole("headcount", u => u.Unit.Headcount),
        FeedColumn<UnitRow>.Whole("totalHeadcount", u => u.TotalHeadcount),
        FeedColumn<UnitRow>.Flag("retired", u => u.Unit.IsRetired, isNullable: false),
        FeedColumn<UnitRow>.Instant("updatedAt", u => u.Unit.ChangedAt == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(u.Unit.ChangedAt)),
    ];

    protected override ValueTask<List<UnitRow>> Rows(FeedScope scope)
    {
        var tree = scope.Read.Units;
        return new([.. tree.All.Select(unit => RowOf(tree, unit))]);
    }

    private static UnitRow RowOf(UnitTree tree, Unit unit)
    {
        List<string> path = [.. tree.Upward(unit.Code).Select(u => u.Code)];
        path.Reverse();
        return new UnitRow(unit, path.Count, string.Join('/', path), unit.IsRetired ? null : tree.Headcount(unit.Code));
    }
}
