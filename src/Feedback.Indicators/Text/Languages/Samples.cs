namespace Feedback.Indicators.Text.Languages;

/// <summary>The sample texts that are built in (see Samples/README.md).</summary>
internal static class Samples
{
    private const string Prefix = "language.", Suffix = ".txt";

    public static IEnumerable<(string Language, string Text)> Read()
    {
        var assembly = typeof(Samples).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name[Prefix.Length..^Suffix.Length], reader.ReadToEnd());
        }
    }
}
