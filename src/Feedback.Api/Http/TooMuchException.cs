namespace Feedback.Api.Http;

/// <summary>More was asked for than one answer holds, which only the store could tell; 400 about the parameter. The message is shown.</summary>
public sealed class TooMuchException(string parameter, string message) : Exception(message)
{
    public string Parameter => parameter;
}
