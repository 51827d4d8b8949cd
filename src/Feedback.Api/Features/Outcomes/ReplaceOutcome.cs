using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Outcomes;

/// <summary>Replaces the company's own numbers under one name: retention, a revenue index. The whole list is sent; an empty one removes the name. There are at most 50 names.</summary>
public sealed class ReplaceOutcome : IEndpoint
{
    /// <summary>Every process holds all values in memory and reads them again with each change of the catalogue, so both are limited.</summary>
    public const int MaximumValues = 10_000, MaximumNames = 50;

    private const int MaximumBytes = 4 << 20;

    /// <summary>Every value under the name, in any order; all by month, all by quarter, or all by year.</summary>
    public sealed record Request
    {
        public IReadOnlyList<OutcomeDefinition?>? Values { get; init; }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/outcomes/{name}", Handle)
        .WithName("ReplaceOutcome")
        .WithTags("Organisation")
        .For(KeyScope.Admin)
        .Accepts<Request>("application/json")
        .RequestExample("""{"values":[{"unit":"emea","period":"2026-Q3","value":0.83},{"unit":"emea","period":"2026-Q4","value":0.85}]}""")
        .ResponseExample(200, """{"added":1,"changed":0,"removed":0,"unchanged":1}""")
        .Produces<ListChange>(200)
        .Problems(400, 401, 403, 413, 415, 503);

    private static async Task<IResult> Handle(HttpContext context, string name, Database database, CatalogueCache catalogue)
    {
        if (!Names.IsName(name)) return Problem.Invalid(ProblemCodes.InvalidOutcome, "name", Names.NameMessage);
        var (request, problem) = await Body.Read(context, ReplaceOutcomeValidator.Instance, ProblemCodes.InvalidOutcome, MaximumBytes);
        if (problem is not null) return problem;
        if (Check(request!.Values!, context.Caller().Catalogue.Units, out var values) is { } refusal) return refusal;
        ListChange change;
        await using (var session = await database.Write(context.RequestAborted))
        {
            if (values.Count > 0 && await Catalogue.Outcomes.Names(session) is { Count: >= MaximumNames } names && !names.Contains(name))
                return Problem.Invalid(ProblemCodes.InvalidOutcome, "name", $"There are at most {MaximumNames} names; an empty list removes one.");
            change = await Catalogue.Outcomes.Replace(session, name, values);
            if (!change.ChangesNothing()) await session.Commit();
        }
        await catalogue.Refresh(CancellationToken.None);
        return TypedResults.Ok(change);
    }

    private static Problem? Check(IReadOnlyList<OutcomeDefinition?> sent, UnitTree units, out IReadOnlyList<OutcomeValue> values)
    {
        var findings = new Findings(ProblemCodes.InvalidOutcome);
        var taken = new HashSet<(string, int)>();
        var kept = new List<OutcomeValue>(sent.Count);
        for (var i = 0; i < sent.Count; i++)
        {
            var value = new OutcomeValue { Unit = sent[i]!.Unit!, Period = CalendarPeriods.Number(sent[i]!.Period!)!.Value, Value = sent[i]!.Value!.Value };
            if (!units.IsLive(value.Unit)) findings.Add($"values[{i}].unit", "There is no such unit.", ProblemCodes.UnknownUnit);
            if (kept.Count > 0 && OutcomeSeries.GridOf(kept[0].Period) != OutcomeSeries.GridOf(value.Period))
                findings.Add($"values[{i}].period", "The periods of one outcome are all months, all quarters, or all years.");
            if (!taken.Add((value.Unit, value.Period))) findings.Add($"values[{i}]", "The unit has a value in the period already.");
            kept.Add(value);
        }
        values = kept;
        return findings.ToProblem();
    }
}

/// <summary>One of the company's own numbers as it is sent.</summary>
public sealed record OutcomeDefinition
{
    /// <summary>The unit's code. The number is the unit's own: nothing is added up or handed down.</summary>
    public string? Unit { get; init; }

    /// <summary>2026-11, 2026-Q4 or 2026.</summary>
    public string? Period { get; init; }

    /// <summary>In whatever the company counts it in.</summary>
    public double? Value { get; init; }
}
