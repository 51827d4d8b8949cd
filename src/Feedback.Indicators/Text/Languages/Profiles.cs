using System.Collections.Frozen;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Feedback.Indicators.Text.Languages;

/// <summary>
/// How often each trigram of letters stands in each language (Cavnar and Trenkle 1994), counted from the sample texts that are built in; the
/// score of a language is the sum of their logarithms.
/// </summary>
internal static class Profiles
{
    /// <summary>So many trigrams of a language are kept, the most frequent ones.</summary>
    private const int Kept = 900;

    /// <summary>The share that a trigram is taken to have in a language whose sample does not show it.</summary>
    private const float Unseen = 1 / 5000f;

    /// <summary>The codes, in the order of the scores.</summary>
    public static readonly string[] Languages;

    /// <summary>Scores of a trigram by language, padded to whole vectors.</summary>
    private static readonly float[] Scores;

    private static readonly FrozenDictionary<ulong, int> Rows;

    static Profiles()
    {
        var counts = Samples.Read().Select(sample => (sample.Language, Shares: Count(sample.Text))).OrderBy(sample => sample.Language, StringComparer.Ordinal).ToArray();
        Languages = [.. counts.Select(sample => sample.Language)];
        Width = (Languages.Length + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        ulong[] known = [.. counts.SelectMany(sample => sample.Shares.Keys).Distinct()];
        Rows = known.Select((trigram, row) => (trigram, row)).ToFrozenDictionary(pair => pair.trigram, pair => pair.row * Width);
        Scores = new float[known.Length * Width];
        foreach (var (trigram, row) in Rows)
        {
            for (var language = 0; language < Languages.Length; language++)
                Scores[row + language] = MathF.Log(counts[language].Shares.GetValueOrDefault(trigram) + Unseen);
        }
    }

    /// <summary>Languages, and what fills the last vector up.</summary>
    public static int Width { get; }

    /// <summary>Adds what a trigram says to the scores of the languages; of one that none of them has it says nothing.</summary>
    public static void Add(ulong trigram, Span<float> scores)
    {
        if (!Rows.TryGetValue(trigram, out var row)) return;
        var sums = MemoryMarshal.Cast<float, Vector<float>>(scores);
        var added = MemoryMarshal.Cast<float, Vector<float>>(Scores.AsSpan(row, Width));
        for (var i = 0; i < sums.Length && i < added.Length; i++) sums[i] += added[i];
    }

    /// <summary>The sample of a language shows this trigram often enough.</summary>
    public static bool Has(ulong trigram, int language) => Rows.TryGetValue(trigram, out var row) && Scores[row + language] > MathF.Log(Unseen) + 1e-4f;

    private static Dictionary<ulong, float> Count(string text)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var trigram in new Trigrams(text)) counts[trigram] = counts.GetValueOrDefault(trigram) + 1;
        var total = (float)counts.Values.Sum();
        return counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(Kept).ToDictionary(pair => pair.Key, pair => pair.Value / total);
    }
}
