namespace Feedback.Api.Http;

/// <summary>One operation of the service: its route, who may call it, and what it answers, in one class.</summary>
public interface IEndpoint
{
    static abstract void Map(IEndpointRouteBuilder routes);
}

public static class EndpointExtensions
{
    /// <summary>Maps an operation; reads as a list in <c>Endpoints.cs</c>.</summary>
    public static IEndpointRouteBuilder Map<TEndpoint>(this IEndpointRouteBuilder routes) where TEndpoint : IEndpoint
    {
        TEndpoint.Map(routes);
        return routes;
    }

    /// <summary>Only keys with one of these scopes may call it; admin keys may always.</summary>
    public static TBuilder For<TBuilder>(this TBuilder builder, params Catalogue.KeyScope[] scopes) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new RequiredScope(scopes));

    /// <summary>Everybody may call it.</summary>
    public static TBuilder ForEverybody<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new OpenToEverybody());

    /// <summary>The query parameters it knows; any other is refused.</summary>
    public static TBuilder Query<TBuilder>(this TBuilder builder, params string[] names) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new KnownParameters(names));

    /// <summary>The parts that links to a page have; it refuses others itself, in the words of a page.</summary>
    public static TBuilder Links<TBuilder>(this TBuilder builder, params string[] names) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new KnownParameters(names) { AreOfLinks = true });

    /// <summary>The query options it knows, which begin with $; it refuses others itself, in the words of the protocol. Parameters it has none.</summary>
    public static TBuilder Options<TBuilder>(this TBuilder builder, params string[] names) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new KnownParameters(names) { AreOptions = true });

    /// <summary>It serves figures of employees: what it answers and what it refuses is written into the ledger.</summary>
    /// <param name="builder">The operation.</param>
    /// <param name="readsBoth">Whether a request reads both audiences, whichever it names.</param>
    public static TBuilder Audited<TBuilder>(this TBuilder builder, Func<HttpContext, bool> readsBoth) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new AuditedOperation(readsBoth));

    /// <summary>It serves figures of employees to some requests, which name no audience: what it answers and what it refuses them is written into the ledger.</summary>
    /// <param name="builder">The operation.</param>
    /// <param name="mayConcernEmployees">Whether a request is one of them.</param>
    public static TBuilder AuditedWhere<TBuilder>(this TBuilder builder, Func<HttpContext, bool> mayConcernEmployees) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new AuditedOperation(_ => false) { MayConcernEmployees = mayConcernEmployees });
}

/// <summary>Which scopes may call an operation.</summary>
public sealed record RequiredScope(IReadOnlyList<Catalogue.KeyScope> Scopes);

/// <summary>Marks an operation that needs no key.</summary>
public sealed record OpenToEverybody;

/// <summary>The query parameters an operation knows.</summary>
public sealed record KnownParameters(IReadOnlyList<string> Names)
{
    /// <summary>Whether names that begin with $ are left to the operation.</summary>
    public bool AreOptions { get; init; }

    /// <summary>Whether any other is left to the operation.</summary>
    public bool AreOfLinks { get; init; }
}

/// <summary>Marks an operation whose reads of employees' figures are written into the ledger.</summary>
/// <param name="ReadsBoth">Whether a request reads both audiences, whichever it names.</param>
public sealed record AuditedOperation(Func<HttpContext, bool> ReadsBoth)
{
    /// <summary>Whether a request may read employees' figures, where it names neither audience nor surveys; null where it does.</summary>
    public Func<HttpContext, bool>? MayConcernEmployees { get; init; }
}
