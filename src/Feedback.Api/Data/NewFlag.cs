namespace Feedback.Api.Data;

/// <summary>A concern that is raised with its response.</summary>
/// <param name="FlagKey">32 hexadecimal characters, drawn by lot.</param>
/// <param name="Week">The Monday of the week in which it came in, yyyymmdd.</param>
/// <param name="Node">The unit that shows it; null for the whole organisation.</param>
public sealed record NewFlag(string FlagKey, int Week, string? Node)
{
    /// <summary>The id the response is stored under; set by whoever stores it.</summary>
    public Guid Id { get; init; }
}
