using System.Text.Json;
using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;

namespace Feedback.Api.SurveyJs;

/// <summary>A definition of SurveyJS as a definition of ours.</summary>
/// <param name="Definition">As it can be published; not yet validated.</param>
/// <param name="Ignored">What has no counterpart, at most a thousand entries.</param>
/// <param name="IgnoredCount">How many there are.</param>
/// <param name="Places">Where each item stands in the document.</param>
internal sealed record SurveyJsReading(SurveyDefinition Definition, IReadOnlyList<IgnoredPart> Ignored, int IgnoredCount, IReadOnlyList<string> Places);

/// <summary>Reads a definition of SurveyJS: pages and panels flattened, one item a question or row, everything without a counterpart told of.</summary>
internal static class SurveyJsReader
{
    /// <summary>Panels may stand in panels so deep.</summary>
    private const int MaximumDepth = 64;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaximumDepth, AllowDuplicateProperties = false };

    /// <param name="json">The document, valid UTF-8.</param>
    /// <param name="said">What the request says of the survey; it goes before what the document says.</param>
    /// <exception cref="SurveyJsFault">It is no definition, or breaks a rule.</exception>
    public static SurveyJsReading Read(ReadOnlyMemory<byte> json, JsonObject said)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new SurveyJsFault("$", "A definition of SurveyJS is a JSON object.");
            return Read(document.RootElement, said);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string whose escapes are half a surrogate pair.
            throw new SurveyJsFault("$", $"The body is not JSON, names a property twice, or is nested more than {MaximumDepth} deep.");
        }
    }

    private static SurveyJsReading Read(JsonElement root, JsonObject said)
    {
        var (ignored, items) = (new IgnoredParts(), new DraftItems());
        var survey = new Part(root, "", null, ignored);
        if (!survey.Has("pages", "elements", "questions")) throw new SurveyJsFault("$", "A definition of SurveyJS has pages or elements.");
        var (title, description, thanks) = (survey.Text("title"), survey.Text("description"), Thanks(survey));
        var own = Own(survey, said);
        ReadElements(survey, Conditions.MayEndEarly(survey), items);
        if (items.Items.Count == 0) throw new SurveyJsFault("pages", "No question is left that has a counterpart here; see the list in docs/surveyjs.md.");
        ExpectOtherValues(root, items);
        survey.Close();
        List<string> ignores = [.. (own.Ignores ?? []).Concat(items.Unanswered).Distinct(StringComparer.Ordinal)];
        var definition = own with { Title = title, Description = description, Thanks = thanks, Items = items.ToItems(), Ignores = ignores.Count == 0 ? null : ignores };
        return new SurveyJsReading(SurveyDefinition.Parse(definition.ToCanonicalJson()), ignored.ToList(), ignored.Total, [.. items.Items.Select(i => i.Path)]);
    }

    /// <summary>Pages, and what stands in them or in panels, in the order in which it is asked.</summary>
    private static void ReadElements(Part container, bool isConditional, DraftItems items)
    {
        foreach (var (element, path) in container.List("pages").Concat(container.List("elements", "questions")))
        {
            if (element.ValueKind != JsonValueKind.Object) throw new SurveyJsFault(path, "It is an object.");
            var isPage = path.EndsWith(']') && path.LastIndexOf("pages[", StringComparison.Ordinal) is var at && at >= 0 && !path[at..].Contains('.', StringComparison.Ordinal);
            var part = container.Inner(element, path, NameOf(element));
            if (!isPage && !IsPanel(element)) QuestionReader.Read(part, isConditional, items);
            else ReadContainer(part, isConditional, items);
        }
    }

    private static void ReadContainer(Part part, bool isConditional, DraftItems items)
    {
        part.Take("type");
        part.Take("name");
        foreach (var property in (string[])["title", "description"])
        {
            if (part.Has(property)) part.Ignore(property, "Titles of pages and panels have no place here; the questions stand in one list.");
            part.Take(property);
        }
        if (part.Flag("isRequired") == true) part.Ignore("isRequired", "One answer at least is asked for by SurveyJS alone.");
        ReadElements(part, isConditional || Conditions.Depend(part), items);
        part.Close();
    }

    /// <summary>Values that a survey sets itself come among the answers too.</summary>
    private static void ExpectOtherValues(JsonElement root, DraftItems items)
    {
        foreach (var (list, property) in ((string, string)[])[("calculatedValues", "name"), ("triggers", "setToName")])
        {
            if (!root.TryGetProperty(list, out var entries) || entries.ValueKind != JsonValueKind.Array) continue;
            foreach (var entry in entries.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object))
            {
                if (entry.TryGetProperty(property, out var name) && name.ValueKind == JsonValueKind.String) items.Expect(name.GetString()!);
            }
        }
    }

    /// <summary>Thanks as plain text: <c>thanks</c> is ours, <c>completedHtml</c> is that of SurveyJS.</summary>
    private static LocalizedText? Thanks(Part survey)
    {
        var (own, html) = (survey.Text("thanks"), survey.Text("completedHtml"));
        if (html is null) return own;
        if (html.Texts.Any(t => t.Length > HtmlText.MaximumLength)) throw new SurveyJsFault("completedHtml", $"It has at most {HtmlText.MaximumLength} characters.");
        var plain = LocalText.Map(html, HtmlText.Read);
        if (own is null && html.Texts.Zip(plain.Texts).Any(t => HtmlText.Write(t.Second) != t.First && t.First != t.Second)) survey.Ignore("completedHtml", "It is kept as plain text.");
        else if (own is not null) survey.Ignore("completedHtml", "thanks goes before it.");
        return own ?? plain;
    }

    /// <summary>What is said of the survey under names of ours: by the request, else by the document.</summary>
    private static SurveyDefinition Own(Part survey, JsonObject said)
    {
        var own = new JsonObject();
        foreach (var name in OwnProperties.OfSurveys)
        {
            var written = survey.Take(name) is { } value ? JsonNode.Parse(value.GetRawText()) : null;
            var asked = said[name]?.DeepClone();
            if (asked is not null && written is not null && !JsonNode.DeepEquals(asked, written)) survey.Ignore(name, "The parameter of the request goes before it.");
            if ((asked ?? written) is { } taken) own[name] = taken;
        }
        return OwnProperties.Read<SurveyDefinition>(own, survey);
    }

    private static bool IsPanel(JsonElement element) => element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("panel"u8);

    private static string? NameOf(JsonElement element) =>
        element.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String && name.GetString() is var text && Names.IsDimensionValue(text) ? text : null;
}
