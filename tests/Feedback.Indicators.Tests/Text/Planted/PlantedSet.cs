namespace Feedback.Indicators.Tests.Text.Planted;

/// <summary>A thousand invented texts, the same for the same seed: sentences that lead to nobody, and up to three that do among them.</summary>
internal sealed class PlantedSet
{
    private const int Texts = 1_000, MostSentences = 5, MostPlanted = 3;

    public PlantedSet(int seed)
    {
        var random = new Random(seed);
        var (ids, addresses, names, harmless) = (new PlantedIds(random), new PlantedAddresses(random), new PlantedNames(random), new HarmlessSentences(random));
        (string Kind, Func<string> Plant)[] kinds =
        [
            ("email", addresses.Mail), ("phone", addresses.Phone), ("url", addresses.Url), ("ip", addresses.Machine), ("handle", addresses.Handle), ("iban", addresses.Iban), ("card", addresses.Card),
            ("id (check)", ids.Checked), ("id", ids.Unchecked), ("name", names.Name),
        ];
        Names = names.List;
        All = [.. Enumerable.Range(0, Texts).Select(_ => Text())];

        PlantedText Text()
        {
            var sentences = Enumerable.Range(0, random.Next(1, MostSentences + 1)).Select(_ => (harmless.Next(), (string?)null)).ToList();
            for (var planted = random.Next(MostPlanted + 1); planted > 0; planted--)
            {
                var (kind, plant) = kinds[random.Next(kinds.Length)];
                sentences.Insert(random.Next(sentences.Count + 1), (plant(), kind));
            }
            return PlantedText.Of(sentences, random);
        }
    }

    public IReadOnlyList<PlantedText> All { get; }

    public IReadOnlyList<string> Names { get; }
}
