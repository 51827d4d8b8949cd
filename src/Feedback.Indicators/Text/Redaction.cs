namespace Feedback.Indicators.Text;

/// <summary>Masks what can be told by its form, without a list of names.</summary>
public static class Redaction
{
    private static readonly Redactor Nameless = new(StaffNames.None);

    /// <summary>The text as <see cref="Redactor"/> leaves it.</summary>
    public static string Of(string text) => Nameless.Of(text);
}
