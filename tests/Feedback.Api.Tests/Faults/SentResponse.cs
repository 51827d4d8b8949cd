using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Faults;

/// <summary>How much its sender knows of a response.</summary>
internal enum Fate
{
    /// <summary>Sent, and not answered.</summary>
    Unknown,

    /// <summary>Acknowledged.</summary>
    Stored,

    /// <summary>Acknowledged, then asked to be erased, and that not answered.</summary>
    Doomed,

    /// <summary>Its erasure was acknowledged.</summary>
    Erased,
}

/// <summary>What its sender keeps of a response.</summary>
internal sealed class SentResponse(string path, JsonObject body)
{
    public string Path => path;

    public JsonObject Body => body;

    public string Id => (string)body["id"]!;

    public string? Code => (string?)body["code"];

    public Fate Fate { get; set; }

    /// <summary>What sending it again may be answered with.</summary>
    public string[] Expected => Fate switch
    {
        Fate.Unknown => ["stored", "already_stored"],
        Fate.Stored => ["already_stored"],
        Fate.Doomed => ["already_stored", "erased"],
        _ => ["erased"],
    };

    /// <summary>Notes what sending it again was answered with.</summary>
    public void Note(string status) => Fate = status == "erased" ? Fate.Erased : Fate.Stored;
}
