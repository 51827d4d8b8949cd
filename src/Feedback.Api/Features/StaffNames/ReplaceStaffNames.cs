using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Api.Texts;

namespace Feedback.Api.Features.StaffNames;

/// <summary>
/// Replaces the names that are masked in texts. The whole list is sent; it is stored encrypted and never shown again. Texts stored before are masked again in the
/// background; comments that were released stay as they are.
/// </summary>
public sealed class ReplaceStaffNames : IEndpoint
{
    /// <summary>A hundred thousand names of two hundred characters, of three bytes each.</summary>
    private const int MaximumBytes = 64 << 20;

    private const int MaximumNames = 100_000, MaximumLength = 200, MostErrors = 20;

    /// <summary>Every name, in any order; an empty list masks none.</summary>
    public sealed record Request
    {
        public IReadOnlyList<string?>? Names { get; init; }
    }

    /// <summary>What the list changed; a name that stands twice counts once.</summary>
    /// <param name="Added">Names that were not there before.</param>
    /// <param name="Removed">Names that are not there any more.</param>
    /// <param name="Unchanged">Names that are as they were.</param>
    public sealed record Change(int Added, int Removed, int Unchanged);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/staff-names", Handle)
        .WithName("ReplaceStaffNames")
        .WithTags("Organisation")
        .For(KeyScope.Admin)
        .Accepts<Request>("application/json")
        .RequestExample("""{"names":["Anna Schmidt","Jan van der Berg","王小明"]}""")
        .ResponseExample(200, """{"added":3,"removed":0,"unchanged":0}""")
        .Produces<Change>(200)
        .Problems(400, 401, 403, 413, 415, 503);

    private static async Task<IResult> Handle(HttpContext context, Database database, CatalogueCache catalogue, Seal seal, Rereading rereading, TimeProvider time)
    {
        var (request, problem) = await Body.Read<Request>(context, limit: MaximumBytes);
        if ((problem ?? Check(request!)) is { } refused) return refused;
        var names = request!.Names!.Select(name => name!.Trim()).ToHashSet(StringComparer.Ordinal);
        Change change;
        await using (var session = await database.Write(context.RequestAborted))
        {
            await session.Run(Queries.RaiseStamp);
            var stored = (await WordLists.Read(session)).StaffNames;
            var before = StaffList.Stored(seal, stored);
            var unchanged = before.Count(names.Contains);
            change = new Change(names.Count - unchanged, before.Length - unchanged, unchanged);
            // A list that another secret keeps shut gives way to an empty one too.
            if (change is not { Added: 0, Removed: 0 } || before.Length == 0 && !string.IsNullOrEmpty(stored))
            {
                await WordLists.Replace(session, WordLists.StaffNamesName, StaffList.Protect(seal, names), time);
                await session.Commit();
            }
        }
        await catalogue.Refresh(CancellationToken.None);
        rereading.Wake();
        return TypedResults.Ok(change);
    }

    /// <summary>What is wrong with a list, by position: no error repeats a name.</summary>
    private static Problem? Check(Request request)
    {
        if (request.Names is not { Count: <= MaximumNames } names)
            return Problem.Invalid(ProblemCodes.InvalidStaffNames, "names", request.Names is null ? "The whole list is sent." : $"There are at most {MaximumNames} names.");
        var wrong = names.Index().Where(entry => !IsName(entry.Item)).Take(MostErrors)
            .ToDictionary(entry => string.Create(CultureInfo.InvariantCulture, $"names[{entry.Index}]"), _ => new[] { $"A name has a letter and 1 to {MaximumLength} characters." });
        return wrong.Count == 0 ? null : new Problem(400, ProblemCodes.InvalidStaffNames, "The body breaks a rule; see errors.", wrong);
    }

    private static bool IsName(string? name) => name is { Length: >= 1 and <= MaximumLength } && name.Any(char.IsLetter) && !name.Any(char.IsControl);
}
