namespace Feedback.Indicators.Text;

/// <summary>The lists of words and characters that come with the library.</summary>
internal static class TextResource
{
    /// <summary>The lines of one, without empty ones and those that begin with #.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(TextResource).Assembly.GetManifestResourceStream($"text/{name}") ?? throw new InvalidOperationException($"There is no list {name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}
