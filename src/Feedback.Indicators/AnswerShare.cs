namespace Feedback.Indicators;

/// <summary>How often one answer to an item was given; unrounded. It reaches a reader only through <see cref="Anonymity"/>.</summary>
/// <param name="Value">The rating, after reverse-keying; null for an option.</param>
/// <param name="Option">The option; null for a rating.</param>
/// <param name="N">People who gave it; null where they are fewer than k.</param>
/// <param name="Share">Percent of the people who answered, weighted if that was asked for; null where <paramref name="N"/> is.</param>
public sealed record AnswerShare(int? Value, string? Option, long? N, double? Share);
