using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.OData.Sets;

/// <summary>Names as columns have them.</summary>
internal static class Texts
{
    /// <summary>One text of those in several languages: English, else the first by its language.</summary>
    public static string? Of(LocalizedText? text) => text?.In(null);

    public static string Of(Audience audience) => audience == Audience.Customer ? "customer" : "employee";
}
