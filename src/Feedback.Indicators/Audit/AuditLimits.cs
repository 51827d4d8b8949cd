namespace Feedback.Indicators.Audit;

/// <summary>When fewer kinds of cell are published: counts of operations, so that the same question meets them at the same place.</summary>
/// <param name="Memberships">Classes in cells, summed over all cells of the grammar: the memory of the enumeration.</param>
/// <param name="Work">Entries of the echelon form written by one audit.</param>
/// <param name="Entries">Entries of the echelon form held at a time: the memory of the audit.</param>
internal sealed record AuditLimits(long Memberships = 20_000_000, long Work = 5_000_000_000, long Entries = 20_000_000);
