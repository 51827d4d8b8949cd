namespace Feedback.Api.Tests.Anonymity.Invented;

/// <summary>A unit of an invented organisation.</summary>
/// <param name="Code">Stays when the unit is renamed.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Parent">The unit around it; null at the top.</param>
/// <param name="Effect">How far its people answer above those of other units, in points; those of the units around it included.</param>
/// <param name="Home">Where most of its people work.</param>
/// <param name="Rate">Share of a team's people who answer; only leaf units have people.</param>
internal sealed record InventedUnit(string Code, string Name, string? Parent, double Effect, string Home, double Rate);
