using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;
using Microsoft.Extensions.Primitives;

namespace Feedback.Api.Features.SurveyPages;

/// <summary>
/// What a link says, and what a page sends back: the same names in both. A link has language, view, code, day of invitation, test mark and dimensions;
/// the page adds the id, the version that it shows, the step, the answers, and what is to be done.
/// </summary>
internal sealed class PageInput
{
    public const string About = "about.", Answers = "answers.";

    /// <summary>Parameters of a link beside dimensions.</summary>
    public static readonly string[] OfLinks = ["lang", "view", "code", "invitedOn", "test"];

    /// <summary>A language tag that the link or the person chose.</summary>
    public string? Language { get; private set; }

    /// <summary>Whether one question a screen is wanted.</summary>
    public bool IsSteps { get; set; }

    public string? Code { get; private set; }

    /// <summary>Whether the page asked for the code in a field.</summary>
    public bool AskedForCode { get; private set; }

    public string? InvitedOn { get; private set; }
    public bool IsTest { get; private set; }

    /// <summary>Dimension to value.</summary>
    public Dictionary<string, string> Dimensions { get; } = new(StringComparer.Ordinal);

    /// <summary>The id under which the answers are stored.</summary>
    public Guid? Id { get; private set; }

    /// <summary>The id of answers that these replace.</summary>
    public Guid? Replaces { get; private set; }

    public int? Version { get; private set; }

    /// <summary>The place of the section that was shown, from 0.</summary>
    public int Step { get; private set; }

    /// <summary>What is to be done: send, next, back, keep, lang:TAG or view:VIEW.</summary>
    public string Go { get; private set; } = "send";

    /// <summary>Item to what was chosen or written.</summary>
    public Dictionary<string, string[]> Given { get; } = new(StringComparer.Ordinal);

    /// <summary>The parts of a link, or the first that is wrong.</summary>
    public static (PageInput Input, LinkFault? Fault) OfLink(IEnumerable<KeyValuePair<string, StringValues>> fields, SurveyVersion version, UnitTree units, bool takesCodes)
    {
        var input = new PageInput();
        var fault = fields.Select(f => input.TakeFromLink(f.Key, f.Value, version, units, takesCodes)).FirstOrDefault(f => f is not null);
        return (input, fault);
    }

    /// <summary>What a page sent, or the first thing that is wrong with all but the answers.</summary>
    public static (PageInput Input, LinkFault? Fault) OfPage(IReadOnlyDictionary<string, StringValues> fields, Survey survey, UnitTree units)
    {
        var input = new PageInput();
        if (fields.TryGetValue("version", out var number))
        {
            if (!int.TryParse(number, out var n) || survey.Version(n) is null) return (input, new LinkFault("version", t => t.UnknownVersion));
            input.Version = n;
        }
        var version = survey.Version(input.Version ?? survey.Current.Number)!;
        var fault = fields.Select(f => input.TakeFromPage(f.Key, f.Value, version) is { IsKnown: true } own
            ? own.Fault
            : input.TakeFromLink(f.Key, f.Value, version, units, survey.Access == "code")).FirstOrDefault(f => f is not null);
        return (input, fault);
    }

    private LinkFault? TakeFromLink(string name, StringValues values, SurveyVersion version, UnitTree units, bool takesCodes)
    {
        if (name.StartsWith(About, StringComparison.Ordinal)) return TakeDimension(name, values, version, units);
        if (!OfLinks.Contains(name)) return LinkFault.Unknown(name);
        if (values.Count != 1) return new LinkFault(name, t => t.PartTwice);
        var value = values[0]!;
        switch (name)
        {
            case "lang" when !ResponseRules.IsLanguage(value): return new LinkFault(name, t => t.NotALanguage);
            case "view" when value is not ("all" or "steps"): return new LinkFault(name, t => t.NotAView);
            case "code" when !takesCodes: return new LinkFault(name, t => t.NoCodes);
            case "invitedOn" when ResponseRules.Day(value) is null: return new LinkFault(name, t => t.NotADay);
            case "test" when value is not ("true" or "false"): return new LinkFault(name, t => t.NotAFlag);
            case "lang": Language = value; break;
            case "view": IsSteps = value == "steps"; break;
            case "code": Code = value.Trim() is { Length: > 0 } code ? code : null; break;
            case "invitedOn": InvitedOn = value; break;
            case "test": IsTest = value == "true"; break;
        }
        return null;
    }

    private LinkFault? TakeDimension(string name, StringValues values, SurveyVersion version, UnitTree units)
    {
        var dimension = name[About.Length..];
        if (!AboutRules.IsRegistered(version, dimension)) return LinkFault.Of(name, AboutFault.UnknownDimension);
        if (values.Count != 1) return new LinkFault(name, t => t.PartTwice);
        if (AboutRules.Check(version, units, dimension, values[0]!) is { } fault) return LinkFault.Of(name, fault);
        Dimensions[dimension] = values[0]!;
        return null;
    }

    private (bool IsKnown, LinkFault? Fault) TakeFromPage(string name, StringValues values, SurveyVersion version)
    {
        if (name.StartsWith(Answers, StringComparison.Ordinal)) return (true, TakeAnswer(name, values, version));
        if (name is not ("id" or "replaces" or "version" or "step" or "asked" or "go")) return (false, null);
        // A browser whose script failed half-way may name the button twice; what is to be done is the last.
        var value = values[^1]!;
        switch (name)
        {
            case "id" or "replaces" when !Guid.TryParse(value, out _): return (true, new LinkFault(name, t => t.NotAnId));
            case "id": Id = Guid.Parse(value); break;
            case "replaces": Replaces = Guid.Parse(value); break;
            case "step": Step = int.TryParse(value, out var step) ? Math.Max(0, step) : 0; break;
            case "asked": AskedForCode = true; break;
            case "go": Go = value; break;
        }
        return (true, null);
    }

    private LinkFault? TakeAnswer(string name, StringValues values, SurveyVersion version)
    {
        if (version.Find(name.AsSpan(Answers.Length)) is not { } item) return LinkFault.Unknown(name);
        // A text comes with the line breaks of forms; one counts as one character, as it does in the page.
        Given[item.Code] = [.. values.Where(v => !string.IsNullOrEmpty(v)).Select(v => v!.ReplaceLineEndings("\n")).Distinct(StringComparer.Ordinal)];
        return null;
    }
}
