using System.Text;

namespace Feedback.Indicators.Tests.Text.Planted;

/// <summary>Something that leads to a person, at its place in a text.</summary>
internal sealed record PlantedPiece(string Kind, int Start, int End);

/// <summary>A text, and what was planted in it.</summary>
internal sealed record PlantedText(string Text, IReadOnlyList<PlantedPiece> Pieces)
{
    /// <summary>What people put between two thoughts: mostly a full stop or a line, now and then less.</summary>
    private static readonly string[] Joints = [". ", ". ", ". ", ".\n", "\n", "\n", " - ", ", ", "; ", " "];

    /// <summary>Puts a text together; what stands between « and » is planted.</summary>
    public static PlantedText Of(IEnumerable<(string Sentence, string? Kind)> sentences, Random random)
    {
        var (text, pieces) = (new StringBuilder(), new List<PlantedPiece>());
        foreach (var (sentence, kind) in sentences)
        {
            if (text.Length > 0)
                text.Append(".!?;".Contains(text[^1]) ? " " : Joints[random.Next(Joints.Length)]);
            var (open, close) = (sentence.IndexOf('«'), sentence.IndexOf('»'));
            if (kind is not null)
                pieces.Add(new PlantedPiece(kind, text.Length + open, text.Length + close - 1));
            text.Append(sentence.Replace("«", "").Replace("»", ""));
        }
        return new PlantedText(text.ToString(), pieces);
    }
}
