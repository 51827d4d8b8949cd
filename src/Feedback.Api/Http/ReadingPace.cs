using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Feedback.Api.Http;

/// <summary>How fast exports have to be read.</summary>
public static class ReadingPace
{
    /// <summary>Bytes a second that a reader takes at the least, after <see cref="Grace"/> at the start of each write.</summary>
    public const int LeastBytes = 16_384;

    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>
    /// For answers that go out while a snapshot of the store is held for them: a reader that is dead or stops is let go of, and the
    /// snapshot with it. Over HTTP/2 the server's own limit stays, which is the same for all.
    /// </summary>
    public static void ExpectSteadyReader(this HttpContext context)
    {
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } pace) pace.MinDataRate = new MinDataRate(LeastBytes, Grace);
    }
}
