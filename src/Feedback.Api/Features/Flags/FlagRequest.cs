using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Http.Intake;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Features.Flags;

/// <summary>Which flags are asked for.</summary>
/// <param name="Raisers">Of one audience; null for both.</param>
/// <param name="State">In one state; null for all.</param>
/// <param name="Unit">Those that the unit shows, or one below it; null for all.</param>
internal sealed record FlagRequest(Audience? Raisers, FlagState? State, string? Unit)
{
    public static readonly string[] Parameters = ["audience", "state", "unit"];

    /// <summary>Reads what is asked from the query; it is refused for its text alone.</summary>
    public static Problem? Read(HttpContext context, out FlagRequest request)
    {
        var query = context.Request.Query;
        request = new FlagRequest(null, null, null);
        if (Parameters.FirstOrDefault(p => query[p].Count > 1) is { } twice) return Problem.Invalid(ProblemCodes.InvalidParameter, twice, "It stands once.");
        if (query.TryGetValue("audience", out var audience))
        {
            if (audience.ToString() is not ("customer" or "employee")) return Problem.Invalid(ProblemCodes.InvalidParameter, "audience", "It is customer or employee.");
            request = request with { Raisers = audience == "customer" ? Audience.Customer : Audience.Employee };
        }
        if (query.TryGetValue("state", out var state))
        {
            if (state.ToString() is not ("waiting" or "answered" or "closed")) return Problem.Invalid(ProblemCodes.InvalidParameter, "state", "It is waiting, answered or closed.");
            request = request with { State = state == "waiting" ? FlagState.Waiting : state == "answered" ? FlagState.Answered : FlagState.Closed };
        }
        if (!query.TryGetValue("unit", out var unit)) return null;
        request = request with { Unit = unit };
        return Names.IsName(unit.ToString()) ? null : Problem.Invalid(ProblemCodes.InvalidParameter, "unit", "It is the code of a unit.");
    }

    public bool Wants(RaisedFlag flag, UnitTree units) =>
        (Raisers is null || flag.Audience == Raisers) && (State is null || flag.State == State)
        && (Unit is null || flag.Unit is { } shown && units.Upward(shown).Any(u => u.Code == Unit));
}
