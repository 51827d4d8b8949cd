namespace Feedback.Api.Http;

/// <summary>Holds the body of an answer back that is 200 and has no tag yet; every other goes to where it was meant to go.</summary>
internal sealed class UntaggedBody(HttpResponse response, Stream body) : Stream
{
    private readonly MemoryStream _held = new();

    /// <summary>What was held back.</summary>
    public ReadOnlyMemory<byte> Bytes => _held.GetBuffer().AsMemory(0, (int)_held.Length);

    private bool IsHeld => _held.Length > 0 || response.StatusCode == StatusCodes.Status200OK && response.Headers.ETag.Count == 0;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => (IsHeld ? _held : body).Write(buffer);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => (IsHeld ? _held : body).WriteAsync(buffer, cancellationToken);

    public override void Flush()
    {
        if (!IsHeld) body.Flush();
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => IsHeld ? Task.CompletedTask : body.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _held.Dispose();
        base.Dispose(disposing);
    }
}
