using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Indicators;
using Microsoft.AspNetCore.Http.Extensions;

namespace Feedback.Api.OData;

/// <summary>
/// The tag of an answer, from what it is made of instead of from its body, so that nothing is read for whoever has it: the counts of
/// customers where the key may see them, the catalogue (releases and what the organisation adds raise its stamp), the day, the program,
/// its settings, the whole address, the form and what the key may see. Counts of employees are not among it, or the tag would tell
/// when one of them answers; figures of theirs change by a release alone. Sealed, so that no state can be tried out against it.
/// </summary>
internal static class FeedTag
{
    public static async Task<string> Of(HttpContext context, FeedScope scope, FeedFormat format, int pageSize, Seal seal)
    {
        var state = scope.Caller.MayTouch(Audience.Customer) ? await scope.Read.Session.Row<State>(Queries.ReadFeedState) : null;
        var text = string.Join('\n',
            typeof(FeedTag).Assembly.ManifestModule.ModuleVersionId, scope.Read.MinimumGroup, scope.Clock.Zone.Id, scope.Read.Catalogue.Stamp, scope.Read.Today.DayNumber,
            state?.Fresh, state?.Waiting, state?.Updated, scope.Caller.Key.Audience, format.ContentType, pageSize, context.Request.GetEncodedUrl());
        return EntityTags.Weak(seal.Tag(text));
    }

    private sealed class State
    {
        public long? Fresh { get; init; }
        public long Waiting { get; init; }
        public long? Updated { get; init; }
    }
}
