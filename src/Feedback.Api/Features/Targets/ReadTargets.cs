using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;
using Feedback.Indicators;
using Target = Feedback.Api.Catalogue.Target;

namespace Feedback.Api.Features.Targets;

/// <summary>Lists the organisation's targets by audience, indicator, measure and unit.</summary>
public sealed class ReadTargets : IEndpoint
{
    /// <summary>A target as it stands.</summary>
    /// <param name="Indicator">The indicator's slug.</param>
    /// <param name="Measure">What the indicator is worked out on; null for an indicator that takes no measure.</param>
    /// <param name="Audience">Whose answers the figure is about.</param>
    /// <param name="Unit">The unit's code; null for the whole organisation.</param>
    /// <param name="Direction">On which side of the value the figure shall be.</param>
    /// <param name="Value">On the indicator's scale.</param>
    /// <param name="Until">The day by which it shall be reached.</param>
    public sealed record TargetView(string Indicator, string? Measure, Audience Audience, string? Unit, Direction Direction, double Value, DateOnly Until);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/targets", Handle)
        .WithName("ReadTargets")
        .WithTags("Organisation")
        .For(KeyScope.Read)
        .List<TargetView>()
        .Problems(400, 401, 403, 503);

    private static IResult Handle(HttpContext context)
    {
        var caller = context.Caller();
        if (ListRequest.Read(context, out var asked) is { } problem) return problem;
        var targets = caller.Catalogue.Targets.Where(t => caller.MayTouch(t.Audience)).OrderBy(KeyOf, StringComparer.Ordinal).ToList();
        return asked.Answer(targets, KeyOf, t => new TargetView(t.Indicator, t.Measure, t.Audience, t.Unit, t.Direction, t.Value, t.Until));
    }

    private static string KeyOf(Target target) => string.Join('\u001f', target.Audience, target.Indicator, target.Measure, target.Unit);
}
