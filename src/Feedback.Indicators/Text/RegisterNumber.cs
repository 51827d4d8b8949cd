namespace Feedback.Indicators.Text;

/// <summary>How sure it is that digits in one piece, without a word that says so, are the number of a person.</summary>
internal enum BareNumber
{
    /// <summary>One number in a hundred or more passes: never without a word that announces it.</summary>
    NeedsCue,

    /// <summary>One in a hundred to one in thirty passes: yes, unless a word says that it is the number of a thing.</summary>
    UnlessNamed,

    /// <summary>Fewer pass: yes.</summary>
    Stands,
}

/// <summary>A number of people in a register that has digits only.</summary>
/// <param name="Name">What it is called where it is used.</param>
/// <param name="Forms">How it is written: digits of each group, and the signs between them; the last is the one in one piece.</param>
/// <param name="IsValid">Asked of as many digits as a form has.</param>
/// <param name="Bare">In one piece.</param>
/// <param name="Grouped">Whether it needs a word in groups too, because amounts and telephone numbers look the same.</param>
internal sealed record RegisterNumber(string Name, string[] Forms, Func<int[], bool> IsValid, BareNumber Bare = BareNumber.NeedsCue, BareNumber Grouped = BareNumber.Stands);
