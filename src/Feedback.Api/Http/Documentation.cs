namespace Feedback.Api.Http;

/// <summary>What an operation says of itself in the OpenAPI document, beyond what its types say.</summary>
public static class Documentation
{
    /// <summary>The statuses under which it answers a problem.</summary>
    public static TBuilder Problems<TBuilder>(this TBuilder builder, params int[] statuses) where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in statuses) builder.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ProblemBody), ["application/problem+json"]));
        return builder;
    }
}
