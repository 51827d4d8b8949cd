using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Feedback.Api.Demo;

namespace Feedback.Api.Commands;

/// <summary><c>feedback demo</c>: a simulated organisation in the embedded store, then serves it.</summary>
public static class DemoCommand
{
    /// <summary>Where its store is unless <c>Feedback:DataDirectory</c> says.</summary>
    public const string DefaultDirectory = "data/demo";

    private const string DirectorySetting = $"{Settings.Section}:{nameof(Settings.DataDirectory)}";

    public static Command Make(string[] settings)
    {
        var seed = new Option<int?>("--seed") { Description = "Another organisation of the same kind; the same number gives the same answers." };
        var command = new Command("demo", $"Makes a simulated organisation in {DefaultDirectory} and serves it.") { seed };
        command.SetAction((parsed, cancellation) => Run(settings, parsed.GetValue(seed), cancellation));
        return command;
    }

    private static async Task<int> Run(string[] settings, int? seed, CancellationToken cancellation)
    {
        var started = Stopwatch.StartNew();
        var configuration = Host.CreateApplicationBuilder(settings).Configuration;
        if (configuration[DirectorySetting] is null)
        {
            settings = [.. settings, $"--{DirectorySetting}={DefaultDirectory}"];
            configuration = Host.CreateApplicationBuilder(settings).Configuration;
        }
        using var hold = await DemoStore.Hold(Settings.Read(configuration));
        var (keys, options, isComplete) = await DemoStore.Prepare(Settings.Read(configuration), seed, TimeProvider.System, cancellation);
        return await ServeCommand.Run(settings, app => Load(app, keys, options, isComplete, started), hold);
    }

    private static async Task Load(WebApplication app, DemoKeys keys, DemoOptions options, bool isComplete, Stopwatch started)
    {
        var demo = new DemoOrganisation(app.Services, options, Say);
        try
        {
            if (!isComplete)
            {
                await demo.LoadCustomers(app.Lifetime.ApplicationStopping);
                await demo.RaiseConcerns(app.Lifetime.ApplicationStopping);
            }
            var codes = await demo.Invite(DemoGuide.Codes, app.Lifetime.ApplicationStopping);
            Console.WriteLine(DemoGuide.Text(app.Urls.First(), keys, codes, options.Seed));
            Console.WriteLine();
            if (!isComplete) await demo.LoadEmployees(app.Lifetime.ApplicationStopping);
            Say("everything is in; Ctrl+C ends the demo");
        }
        catch (Exception e) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            Say($"stopped before everything was in; the next start begins anew ({e.GetType().Name})");
        }

        void Say(string line) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{started.Elapsed.TotalSeconds,6:0.0} s  {line}"));
    }
}
