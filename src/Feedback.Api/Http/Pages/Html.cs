using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Feedback.Api.Http.Pages;

/// <summary>
/// A piece of HTML. It is made from an interpolated text alone: what is written there is markup, and what stands in its holes is text, which is
/// encoded for elements and quoted attributes. A hole that holds HTML stays as it is, so that a text from outside never becomes markup.
/// </summary>
public readonly struct Html
{
    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    /// <summary>Nothing.</summary>
    public static Html None => default;

    public bool IsEmpty => string.IsNullOrEmpty(_markup);

    public static Html Of(HtmlHandler markup) => new(markup.ToString());

    /// <summary>The markup where something is so, else nothing.</summary>
    public static Html If(bool condition, HtmlHandler markup) => condition ? new(markup.ToString()) : default;

    /// <summary>A text, encoded.</summary>
    public static Html Text(string? text) => Of($"{text}");

    /// <summary>One after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(p => p._markup)));

    /// <summary>The markup.</summary>
    public override string ToString() => _markup ?? "";
}

/// <summary>Puts an interpolated text together as HTML: literals as they are, holes encoded.</summary>
[InterpolatedStringHandler]
public readonly struct HtmlHandler
{
    /// <summary>Letters of every language stay readable; what means something in HTML does not stay.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _markup;

    public HtmlHandler(int literalLength, int formattedCount) => _markup = new(literalLength + 32 * formattedCount);

    public void AppendLiteral(string markup) => _markup.Append(markup);

    public void AppendFormatted(Html html) => _markup.Append(html.ToString());

    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces) _markup.Append(piece.ToString());
    }

    public void AppendFormatted(string? text)
    {
        if (text is not null) _markup.Append(Encoder.Encode(text));
    }

    public void AppendFormatted(int number) => _markup.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(Guid id) => _markup.Append(id.ToString());

    public override string ToString() => _markup.ToString();
}
