using System.Text.RegularExpressions;
using Feedback.Indicators;

namespace Feedback.Api.Catalogue;

/// <summary>The closed list of what an item can measure, and to which scale each belongs (INDICATORS, 1).</summary>
public static partial class Measure
{
    public const string Experience = "experience", Recommend = "recommend", Stay = "stay";

    private static readonly string[] Scaled =
    [
        "trust.capability", "trust.reliability", "trust.transparency", "trust.humanity",
        "engagement.pride", "engagement.advocacy", "engagement.attachment", "engagement.inspiration", "engagement.motivation",
        "purpose.objectives", "purpose.contribution",
        "readiness.need", "readiness.appropriateness", "readiness.leadership", "readiness.capability", "readiness.benefit",
    ];

    private static readonly string[] Single = ["trust.outcome", Recommend, "satisfaction", "effort", Stay, "collaboration"];

    /// <summary>Every fixed name; <c>own.SCALE.FACET</c> comes beside.</summary>
    public static IEnumerable<string> Names => [.. Scaled, .. Single, Experience];

    /// <summary>Whether the name is one of the list or has the form of an own instrument.</summary>
    public static bool IsKnown(string measure) => measure == Experience || Scaled.Contains(measure) || Single.Contains(measure) || Own().IsMatch(measure);

    /// <summary>Whether a figure can be worked out on what the name says: a scale, a measure, or <c>item:CODE</c>.</summary>
    public static bool IsConstruct(string name, out Construct construct)
    {
        construct = Construct.Parse(name);
        return construct.Item is { } code ? Catalogue.Names.IsName(code) : construct.Scale is { } scale ? Catalogue.Names.IsName(scale) : IsKnown(name);
    }

    /// <summary>The scale of a measure, or null for one that belongs to none: <c>trust.outcome</c>, <c>recommend</c>, ...</summary>
    public static string? ScaleOf(string? measure) => measure switch
    {
        null => null,
        Experience => Experience,
        _ when Scaled.Contains(measure) => measure[..measure.IndexOf('.')],
        _ when Own().IsMatch(measure) => measure[..measure.LastIndexOf('.')],
        _ => null,
    };

    /// <summary>Whether one survey may ask for the measure in several items: a figure of people must not count one person twice.</summary>
    public static bool MayRepeat(string measure) => measure == Experience || Own().IsMatch(measure);

    [GeneratedRegex(@"\Aown\.[A-Za-z0-9][A-Za-z0-9_-]{0,99}\.[A-Za-z0-9][A-Za-z0-9_-]{0,99}\z")]
    private static partial Regex Own();
}
