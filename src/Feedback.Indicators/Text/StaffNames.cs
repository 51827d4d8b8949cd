namespace Feedback.Indicators.Text;

/// <summary>
/// The names of a list, in the forms people write them. Holds hashes of words; of names in scripts without capitals the characters. Nothing lists them. Immutable.
/// </summary>
/// <remarks>
/// What is masked, whatever the case and the accents (ü also as ue):
/// two words of one name side by side in any order, with what stands between (middle names that are left out or added, initials, particles, a comma, a hyphen):
/// Anna Schmidt, SCHMIDT Anna, Schmidt, Anna, Anna M. Schmidt;
/// one of them and the initial of the other: A. Schmidt, Anna S.;
/// a family name behind its particles: van der Berg;
/// a name of one word, always;
/// a name in a script without capitals, wherever its characters stand one after the other (two at least);
/// one word of a longer name alone where it has a capital and <see cref="CommonWords"/> does not say that it is a word like any other at that place.
/// A genitive with s (Annas, Anna's) is found, other endings are not.
/// </remarks>
public sealed class StaffNames
{
    private readonly NameForms _forms;

    /// <param name="names">Each of one to six words; more are used as if the first six were the name. What has no letter is passed over.</param>
    public StaffNames(IEnumerable<string> names) => _forms = new NameForms(names);

    /// <summary>No names.</summary>
    public static StaffNames None { get; } = new([]);

    /// <summary>How many names there are.</summary>
    public int Count => _forms.Count;

    internal void Mark(Canvas canvas)
    {
        if (Count == 0)
            return;
        new NameFinder(_forms, canvas).Mark();
        _forms.Uncased.Mark(canvas);
    }
}
