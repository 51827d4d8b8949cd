using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Feedback.Api.Tests.SignOn;

/// <summary>An OpenID Connect issuer of a test's own on loopback: it tells its address and its keys, and makes tokens.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    public const string Audience = "api://feedback";

    private readonly WebApplication _app;
    private readonly TestClock _clock;

    private Issuer(WebApplication app, TestClock clock) => (_app, _clock) = (app, clock);

    public string Address { get; private set; } = "";

    /// <summary>The key it signs with now; by its id.</summary>
    public (string Id, RSA Key) Present { get; private set; } = ("first", RSA.Create(2048));

    /// <summary>Whether it answers 503 to everything.</summary>
    public bool IsDown { get; set; }

    public static async Task<Issuer> Start(TestClock clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Logging.ClearProviders();
        var issuer = new Issuer(builder.Build(), clock);
        issuer._app.MapGet("/.well-known/openid-configuration", () => issuer.Answer(new JsonObject { ["issuer"] = issuer.Address, ["jwks_uri"] = issuer.Address + "/keys" }));
        issuer._app.MapGet("/keys", () => issuer.Answer(issuer.Keys()));
        await issuer._app.StartAsync();
        issuer.Address = issuer._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return issuer;
    }

    /// <summary>Signs with another key from now on, and tells of that one alone.</summary>
    public void RollOver(string id) => Present = (id, RSA.Create(2048));

    /// <summary>The claims of a token that is good for an hour.</summary>
    public JsonObject Claims(params string[] roles) => new()
    {
        ["iss"] = Address,
        ["aud"] = Audience,
        ["sub"] = "anna",
        ["nbf"] = _clock.Now.ToUnixTimeSeconds(),
        ["exp"] = _clock.Now.AddHours(1).ToUnixTimeSeconds(),
        ["roles"] = new JsonArray([.. roles.Select(r => (JsonNode)r)]),
    };

    /// <summary>An admin's claims, or of these roles, with one of them changed; null takes it out.</summary>
    public JsonObject With(string claim, JsonNode? value, params string[] roles)
    {
        var claims = Claims(roles.Length == 0 ? ["feedback.admin"] : roles);
        if (value is null) claims.Remove(claim);
        else claims[claim] = value;
        return claims;
    }

    /// <summary>A token that is as it should be.</summary>
    public string Token(params string[] roles) => Sign(Claims(roles));

    public string Sign(JsonObject claims, string? kid = null, RSA? key = null)
    {
        var text = Part(new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = kid ?? Present.Id }) + "." + Part(claims);
        return text + "." + Base64UrlEncoder.Encode((key ?? Present.Key).SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    public static string Part(JsonNode json) => Base64UrlEncoder.Encode(JsonSerializer.SerializeToUtf8Bytes(json));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private JsonObject Keys()
    {
        var key = Present.Key.ExportParameters(false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = Present.Id, ["n"] = Base64UrlEncoder.Encode(key.Modulus), ["e"] = Base64UrlEncoder.Encode(key.Exponent) }),
        };
    }

    private IResult Answer(JsonObject body) => IsDown ? TypedResults.StatusCode(503) : TypedResults.Text(body.ToJsonString(), "application/json");
}
