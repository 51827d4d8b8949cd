using Feedback.Api.Catalogue;

namespace Feedback.Api.Http;

/// <summary>What the ledger is told of an act that takes an admin's key, while it is done.</summary>
public sealed class AdminAct
{
    /// <summary>Whose key it is, once it is known; also where it was refused for its scope.</summary>
    public ApiKey? Key { get; set; }

    /// <summary>What was answered instead.</summary>
    public Problem? Refusal { get; set; }

    /// <summary>The id of what the act made.</summary>
    public string? Made { get; set; }

    /// <summary>Whether its line is stored, or was handed over.</summary>
    internal bool IsTold { get; set; }
}

/// <summary>Marks an operation whose use with an admin's key is written into the ledger, though it changes nothing or other keys may use it as well.</summary>
/// <param name="IsNamed">Whether the line names what the address does. Not where that is a receipt.</param>
public sealed record AuditedAct(bool IsNamed);

public static class AdminActExtensions
{
    /// <summary>Whoever uses it with an admin's key has a line in the ledger, as everybody has who changes something that takes such a key.</summary>
    public static TBuilder AuditedForAdmins<TBuilder>(this TBuilder builder, bool isNamed = true) where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new AuditedAct(isNamed));

    /// <summary>Tells the ledger, before the transaction is committed, which id is new.</summary>
    public static void HasMade(this HttpContext context, string id) => context.Features.Get<AdminAct>()?.Made = id;
}
