namespace Feedback.Api.Data;

/// <summary>Reads the SQL files that the build embedded.</summary>
internal static class Resources
{
    /// <summary>All files below a folder: the rest of the path, and the text.</summary>
    public static IEnumerable<(string Name, string Text)> Read(string folder)
    {
        var assembly = typeof(Resources).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            var path = resource.Replace('\\', '/');
            if (!path.StartsWith(folder, StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (path[folder.Length..], reader.ReadToEnd());
        }
    }
}
