namespace Feedback.Indicators.Text;

/// <summary>A topic and the terms that name it.</summary>
/// <param name="Number">What it is counted under; from 1.</param>
/// <param name="Code">Its name in figures.</param>
/// <param name="Terms">
/// By language, <c>*</c> for all of them: words, words with a star where more may stand (<c>queue*</c>, <c>*zeit</c>, <c>*service*</c>),
/// and phrases of these. Case and accents do not count.
/// </param>
public sealed record Topic(int Number, string Code, IReadOnlyDictionary<string, IReadOnlyList<string>> Terms)
{
    /// <summary>The language under which terms of every language stand.</summary>
    public const string EveryLanguage = "*";
}
