using System.Globalization;
using System.Text.Json;
using Feedback.Api.Catalogue;

namespace Feedback.Api.SurveyJs;

/// <summary>
/// An object of a SurveyJS definition with the place where it stands. Properties are taken one by one; what nobody has taken when
/// <see cref="Close"/> is called is told of, so that nothing is dropped in silence.
/// </summary>
internal sealed class Part(JsonElement element, string path, string? name, IgnoredParts ignored)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public string Path => path;
    public string? Name => name;

    /// <summary>A part within this one, of the same question unless it has a name of its own.</summary>
    public Part Inner(JsonElement inner, string innerPath, string? innerName = null) => new(inner, innerPath, innerName ?? name, ignored);

    public string At(string property) => path.Length == 0 ? property : path + "." + property;

    /// <summary>Whether one of the properties is there and says something.</summary>
    public bool Has(params string[] names) => element.ValueKind == JsonValueKind.Object && names.Any(n => element.TryGetProperty(n, out var value) && !IsEmpty(value));

    /// <summary>Whether the property is there and is this truth value.</summary>
    public bool Says(string property, bool truth) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) && value.ValueKind == (truth ? JsonValueKind.True : JsonValueKind.False);

    /// <summary>The value under the first of several spellings; null where there is none, or it is null.</summary>
    public JsonElement? Take(params string[] names)
    {
        foreach (var spelling in names)
        {
            if (!element.TryGetProperty(spelling, out var value)) continue;
            _taken.Add(spelling);
            if (value.ValueKind != JsonValueKind.Null) return value;
        }
        return null;
    }

    /// <summary>True or false; of another form it is told of and counts as absent.</summary>
    public bool? Flag(params string[] names)
    {
        if (Take(names) is not { } value) return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Ignore(names.First(n => _taken.Contains(n)), "It is true or false.");
        return null;
    }

    public decimal? Number(params string[] names)
    {
        if (Take(names) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)) return number;
        if (value.ValueKind == JsonValueKind.String && decimal.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number)) return number;
        Ignore(names.First(n => _taken.Contains(n)), "It is a number.");
        return null;
    }

    public string? Word(params string[] names)
    {
        if (Take(names) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String) return value.GetString();
        Ignore(names.First(n => _taken.Contains(n)), "It is a text.");
        return null;
    }

    /// <summary>A text or one a language. <c>default</c> is English, as SurveyJS has it.</summary>
    public LocalizedText? Text(params string[] names)
    {
        if (Take(names) is not { } value) return null;
        var property = names.First(n => _taken.Contains(n));
        if (LocalText.Read(value) is not { } text)
        {
            Ignore(property, "It is a text, or one text a language.");
            return null;
        }
        if (text.Texts.Any(LocalText.HasPlaceholder)) Ignore(property, "A placeholder in braces is shown as it stands.");
        return text;
    }

    /// <summary>The elements of an array; anything else is told of and counts as none.</summary>
    public IReadOnlyList<(JsonElement Element, string Path)> List(params string[] names)
    {
        if (Take(names) is not { } value) return [];
        var property = names.First(n => _taken.Contains(n));
        if (value.ValueKind == JsonValueKind.Array) return [.. value.EnumerateArray().Select((e, i) => (e, $"{At(property)}[{i}]"))];
        Ignore(property, "It is a list.");
        return [];
    }

    public void Ignore(string property, string detail) => ignored.Add(new IgnoredPart(At(property), name, property, detail));

    /// <summary>Tells that the whole part has no counterpart.</summary>
    public void IgnoreAll(string what, string detail) => ignored.Add(new IgnoredPart(path, name, what, detail));

    /// <summary>Tells of every property that was not taken.</summary>
    public void Close()
    {
        foreach (var property in element.EnumerateObject())
        {
            if (_taken.Contains(property.Name) || IsEmpty(property.Value)) continue;
            var shown = Names.IsName(property.Name) || property.Name == "$schema" ? property.Name : "?";
            if (KnownProperties.IsLooks(property.Name)) ignored.AddLooks(shown, At(shown));
            else Ignore(shown, KnownProperties.Reason(property.Name));
        }
    }

    /// <summary>Whether a value says no more than a missing one.</summary>
    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.String => value.ValueEquals(""u8),
        _ => false,
    };
}
