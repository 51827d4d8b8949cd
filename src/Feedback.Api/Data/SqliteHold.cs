namespace Feedback.Api.Data;

/// <summary>
/// The mark of the one process that serves a file: <c>FILE.lock</c> beside it, under a lock of the operating system, which goes with the
/// process however it ends. The file itself says nothing and stays. Where a file system knows no locks (some network ones) it protects
/// nothing; a store does not belong there.
/// </summary>
internal sealed class SqliteHold : IDisposable
{
    /// <summary>EAGAIN of Linux, EAGAIN of macOS and the BSDs; ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.</summary>
    private static readonly int[] Taken = OperatingSystem.IsWindows() ? [32, 33] : [11, 35];

    private readonly FileStream _file;

    /// <param name="store">The path of the store; its folder is there.</param>
    /// <exception cref="StoreInUseException">Another process has it.</exception>
    public SqliteHold(string store)
    {
        // Whoever comes by a link meets whoever comes without.
        var path = new FileInfo(store) is { Exists: true } file && file.ResolveLinkTarget(returnFinalTarget: true) is { } target ? target.FullName : Path.GetFullPath(store);
        try
        {
            _file = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (Taken.Contains(e.HResult & 0xffff))
        {
            throw new StoreInUseException(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The store {path} cannot be served: {e.Message}", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
