using System.Globalization;
using Feedback.Api.Catalogue;

namespace Feedback.Api.Features.Surveys;

/// <summary>What the names are like under which other products know an item, an option or a dimension.</summary>
internal static class AliasRules
{
    private const int MaximumAliases = 10;

    /// <summary>A survey may leave out so many names.</summary>
    public const int MaximumIgnored = 500;

    public static readonly string IgnoresMessage = $"There are 1 to {MaximumIgnored} names, each a text of 1 to 200 characters without control characters.";

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

    /// <summary>Whether every point that has aliases is on the scale.</summary>
    public static bool ArePointAliases(ItemDefinition item, SortedDictionary<int, IReadOnlyList<string>>? aliases) =>
        aliases is null || aliases.Count > 0 && aliases.All(a => a.Key >= item.Low && a.Key <= item.High && a.Value is not null && AreAliases(a.Value));

    /// <summary>Whether each alias stands for one point or for none, and none reads as the number of another.</summary>
    public static bool PointsAreApart(ItemDefinition item)
    {
        var points = (item.PointAliases ?? []).SelectMany(p => (p.Value ?? []).Select(alias => (Point: (int?)p.Key, Alias: alias)));
        var all = points.Concat((item.SkipAliases ?? []).Select(alias => (Point: (int?)null, Alias: alias))).ToList();
        return all.Select(a => a.Alias).Distinct(StringComparer.Ordinal).Count() == all.Count
            && all.All(a => !int.TryParse(a.Alias, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < item.Low || number > item.High || number == a.Point);
    }

    /// <summary>Whether the names stand once, and none is a code or an alias of an item.</summary>
    public static bool AreOfNoItem(IReadOnlyList<string>? names, IReadOnlyList<ItemDefinition>? items)
    {
        var taken = (items ?? []).Where(i => i is not null).SelectMany(i => (i.Aliases ?? []).Append(i.Code)).ToHashSet(StringComparer.Ordinal);
        return (names ?? []).All(taken.Add);
    }
}
