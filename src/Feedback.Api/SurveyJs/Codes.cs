using System.Globalization;
using System.Text;
using Feedback.Api.Catalogue;

namespace Feedback.Api.SurveyJs;

/// <summary>Makes names of the contract from the names and values of SurveyJS: one that is a name stays, another becomes a slug that nobody else has.</summary>
internal static class Codes
{
    private const int MaximumLength = 100;

    /// <summary>A code for each name, in their order. The same names give the same codes.</summary>
    /// <param name="names">Distinct names as the answers carry them.</param>
    /// <param name="instead">What a name without a letter or digit of the Latin script becomes.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> names, string instead)
    {
        var used = names.Where(Names.IsName).ToHashSet(StringComparer.Ordinal);
        return [.. names.Select(name => Names.IsName(name) ? name : Apart(Slug(name) is { Length: > 0 } slug ? slug : instead, used))];
    }

    private static string Apart(string slug, HashSet<string> used)
    {
        var code = slug;
        for (var i = 2; !used.Add(code); i++)
        {
            var ending = "-" + i.ToString(CultureInfo.InvariantCulture);
            code = slug[..Math.Min(slug.Length, MaximumLength - ending.Length)] + ending;
        }
        return code;
    }

    /// <summary>Lower case, without accents, a hyphen for whatever is no letter, digit, dot or underscore.</summary>
    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(c) || slug.Length > 0 && c is '.' or '_') slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) slug.Append('-');
            if (slug.Length == MaximumLength) break;
        }
        return slug.ToString().TrimStart('.', '_', '-').TrimEnd('-', '.');
    }
}
