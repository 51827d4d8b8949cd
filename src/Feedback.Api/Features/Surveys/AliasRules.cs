using Feedback.Api.Catalogue;

namespace Feedback.Api.Features.Surveys;

/// <summary>What the names are like under which other products know an item, an option or a dimension.</summary>
internal static class AliasRules
{
    private const int MaximumAliases = 10;

    public const string Message = "There are 1 to 10 aliases, each a text of 1 to 200 characters without control characters.";
    public const string ApartMessage = "An alias names one thing: it stands once, and is no code of another.";

    public static bool AreAliases(IReadOnlyList<string>? aliases) => aliases is null || aliases.Count is > 0 and <= MaximumAliases && aliases.All(Names.IsDimensionValue);

    /// <summary>Whether no two things of a list answer to one name. Holes and codes that stand twice are for other rules to tell.</summary>
    public static bool AreApart<T>(IReadOnlyList<T>? list, Func<T, string?> code, Func<T, IReadOnlyList<string>?> aliases) where T : class
    {
        var owners = new Dictionary<string, T>(StringComparer.Ordinal);
        var there = (list ?? []).Where(x => x is not null).ToList();
        foreach (var thing in there) owners.TryAdd(code(thing) ?? "", thing);
        return there.All(thing => (aliases(thing) ?? []).Distinct(StringComparer.Ordinal).Count() == (aliases(thing)?.Count ?? 0)
            && (aliases(thing) ?? []).All(alias => alias is null || owners.TryAdd(alias, thing) || ReferenceEquals(owners[alias], thing)));
    }
}
