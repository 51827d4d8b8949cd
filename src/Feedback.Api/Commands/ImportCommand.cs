using System.CommandLine;
using Feedback.Api.Audit;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Features.Imports;
using Feedback.Api.Features.Imports.Formats;
using Feedback.Api.Features.Surveys;
using Feedback.Api.Ingest;

namespace Feedback.Api.Commands;

/// <summary>
/// <c>feedback import</c>: puts the rows of a file into the store, each as one response. Writes to the store itself, in turns with
/// services that run on it. Safe to repeat.
/// </summary>
public static class ImportCommand
{
    private const int ListedProblems = 20;

    public static Command Make(string[] settings)
    {
        var format = new Option<string>("--format") { Description = "What the file is.", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong([.. ImportFormats.All.Select(f => f.Name)]);
        var map = new Option<FileInfo?>("--map") { Description = "How columns become answers (docs/import.md); without it by the survey's codes and aliases.", HelpName = "MAP.json" };
        var survey = new Option<string?>("--survey") { Description = "The survey that is answered, instead of the map's.", HelpName = "KEY" };
        var file = new Option<FileInfo?>("--file") { Description = "The file, instead of the map's.", HelpName = "FILE.csv" };
        var rejects = new Option<FileInfo?>("--rejects") { Description = "Where rejected rows are written. It holds what the file holds: keep it as safe.", HelpName = "FILE.csv" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Checks every row, stores none and publishes nothing." };
        var part = new Option<string?>("--part") { Description = "Where rows bring no ids: the file's name among those that may hold equal rows, such as 2026-03-sales.", HelpName = "NAME" };
        var argument = new Argument<FileInfo?>("file") { Description = "The same as --file.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("import", "Imports responses from a file. Importing twice stores nothing twice. Services on the same store may go on: the writers take turns.")
        {
            format, map, survey, file, rejects, dryRun, part, argument,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(file) is not null && result.GetValue(argument) is not null) result.AddError("The file is named twice.");
            if (result.GetResult(map) is null && result.GetResult(survey) is null) result.AddError("Neither the command nor the map names a survey.");
            if (result.GetValue(part) is { } name && !Names.IsName(name)) result.AddError("A part is a name: a letter or digit, then letters, digits, points, dashes.");
        });
        command.SetAction((parsed, cancellation) => Run(settings, ImportFormats.Find(parsed.GetValue(format)!)!, parsed.GetValue(map), parsed.GetValue(survey), parsed.GetValue(file) ?? parsed.GetValue(argument),
            parsed.GetValue(rejects), parsed.GetValue(dryRun), parsed.GetValue(part), cancellation));
        return command;
    }

    private static async Task<int> Run(string[] settings, ImportFormat format, FileInfo? map, string? survey, FileInfo? file, FileInfo? rejects, bool isDryRun, string? part, CancellationToken cancellation)
    {
        var (plan, problems) = await ImportPlan.Read(format, map?.FullName, survey, file?.FullName, cancellation);
        if (plan is null) return Complain(problems);
        plan = plan with { Part = part };
        var builder = Host.CreateApplicationBuilder(settings);
        ServeCommand.Quiet(builder.Logging, builder.Services);
        var host = Service.BuildStore(builder);
        await using var _ = (IAsyncDisposable)host;
        await ServeCommand.Prepare(host.Services);
        await host.StartAsync(cancellation);
        try
        {
            var (catalogue, stored, wrong) = await Publish(plan, host.Services, isDryRun, cancellation);
            if (catalogue is null) return Complain(wrong);
            // Before the first row: what is stopped in between has stored something too.
            if (!isDryRun) await VerbLine.Write(host.Services.GetRequiredService<Database>(), host.Services.GetRequiredService<OrganisationClock>(), "import", new Dictionary<string, string> { ["survey"] = plan.SurveyKey, ["format"] = plan.Format.Name });
            return await ImportReport.Run(plan, stored, catalogue, host.Services, rejects, isDryRun);
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>Publishes the map's definition, if it brings one, and gives the catalogue that the map fits; nothing is published when it does not fit.</summary>
    private static async Task<(CatalogueSnapshot? Catalogue, ImportMap? Stored, IReadOnlyList<string> Problems)> Publish(ImportPlan plan, IServiceProvider services, bool isDryRun, CancellationToken cancellation)
    {
        if (plan.Definition is { } invalid && SurveyDefinitionValidator.Instance.Validate(invalid) is { IsValid: false } result)
            return (null, null, [.. result.Errors.Select(e => $"definition, {e.PropertyName}: {e.ErrorMessage}")]);
        await using var session = await services.GetRequiredService<Database>().Write(cancellation);
        if (plan.Definition is { } definition && await Publishing.Publish(session, plan.SurveyKey, definition, services.GetRequiredService<Settings>().MinimumGroup, services.GetRequiredService<TimeProvider>()) is { Conflict: { } conflict })
            return (null, null, [$"definition: {conflict}"]);
        var catalogue = await CatalogueReader.Read(session);
        var stored = plan.Map is null && catalogue.Survey(plan.SurveyKey) is { } survey && await StoredImport.Read(session, survey.Id, plan.Format.Name) is { Map: { } json } ? ImportMap.Parse(json) : null;
        await using var source = (await plan.Open(stored, cancellation))!;
        if (plan.Bind(source, stored, catalogue).Problems is { Count: > 0 } problems) return (null, null, problems);
        if (!isDryRun && plan.Definition is not null) await session.Commit();
        return (catalogue, stored, []);
    }

    private static int Complain(IReadOnlyList<string> problems)
    {
        foreach (var problem in problems.Take(ListedProblems)) CommandLine.Complain(problem, CommandLine.Wrong);
        if (problems.Count > ListedProblems) Console.Error.WriteLine($"and {problems.Count - ListedProblems} more");
        return CommandLine.Wrong;
    }
}
