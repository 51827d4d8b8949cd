using System.Globalization;
using System.IO.Compression;
using Feedback.Indicators.Text;

namespace Feedback.Indicators.Tests.Text;

/// <summary>A sentence with the mean of its human ratings and the polarity that the authors' own program gives it (see Vader/README.md).</summary>
public sealed record RatedSentence(string Number, double Rating, Polarity Expected, string Text);

/// <summary>The sentences that Hutto and Gilbert (2014) had rated.</summary>
public static class RatedSentences
{
    /// <summary>Those of a file, <c>amazon</c> or <c>nyt</c>.</summary>
    public static IReadOnlyList<RatedSentence> Read(string file)
    {
        using var stream = typeof(RatedSentences).Assembly.GetManifestResourceStream($"{file}.tsv.gz")!;
        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
    }

    private static RatedSentence Parse(string line)
    {
        var fields = line.Split('\t');
        double Number(int field) => double.Parse(fields[field], CultureInfo.InvariantCulture);
        return new(fields[0], Number(1), new(Number(2), Number(3), Number(4), Number(5)), fields[6]);
    }
}
