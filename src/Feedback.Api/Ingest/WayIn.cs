namespace Feedback.Api.Ingest;

/// <summary>By which way responses come in.</summary>
public enum WayIn { Single, Batch, Import }
