using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Feedback.Api.Tests.SignOn;

/// <summary>Tokens that must open nothing, each for a reason of its own.</summary>
internal static class WrongTokens
{
    public static readonly (string Name, Func<Issuer, string> Token)[] All =
    [
        ("expired", i => i.Sign(i.With("exp", i.Claims()["nbf"]!.GetValue<long>() - 61))),
        ("not yet valid", i => i.Sign(i.With("nbf", i.Claims()["nbf"]!.GetValue<long>() + 120))),
        ("without an end", i => i.Sign(i.With("exp", null))),
        ("of another issuer", i => i.Sign(i.With("iss", "https://example.org"))),
        ("for another service", i => i.Sign(i.With("aud", "api://other"))),
        ("for nobody", i => i.Sign(i.With("aud", null))),
        ("without a subject", i => i.Sign(i.With("sub", null))),
        ("of an unknown key", i => i.Sign(i.Claims("feedback.admin"), kid: "third", key: RSA.Create(2048))),
        ("of another key by the same id", i => i.Sign(i.Claims("feedback.admin"), key: RSA.Create(2048))),
        ("not signed", i => Issuer.Part(new JsonObject { ["alg"] = "none", ["typ"] = "JWT" }) + "." + Issuer.Part(i.Claims("feedback.admin")) + "."),
        ("signed with the public key as a secret", i => Shared(i, Encoding.ASCII.GetBytes(i.Present.Key.ExportSubjectPublicKeyInfoPem()))),
        ("signed with the modulus as a secret", i => Shared(i, i.Present.Key.ExportParameters(false).Modulus!)),
        ("changed after it was signed", i => Changed(i)),
        ("nothing of the kind", _ => "a.b.c"),
        ("empty parts", _ => ".."),
        ("too long", _ => new string('a', 20_000) + ".b.c"),
    ];

    private static string Shared(Issuer issuer, byte[] secret)
    {
        var text = Issuer.Part(new JsonObject { ["alg"] = "HS256", ["typ"] = "JWT", ["kid"] = issuer.Present.Id }) + "." + Issuer.Part(issuer.Claims("feedback.admin"));
        return text + "." + Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(text)));
    }

    private static string Changed(Issuer issuer)
    {
        var parts = issuer.Token("feedback.read").Split('.');
        return $"{parts[0]}.{Issuer.Part(issuer.Claims("feedback.admin"))}.{parts[2]}";
    }
}
