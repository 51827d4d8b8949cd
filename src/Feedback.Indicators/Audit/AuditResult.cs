namespace Feedback.Indicators.Audit;

/// <summary>What may be published of one base, and how it was found.</summary>
/// <param name="Released">In canonical order: by node code (the whole first), number of values, dimensions and values, all ordinal.</param>
/// <param name="Candidates">Cells that have enough people and are of a published kind.</param>
/// <param name="Refused">Candidates that would have given a protected set away.</param>
/// <param name="ProtectedSets">Different sets of people that nobody can work out from the released cells.</param>
/// <param name="Kinds">Which kinds of cell were published; more than "every kind" when a limit was met.</param>
/// <param name="Primes">The primes that were calculated with: of the audit and of its verification.</param>
public sealed record AuditResult(IReadOnlyList<ReleasedCell> Released, int Candidates, int Refused, int ProtectedSets, string Kinds, ulong[] Primes);

/// <summary>One cell of the grammar: a node or null for the whole, and at most two values.</summary>
/// <param name="Unit">The node with everything below it.</param>
/// <param name="Values">Dimensions ascending; value null for those who lack the dimension.</param>
public sealed record Cell(string? Unit, IReadOnlyList<(int Dimension, string? Value)> Values);

/// <summary>A cell that may be published.</summary>
/// <param name="Cell">Which one.</param>
/// <param name="People">How many they are, at least k.</param>
/// <param name="Classes">Indexes into <see cref="AuditQuestion.Classes"/>, ascending.</param>
public sealed record ReleasedCell(Cell Cell, long People, IReadOnlyList<int> Classes);
