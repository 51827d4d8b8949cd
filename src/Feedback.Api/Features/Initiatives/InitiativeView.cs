using Feedback.Api.Catalogue;

namespace Feedback.Api.Features.Initiatives;

/// <summary>A change programme as the service shows it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Title">What people call it.</param>
/// <param name="From">The day it begins.</param>
/// <param name="Units">Codes of the units it touches; each stands for those below it too.</param>
/// <param name="WayPoints">What happened in it, in the order of the days.</param>
public sealed record InitiativeView(string Key, string Title, DateOnly From, IReadOnlyList<string> Units, IReadOnlyList<WayPoint> WayPoints)
{
    public static InitiativeView Of(Initiative initiative) => new(initiative.Key, initiative.Title, initiative.From, initiative.Units, initiative.WayPoints);
}
