using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Feedback.Api.Data;
using Feedback.Indicators;

namespace Feedback.Api.Demo;

/// <summary>A concern of the demo, raised some weeks ago, and what was said since.</summary>
/// <param name="Audience">Who raised it.</param>
/// <param name="Unit">The unit it is about.</param>
/// <param name="WeeksAgo">When it was raised.</param>
/// <param name="Text">What it says.</param>
/// <param name="Steps">Weeks ago, who, and what; without a text it was closed.</param>
internal sealed record DemoConcern(Audience Audience, string Unit, int WeeksAgo, string Text, params (int WeeksAgo, string From, string? Text)[] Steps);

/// <summary>A few concerns: some wait, some were answered, one is closed. They come in when the demo is made, so that they count in no month before.</summary>
internal static class DemoConcerns
{
    public static readonly DemoConcern[] All =
    [
        new(Audience.Employee, "retail-south", 5, "The new branch system freezes while customers stand at the counter. We said so in spring and heard nothing."),
        new(Audience.Employee, "contact-centre", 6, "Breaks are cut whenever the queue is long.",
            (4, FlagStep.Champion, "You are right. From next month on breaks are planned like shifts. Write here if that is not kept.")),
        new(Audience.Employee, "lending", 9, "The lift has been out of order for a month, and not everybody can take the stairs.",
            (8, FlagStep.Champion, "The spare part is ordered; until then rooms on the ground floor are free for everybody who needs one."),
            (6, FlagStep.Sender, "It runs again, thank you."),
            (5, FlagStep.Champion, null)),
        new(Audience.Customer, "retail-coast", 3, "The ramp at the harbour branch is too steep for a wheelchair."),
        new(Audience.Customer, "digital", 4, "Your page asks for my birthday before it says what for.",
            (3, FlagStep.Champion, "It is asked to find your account. The page says so now.")),
    ];

    /// <summary>The receipt of one of them: the same for the same seed, so that a later start can show it again.</summary>
    public static Guid Receipt(int seed, int number) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"concern {seed} {number}"))).AsSpan(0, 16));
}
