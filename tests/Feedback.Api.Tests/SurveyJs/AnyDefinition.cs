using Feedback.Api.Catalogue;
using Feedback.Indicators;
using FsCheck;
using FsCheck.Fluent;

namespace Feedback.Api.Tests.SurveyJs;

/// <summary>Definitions of every shape that may be published, with texts that are hard on HTML, JSON and the conventions of SurveyJS.</summary>
internal static class AnyDefinition
{
    private static readonly string[] Texts =
    [
        "", " ", "Why?", "  two  blanks ", "line\nand line\n", "tab\tand\r\nreturn", "<b>bold</b> & <br> &amp; &#38; <p>", "a < b > c", "\"quoted\" 'too'", "{clean} {a b}", "1|One", "default", "\u00a0nbsp\u2003em", "über", "مرحبا", "😀", "=cmd()", "4",
    ];

    private static readonly string[] Languages = ["en", "de", "de-CH", "fr", "EN-gb", "aa", "zh-Hant"];
    private static readonly string[] Codes = ["a", "a.b", "a-Comment", "A", "0", "1", "true", "other", "none", "q_1", "x.y.z", "name", "type"];

    private static readonly Gen<string> Text = Gen.Elements(Texts);
    private static readonly Gen<bool> Coin = Gen.Elements(true, false);

    private static readonly Gen<LocalizedText> Localized = Gen.OneOf(
        Text.Select(t => new LocalizedText(t, null)),
        from languages in Some(Languages, 1, 4)
        from texts in Gen.ArrayOf(Text, languages.Length)
        select new LocalizedText(null, languages.Zip(texts).ToDictionary(p => p.First, p => p.Second)));

    private static readonly Gen<ItemDefinition> Rating =
        from low in Gen.Choose(-100, 99)
        from span in Gen.OneOf(Gen.Choose(1, 10), Gen.Choose(1, 200))
        let high = Math.Min(100, low + span)
        from ends in Coin
        from points in Gen.ArrayOf(ends ? Gen.Elements(low, high) : Gen.Choose(low, high), 3)
        from labels in Gen.ArrayOf(Localized, 3)
        from isLabelled in Coin
        from reversed in Maybe(Coin)
        from hasAliases in Coin
        select new ItemDefinition
        {
            Kind = ItemKind.Rating,
            Low = low,
            High = high,
            Reversed = reversed,
            Labels = isLabelled ? new(points.Zip(labels).DistinctBy(p => p.First).ToDictionary(p => p.First, p => p.Second)) : null,
            PointAliases = hasAliases ? new() { [low] = ["lowest", "x|y"] } : null,
            SkipAliases = hasAliases ? ["n/a", "-101"] : null,
        };

    private static readonly Gen<ItemDefinition> Choice =
        from count in Gen.OneOf(Gen.Choose(1, 4), Gen.Choose(1, 40))
        from texts in Gen.ArrayOf(Maybe(Localized), count)
        from named in Some(Codes, 1, Codes.Length)
        from multiple in Maybe(Coin)
        from hasAliases in Coin
        select new ItemDefinition
        {
            Kind = ItemKind.Choice,
            Multiple = multiple,
            Options = [.. texts.Select((text, i) => new OptionDefinition { Code = i < named.Length ? named[i] : $"o{i}", Text = text, Aliases = hasAliases ? [$"{i} other, or|so"] : null })],
        };

    private static readonly Gen<ItemDefinition> Item =
        from item in Gen.OneOf(Rating, Choice, Gen.Constant(new ItemDefinition { Kind = ItemKind.Text }))
        from text in Maybe(Localized)
        from required in Maybe(Coin)
        select item with { Text = text, Required = required };

    public static readonly Gen<SurveyDefinition> Any =
        from items in Gen.NonEmptyListOf(Item)
        from codes in Some(Codes, 1, Codes.Length)
        from texts in Gen.ArrayOf(Maybe(Localized), 3)
        from measured in Gen.Choose(0, 3)
        from isEmployee in Coin
        from more in Coin
        select Normal(new SurveyDefinition
        {
            Audience = isEmployee ? Audience.Employee : Audience.Customer,
            Title = texts[0],
            Description = texts[1],
            Thanks = texts[2],
            Dimensions = more ? [new("channel", null), new("area", ["A", "=B()"], ["Area, please"])] : null,
            Period = isEmployee && more ? "wave" : null,
            Access = isEmployee && more ? "code" : null,
            K = isEmployee && more ? 7 : null,
            Page = more ? measured > 1 : null,
            Ignores = more ? ["photo", "left out"] : null,
            Items = [.. items.Select((item, i) => item with
            {
                Code = i < codes.Length ? codes[i] : $"item{i}",
                Aliases = more && i % 2 == 0 ? [$"Question {i}, then?"] : null,
                Measures = item.Kind == ItemKind.Rating && measured > 0 ? $"own.s{i}.facet" : null,
            })],
        });

    private static Gen<T?> Maybe<T>(Gen<T> gen) where T : class => Gen.OneOf(gen.Select(x => (T?)x), Gen.Constant((T?)null));

    private static Gen<bool?> Maybe(Gen<bool> gen) => Gen.OneOf(gen.Select(x => (bool?)x), Gen.Constant((bool?)null));

    private static Gen<string[]> Some(string[] all, int least, int most) =>
        from order in Gen.Shuffle(all)
        from count in Gen.Choose(least, most)
        select order[..count];

    /// <summary>As the store gives it back.</summary>
    private static SurveyDefinition Normal(SurveyDefinition definition) => SurveyDefinition.Parse(definition.ToCanonicalJson());
}
