namespace Feedback.Indicators.Audit;

/// <summary>The verification found people who can be worked out, or a broken rule. Nothing of this base may be published.</summary>
public sealed class AuditFailedException(string message) : Exception(message);
