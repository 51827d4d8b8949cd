using System.Reflection;
using Feedback.Api.Data;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Running;

/// <summary>Tells which version runs, on which engine, and the schema it works with.</summary>
public sealed class ReadVersion : IEndpoint
{
    /// <summary>The version of the service.</summary>
    public static readonly string Version =
        typeof(ReadVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>What runs.</summary>
    /// <param name="Version">The version of the service.</param>
    /// <param name="Engine"><c>sqlite</c> or <c>sqlserver</c>.</param>
    /// <param name="Schema">The name of the last migration.</param>
    public sealed record Response(string Version, string Engine, string Schema);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/version", Handle)
        .WithName("ReadVersion")
        .WithTags("Service")
        .ForEverybody()
        .Produces<Response>(200)
        .Problems(400);

    private static IResult Handle(Database database) =>
        TypedResults.Ok(new Response(Version, database.Engine, Path.GetFileNameWithoutExtension(Migrator.Files(database.Engine).Last().Name)));
}
