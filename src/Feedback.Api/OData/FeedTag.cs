using System.Text;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Feedback.Api.OData;

/// <summary>
/// The tag of an answer, from what it is made of instead of from its body, so that nothing is read for whoever has it: the counts of
/// the store, the catalogue (releases and what the organisation adds raise its stamp), the day, the program, its settings, the whole
/// address, the form and what the key may see.
/// </summary>
internal static class FeedTag
{
    public static async Task<string> Of(HttpContext context, FeedScope scope, FeedFormat format, int pageSize)
    {
        var state = (await scope.Read.Session.Row<State>(Queries.ReadFeedState))!;
        var text = string.Join('\n',
            typeof(FeedTag).Assembly.ManifestModule.ModuleVersionId, scope.Read.MinimumGroup, scope.Clock.Zone.Id, scope.Read.Catalogue.Stamp, scope.Read.Today.DayNumber,
            state.Folded, state.Fresh, state.Waiting, state.Updated, scope.Caller.Key.Audience, format.ContentType, pageSize, context.Request.GetEncodedUrl());
        return EntityTags.Of(Encoding.UTF8.GetBytes(text));
    }

    private sealed class State
    {
        public long? Folded { get; init; }
        public long? Fresh { get; init; }
        public long Waiting { get; init; }
        public long? Updated { get; init; }
    }
}
