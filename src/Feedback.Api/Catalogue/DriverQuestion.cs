using System.Security.Cryptography;
using System.Text;
using Feedback.Indicators;

namespace Feedback.Api.Catalogue;

/// <summary>What <c>drivers</c> is asked: which items go with what.</summary>
/// <param name="Outcome">What is explained: an item, a measure or a scale.</param>
/// <param name="Drivers">Codes of rating items.</param>
internal sealed record DriverQuestion(Construct Outcome, IReadOnlyList<string> Drivers)
{
    /// <summary>A name of the catalogue of measures is one; any other is an item's code.</summary>
    public static DriverQuestion Of(string outcome, IReadOnlyList<string> drivers) => new(Named(outcome), drivers);

    /// <summary>SHA-256 of the question, hexadecimal: the same in whatever order the drivers stand.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"drivers\n{Outcome.Name}\n{string.Join('\n', Drivers.Order(StringComparer.Ordinal))}")));

    /// <summary>Whether one version of the survey asks the outcome and every driver.</summary>
    public bool Asks(Survey survey) => survey.Versions.Any(v => AnswerPlan.Of(v, this, survey.Audience) is not null);

    private static Construct Named(string name) =>
        Construct.Parse(name) is var named && (named.Item is not null || named.Scale is not null || Measure.IsKnown(name)) ? named : Construct.Parse("item:" + name);
}
