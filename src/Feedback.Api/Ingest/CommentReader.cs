using System.Security.Cryptography;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Indicators;
using Feedback.Indicators.Text;

namespace Feedback.Api.Ingest;

/// <summary>Makes what is stored of the texts of a survey's responses.</summary>
/// <param name="analyst">Reads texts.</param>
/// <param name="words">The lists of words that it reads them with.</param>
public sealed class CommentReader(TextAnalyst analyst, WordLists words)
{
    private const int UnitsOfCompound = 10_000;

    /// <summary>What is stored of an answered text.</summary>
    /// <param name="survey">Whose item it answers.</param>
    /// <param name="version">The version that asked for it.</param>
    /// <param name="variable">The item.</param>
    /// <param name="text">As it was sent.</param>
    /// <param name="said">The language that the form said.</param>
    public NewComment Read(Survey survey, SurveyVersion version, int variable, string text, string? said)
    {
        var comment = Read(variable, text, said);
        return survey.Audience == Audience.Customer && version.Definition.KeepOriginalText == true ? comment with { Original = text } : comment;
    }

    /// <summary>The same of a text that was read before: what is stored takes the place of it.</summary>
    public NewComment Read(int variable, string text, string? said)
    {
        var read = analyst.Read(text, said);
        return new NewComment
        {
            Variable = variable,
            Text = read.Text,
            Language = read.Language == TextAnalyst.Undetermined ? null : read.Language,
            Sentiment = read.Compound is { } compound ? (int)Math.Round(compound * UnitsOfCompound, MidpointRounding.AwayFromZero) : null,
            Topics = read.Topics.Count == 0 ? null : $" {string.Join(' ', read.Topics.Select(t => t.Code))} ",
            Analysis = words.Analysis,
            Place = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) & long.MaxValue,
        };
    }

    /// <summary>A text without what leads to a person, of which nothing else is kept.</summary>
    public string Redacted(string text) => analyst.Redacted(text);

    /// <summary>What the comments of a response add to the counts.</summary>
    public IEnumerable<Data.Tally> Count(SurveyVersion version, IReadOnlyCollection<NewComment> comments) => CommentCounts.Of(version, comments, words.Numbers);

    /// <summary>The compound score of a stored text, -1..1; null where there is none.</summary>
    public static double? CompoundOf(int? sentiment) => sentiment / (double?)UnitsOfCompound;

    /// <summary>The codes of a stored text's topics.</summary>
    public static string[] TopicsOf(string? topics) => topics?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
