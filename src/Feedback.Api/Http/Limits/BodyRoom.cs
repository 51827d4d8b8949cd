using Feedback.Api.Ingest;

namespace Feedback.Api.Http.Limits;

/// <summary>Memory for bodies that are read whole, shared by whoever sends them. What is sent slowly takes as much as has come.</summary>
public sealed class BodyRoom(LimitSettings settings)
{
    /// <summary>Bytes of a body that are not counted: that much every connection has.</summary>
    public const int Free = 16 * 1024;

    private readonly SharedRoom _room = new((long)settings.BodyMegabytes << 20);

    /// <summary>Room for the body of a request, which is given back when the request ends.</summary>
    internal static Lease For(HttpContext context)
    {
        var lease = new Lease(context.RequestServices.GetRequiredService<BodyRoom>()._room, context.Features.Get<Caller>()?.Sender ?? $"place {Places.Of(context)}");
        context.Response.RegisterForDispose(lease);
        return lease;
    }

    /// <summary>What one body takes of the room.</summary>
    internal sealed class Lease(SharedRoom room, string sender) : IDisposable
    {
        private long _bytes;

        /// <summary>Takes as much as the body has by now, or tells that there is no room for it.</summary>
        public bool TryGrow(long bytes)
        {
            if (bytes > _bytes && !room.TryTake(sender, bytes - _bytes)) return false;
            _bytes = Math.Max(_bytes, bytes);
            return true;
        }

        public void Dispose()
        {
            if (_bytes > 0) room.GiveBack(sender, _bytes);
            _bytes = 0;
        }
    }
}
