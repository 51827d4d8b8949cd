using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Feedback.Api.Backup;

/// <summary>Files that nobody but their owner may read, that are whole or not there, and that are there after the power failed.</summary>
internal static partial class DurableFile
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes an empty file.</summary>
    /// <exception cref="IOException">There is one of the name.</exception>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Private;
        return new FileStream(path, options);
    }

    /// <summary>Copies a file.</summary>
    public static async Task Copy(string from, string to, CancellationToken cancellation)
    {
        await using var source = File.OpenRead(from);
        await using var target = Create(to);
        await source.CopyToAsync(target, 1 << 20, cancellation);
        target.Flush(flushToDisk: true);
    }

    /// <summary>Writes a text under a name that is not taken.</summary>
    public static async Task Write(string path, Func<TextWriter, Task> write)
    {
        var partial = Beside(path);
        try
        {
            await using (var stream = Create(partial))
            {
                await using (var writer = new StreamWriter(stream, leaveOpen: true)) await write(writer);
                stream.Flush(flushToDisk: true);
            }
            Name(partial, path);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Gives a file that is whole its name, for good.</summary>
    /// <exception cref="IOException">There is one of the name.</exception>
    public static void Name(string partial, string path)
    {
        using (var stream = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite)) stream.Flush(flushToDisk: true);
        File.Move(partial, path, overwrite: false);
        SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>A name beside another that nobody else uses.</summary>
    public static string Beside(string path) => $"{path}.{Guid.NewGuid():N}.partial";

    /// <summary>SHA-256 of a file, hexadecimal.</summary>
    public static async Task<string> HashOf(string path, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
    }

    /// <summary>A name is durable once its folder is. What cannot sync folders keeps names by itself.</summary>
    private static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows() || Open(folder, 0) is not (>= 0 and var handle)) return;
        _ = Sync(handle);
        _ = Close(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
