namespace Feedback.Api.Http;

/// <summary>What an operation says of itself in the OpenAPI document, beyond what its types say.</summary>
public static class Documentation
{
    /// <summary>The statuses under which it answers a problem. What asks for a key may be asked too fast.</summary>
    public static TBuilder Problems<TBuilder>(this TBuilder builder, params int[] statuses) where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in AndTooFast(statuses)) builder.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ProblemBody), ["application/problem+json"]));
        return builder;
    }

    /// <summary>The statuses under which it answers a problem as clients of OData look for it.</summary>
    public static TBuilder FeedProblems<TBuilder>(this TBuilder builder, params int[] statuses) where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in AndTooFast(statuses)) builder.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(FeedProblemBody), ["application/problem+json"]));
        return builder;
    }

    /// <summary>The statuses under which it answers with a page, refusals among them.</summary>
    public static TBuilder Pages<TBuilder>(this TBuilder builder, params int[] statuses) where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in statuses) builder.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(string), ["text/html"]));
        return builder;
    }

    /// <summary>A request that shows how it is used.</summary>
    public static TBuilder RequestExample<TBuilder>(this TBuilder builder, string json) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new OperationExample(null, json));

    /// <summary>An answer that shows what comes back.</summary>
    public static TBuilder ResponseExample<TBuilder>(this TBuilder builder, int status, string json) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new OperationExample(status, json));

    /// <summary>With a parameter it answers another JSON object than its type says.</summary>
    /// <param name="builder">The operation.</param>
    /// <param name="description">With which parameter, and what.</param>
    public static TBuilder ProducesAlso<TBuilder>(this TBuilder builder, string description) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new OtherAnswer(description));

    private static IEnumerable<int> AndTooFast(int[] statuses) => statuses.Contains(StatusCodes.Status401Unauthorized) ? statuses.Append(StatusCodes.Status429TooManyRequests).Order() : statuses;
}

/// <summary>Another JSON object than an operation's type says.</summary>
public sealed record OtherAnswer(string Description);

/// <summary>A body that shows how an operation is used.</summary>
/// <param name="Status">The status of the answer it belongs to; null for the request.</param>
/// <param name="Json">The body.</param>
public sealed record OperationExample(int? Status, string Json);
