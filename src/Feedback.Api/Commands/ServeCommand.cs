using System.CommandLine;
using Feedback.Api.Data;

namespace Feedback.Api.Commands;

/// <summary><c>feedback serve</c>: brings the store up to date and serves until it is told to stop.</summary>
public static class ServeCommand
{
    /// <summary>Where it listens when neither <c>--urls</c> nor <c>ASPNETCORE_URLS</c> says.</summary>
    public const string DefaultAddress = "http://localhost:5080";

    public static Command Make(string[] settings)
    {
        var command = new Command("serve", $"Serves the API (the default). Listens on {DefaultAddress} unless --urls or ASPNETCORE_URLS says otherwise.");
        command.SetAction((_, _) => Run(settings));
        return command;
    }

    /// <summary>Serves until the process is told to stop.</summary>
    /// <param name="settings">Settings of the command line.</param>
    /// <param name="started">What else to do once the service takes requests.</param>
    /// <param name="held">What the caller took the store with, if it did.</param>
    internal static async Task<int> Run(string[] settings, Func<WebApplication, Task>? started = null, IDisposable? held = null)
    {
        // Files of settings are read once: to watch the folder for changes would mean to be woken by every write to the store in it.
        var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. settings]);
        Listen(builder);
        Quiet(builder.Logging, builder.Services);
        await using var app = Service.Build(builder);
        using var hold = held is null ? app.Services.GetRequiredService<Database>().Hold() : null;
        await Prepare(app.Services, app.Services.GetRequiredService<Settings>().Database.PatienceAtStart);
        await app.StartAsync();
        if (started is not null) await started(app);
        await app.WaitForShutdownAsync();
        return CommandLine.Done;
    }

    /// <summary>Makes the store ready, and shows the first admin key if one was made.</summary>
    internal static async Task Prepare(IServiceProvider services, TimeSpan patience = default)
    {
        if (await services.GetRequiredService<Startup>().Run(patience) is { } key)
            Console.WriteLine($"A first admin key was made. It is shown once: {key}");
    }

    /// <summary>The console has warnings, errors and the line that says where it listens; <c>Logging:LogLevel:...</c> changes that.</summary>
    internal static void Quiet(ILoggingBuilder logging, IServiceCollection services)
    {
        logging.SetMinimumLevel(LogLevel.Warning);
        services.Configure<LoggerFilterOptions>(options => options.Rules.Insert(0, new LoggerFilterRule(null, "Microsoft.Hosting.Lifetime", LogLevel.Information, null)));
        services.Configure<ConsoleLifetimeOptions>(options => options.SuppressStatusMessages = true);
    }

    private static void Listen(WebApplicationBuilder builder)
    {
        var urls = builder.Configuration[WebHostDefaults.ServerUrlsKey];
        if (string.IsNullOrWhiteSpace(urls))
        {
            builder.WebHost.UseUrls(DefaultAddress);
            return;
        }
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            try
            {
                _ = BindingAddress.Parse(url);
            }
            catch (FormatException)
            {
                throw new InvalidSettingException("urls", "is not an address to listen on, such as http://localhost:5080");
            }
        }
    }
}
