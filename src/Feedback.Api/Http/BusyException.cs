namespace Feedback.Api.Http;

/// <summary>There is too much to do just now; asking again later makes sense. The message is shown.</summary>
public sealed class BusyException(string message) : Exception(message);
