using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.OData;

namespace Feedback.Api.Features.OData;

/// <summary>Says of addresses that other services of OData have that this one has them not: batches, columns, relations.</summary>
public sealed class RefuseFeedRequest : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/$batch", ["GET", "POST"], () => FeedQueryReader.NotSupported(null, "Batches are not supported; ask set by set."))
            .For(KeyScope.Read)
            .ExcludeFromDescription();
        routes.MapGet("/{set}/{**rest}", () => FeedQueryReader.NotSupported(null, "An address below a set is not supported, but for $count."))
            .For(KeyScope.Read)
            .Options()
            .ExcludeFromDescription();
    }
}
