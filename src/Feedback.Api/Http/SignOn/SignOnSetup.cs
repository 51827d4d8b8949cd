using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Feedback.Api.Http.SignOn;

/// <summary>Lets people in with tokens of an OpenID Connect issuer, where the settings name one. Its keys are asked for with the first token and not at the start.</summary>
public static class SignOnSetup
{
    public const string Scheme = JwtBearerDefaults.AuthenticationScheme;

    /// <summary>So far clocks may be apart.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(60);

    /// <summary>Signatures with a public key alone: with a shared secret whoever checks a token could make one.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static void AddSignOn(this IServiceCollection services, OidcSettings settings, TimeProvider time)
    {
        services.AddSingleton(settings);
        services.AddSingleton<Tokens>();
        if (settings.IsOn) AddBearer(services, settings, time);
    }

    /// <summary>The handler alone: all that comes with AddAuthentication protects cookies, and there are none.</summary>
    private static void AddBearer(IServiceCollection services, OidcSettings settings, TimeProvider time)
    {
        services.AddWebEncoders();
        services.AddAuthenticationCore(options => options.AddScheme<JwtBearerHandler>(Scheme, null));
        services.AddTransient<JwtBearerHandler>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<JwtBearerOptions>, JwtBearerPostConfigureOptions>());
        services.AddOptions<JwtBearerOptions>(Scheme).Configure(options =>
        {
            options.TimeProvider = time;
            options.Authority = settings.Authority;
            options.RequireHttpsMetadata = !new Uri(settings.Authority!).IsLoopback;
            options.BackchannelTimeout = TimeSpan.FromSeconds(5);
            options.MapInboundClaims = false;
            options.SaveToken = false;
            options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidAudience = settings.Audience,
                ValidAlgorithms = Algorithms,
                NameClaimType = "sub",
                ClockSkew = ClockSkew,
                LifetimeValidator = (notBefore, expires, _, _) => time.GetUtcNow().UtcDateTime is var now && expires is { } end && now < end + ClockSkew && (notBefore is null || notBefore <= now + ClockSkew),
            };
        });
    }
}
