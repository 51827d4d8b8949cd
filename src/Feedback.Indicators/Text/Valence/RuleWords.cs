namespace Feedback.Indicators.Text.Valence;

/// <summary>The words of degree and of negation of Hutto and Gilbert (2014), section 3.</summary>
internal static class RuleWords
{
    /// <summary>What a word of degree adds or takes, from ratings of the same texts with and without one.</summary>
    public const double Degree = 0.293;

    public static readonly HashSet<string> Stronger = Words("""
        absolutely amazingly awfully completely considerable considerably decidedly deeply effing enormous enormously
        entirely especially exceptional exceptionally extreme extremely fabulously flipping flippin frackin fracking
        fricking frickin frigging friggin fully fuckin fucking fuggin fugging greatly hella highly hugely incredible
        incredibly intensely major majorly more most particularly purely quite really remarkably so substantially
        thoroughly total totally tremendous tremendously uber unbelievably unusually utter utterly very
        """);

    public static readonly HashSet<string> Weaker = Words("""
        almost barely hardly kinda kindof kind-of less little marginal marginally occasional occasionally partly
        scarce scarcely slight slightly somewhat sorta sortof sort-of
        """);

    public static readonly HashSet<string> Negations = Words("""
        aint arent cannot cant couldnt darent didnt doesnt dont hadnt hasnt havent isnt mightnt mustnt neednt oughtnt
        shant shouldnt wasnt werent wont wouldnt
        neither never none nope nor not nothing nowhere uhuh uh-uh without rarely seldom despite
        """);

    private static HashSet<string> Words(string list) =>
        new(list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
