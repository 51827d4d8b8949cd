using System.Globalization;

namespace Feedback.Indicators.Text.Valence;

/// <summary>The lists that are built in: the lexicon of VADER (MIT, see the folder Vader) and the names of emoji.</summary>
internal static class RatedWords
{
    /// <summary>Mean rating by word or emoticon, without regard to capitals.</summary>
    public static Dictionary<string, double> Read()
    {
        var ratings = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        // One that is listed in small letters too means what the small letters mean.
        foreach (var (word, rating) in Lines("vader_lexicon.tsv").OrderBy(line => line.Left.Any(char.IsAsciiLetterUpper) ? 0 : 1))
            ratings[word] = double.Parse(rating, CultureInfo.InvariantCulture);
        return ratings;
    }

    /// <summary>The English name of each emoji.</summary>
    public static IEnumerable<(string Emoji, string Name)> Emoji() => Lines("emoji_names.tsv");

    private static IEnumerable<(string Left, string Right)> Lines(string file)
    {
        using var stream = typeof(RatedWords).Assembly.GetManifestResourceStream(file) ?? throw new InvalidOperationException($"{file} is not built in.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t');
            yield return (line[..tab], line[(tab + 1)..]);
        }
    }
}
