namespace Feedback.Api.Http.SignOn;

/// <summary>The settings below <c>Feedback:Oidc</c>: whose tokens are taken beside keys. Nobody's without an authority.</summary>
public sealed record OidcSettings
{
    /// <summary>The issuer's address, under which <c>.well-known/openid-configuration</c> is found.</summary>
    public string? Authority { get; init; }

    /// <summary>What tokens must be meant for (<c>aud</c>).</summary>
    public string? Audience { get; init; }

    /// <summary>The claim that holds roles or scopes; a path such as <c>realm_access.roles</c> where it lies in another.</summary>
    public string ScopeClaim { get; init; } = "roles";

    /// <summary>What stands before the name of a scope in a role: <c>feedback.read</c>.</summary>
    public string RolePrefix { get; init; } = "feedback.";

    /// <summary>The claim with the codes of a champion's units; champions see all units without this setting.</summary>
    public string? UnitClaim { get; init; }

    public bool IsOn => Authority is not null;

    /// <exception cref="InvalidSettingException">A setting is wrong.</exception>
    public void Check()
    {
        if (Authority is null)
        {
            if (Audience is not null) throw new InvalidSettingException("Feedback:Oidc:Authority", "is needed beside Feedback:Oidc:Audience");
            return;
        }
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            throw new InvalidSettingException("Feedback:Oidc:Authority", "is not an https address");
        if (string.IsNullOrWhiteSpace(Audience)) throw new InvalidSettingException("Feedback:Oidc:Audience", "is needed beside Feedback:Oidc:Authority: a token that was made for another service must not open this one");
        if (string.IsNullOrWhiteSpace(ScopeClaim)) throw new InvalidSettingException("Feedback:Oidc:ScopeClaim", "is empty");
        if (string.IsNullOrWhiteSpace(RolePrefix)) throw new InvalidSettingException("Feedback:Oidc:RolePrefix", "is empty: any role called admin would be one here");
    }
}
