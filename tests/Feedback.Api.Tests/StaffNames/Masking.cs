using System.Text;
using System.Text.Json.Nodes;
using Feedback.Api.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.StaffNames;

/// <summary>What tests of masked names need: a list, a second reading, and a look at the store as a thief of the disk has it.</summary>
internal static class Masking
{
    public static Task<JsonNode> PutNames(this TestService service, params string[] names) =>
        service.Admin.Put("/v1/staff-names", new JsonObject { ["names"] = new JsonArray([.. names.Select(n => (JsonNode)n)]) }).Body();

    /// <summary>Does at once what the service does by itself within seconds.</summary>
    public static Task ReadAgain(this TestService service) => service.Services.GetRequiredService<Rereading>().Run(CancellationToken.None);

    /// <summary>Every file of the embedded store, byte for byte, its log and what else lies beside it.</summary>
    public static IReadOnlyList<(string File, byte[] Bytes)> Files(this TestStore store) =>
        [.. Directory.GetFiles(store.Folder, "*", SearchOption.AllDirectories).Select(file => (Path.GetFileName(file), Read(file)))];

    /// <summary>The files that hold a text in UTF-8 or UTF-16.</summary>
    public static IEnumerable<string> Holding(this TestStore store, string text) =>
        store.Files().Where(f => Contains(f.Bytes, Encoding.UTF8.GetBytes(text)) || Contains(f.Bytes, Encoding.Unicode.GetBytes(text))).Select(f => f.File);

    private static bool Contains(byte[] bytes, byte[] text) => bytes.AsSpan().IndexOf(text) >= 0;

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
