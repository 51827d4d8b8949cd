namespace Feedback.Api.Tests.Anonymity.Solving;

/// <summary>What is true of a cell, which no key can ask.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Classes">Numbers of the classes of people in it, ascending.</param>
/// <param name="People">How many people of the base are in it.</param>
internal sealed record TrueCell(AskedCell Cell, int[] Classes, int People);
