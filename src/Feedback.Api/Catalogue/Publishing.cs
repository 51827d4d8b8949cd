using Feedback.Api.Data;
using Feedback.Indicators;

namespace Feedback.Api.Catalogue;

/// <summary>What publishing a definition came to.</summary>
/// <param name="Version">The version in force afterwards.</param>
/// <param name="IsNew">False when the content was the same as before.</param>
/// <param name="Conflict">Why it was refused: it would change the meaning of stored answers.</param>
public sealed record Publication(int Version, bool IsNew, string? Conflict = null);

/// <summary>Publishes a valid definition: a new survey, the next version of one, or nothing when nothing changed.</summary>
public static class Publishing
{
    /// <summary>Works in the session's transaction; the caller commits when there is no conflict.</summary>
    /// <param name="session">Open for writing.</param>
    /// <param name="key">The survey's key.</param>
    /// <param name="definition">What is published.</param>
    /// <param name="minimumGroup">The k of an employee survey that sets none; it is kept, so that a later setting does not open earlier answers.</param>
    /// <param name="time">The clock.</param>
    public static async Task<Publication> Publish(Session session, string key, SurveyDefinition definition, int minimumGroup, TimeProvider time)
    {
        await session.Run(Queries.RaiseStamp);
        var earlier = (await CatalogueReader.Read(session)).Survey(key);
        var json = definition.ToCanonicalJson();
        if (earlier is not null)
        {
            if (earlier.Current.Definition.ToCanonicalJson() == json) return new Publication(earlier.Current.Number, false);
            if (Conflict(earlier, definition) is { } conflict) return new Publication(earlier.Current.Number, false, conflict);
        }
        var survey = earlier?.Id ?? await Insert(session, key, definition, minimumGroup);
        var version = (earlier?.Current.Number ?? 0) + 1;
        await session.Run(Queries.InsertVersion, new { Survey = survey, Version = version, Definition = json, PublishedAt = time.GetUtcNow().ToUnixTimeMilliseconds() });
        await InsertDimensions(session, survey, earlier, definition);
        await InsertVariables(session, survey, earlier, definition);
        return new Publication(version, true);
    }

    /// <summary>Why a definition does not fit the answers that are stored, or null.</summary>
    private static string? Conflict(Survey earlier, SurveyDefinition definition)
    {
        if (earlier.Audience != definition.Audience) return "The audience is fixed once published.";
        if (earlier.Audience == Audience.Employee && (earlier.Grid != GridOf(definition) || earlier.Access != AccessOf(definition) || definition.K is { } k && earlier.MinimumGroup != k))
            return "Period, access and k are fixed once published.";
        foreach (var item in definition.Items!)
        {
            var stored = earlier.Variables.FirstOrDefault(v => v.Kind == Variable.ItemKind && v.Items != Variable.Topics && v.Name == item.Code);
            if (stored is not null && ToRow(earlier.Id, item) is var row && row with { Id = stored.Id } != stored)
                return $"The item {item.Code} has answers under another kind, range, direction or measure; give the new one a code of its own.";
        }
        var names = earlier.Dimensions.Concat((definition.Dimensions ?? []).Select(d => d.Name)).ToHashSet(StringComparer.Ordinal);
        return names.Count > Names.MaximumDimensions + 1 ? "With those of earlier versions the survey would register more dimensions than it may." : null;
    }

    private static async Task<int> Insert(Session session, string key, SurveyDefinition definition, int minimumGroup)
    {
        await session.Run(Queries.InsertSurvey, new
        {
            SurveyKey = key,
            Audience = definition.Audience!.Value.ToString().ToLowerInvariant(),
            Grid = GridOf(definition),
            Access = AccessOf(definition),
            MinimumGroup = definition.Audience == Audience.Employee ? definition.K ?? minimumGroup : (int?)null,
        });
        return await session.Row<int>(Queries.FindSurvey, new { SurveyKey = key });
    }

    private static async Task InsertDimensions(Session session, int survey, Survey? earlier, SurveyDefinition definition)
    {
        var position = earlier?.Dimensions.Length ?? 0;
        foreach (var name in (definition.Dimensions ?? []).Select(d => d.Name).Prepend("unit"))
        {
            if (earlier?.Dimensions.Contains(name) != true) await session.Run(Queries.InsertDimension, new { Survey = survey, Position = position++, Name = name });
        }
    }

    private static async Task InsertVariables(Session session, int survey, Survey? earlier, SurveyDefinition definition)
    {
        var wanted = definition.Items!.Select(item => ToRow(survey, item)).ToList();
        wanted.AddRange(ScaleShapes.Of(definition).Select(s => new Variable { Survey = survey, Kind = Variable.ScaleKind, Name = s.Name, Items = s.Items, Low = s.Low, High = s.High }));
        wanted.Add(new Variable { Survey = survey, Kind = Variable.ResponseKind, Name = Variable.ResponseKind });
        wanted.Add(new Variable { Survey = survey, Kind = Variable.DelayKind, Name = Variable.DelayKind });
        if (definition.Items!.Any(i => i.Measures == Measure.Experience)) wanted.Add(new Variable { Survey = survey, Kind = Variable.JourneyKind, Name = Variable.JourneyKind });
        wanted.AddRange(TopicVariables(survey, definition));
        foreach (var variable in wanted)
        {
            if (earlier?.Variables.Any(v => v with { Id = 0 } == variable) != true) await session.Run(Queries.InsertVariable, variable);
        }
        foreach (var item in definition.Items!.Where(i => i.Kind == ItemKind.Choice))
        {
            var variable = await session.Row<int>(Queries.FindItem, new { Survey = survey, Name = item.Code });
            var known = (await session.Rows<string>(Queries.ReadOptionCodes, new { Variable = variable })).ToHashSet(StringComparer.Ordinal);
            var number = known.Count;
            foreach (var option in item.Options!)
            {
                if (known.Add(option.Code!)) await session.Run(Queries.InsertOption, new { Variable = variable, Number = number++, option.Code });
            }
        }
    }

    /// <summary>What topics are counted under. Those of one item have its name; employees' comments are one base, whatever they answer.</summary>
    private static IEnumerable<Variable> TopicVariables(int survey, SurveyDefinition definition)
    {
        List<string> items = [.. definition.Items!.Where(i => i.Kind == ItemKind.Text).Select(i => i.Code!)];
        if (items.Count == 0) return [];
        return (definition.Audience == Audience.Customer ? items : []).Prepend(TopicValue.AllComments)
            .Select(name => new Variable { Survey = survey, Kind = Variable.ItemKind, Name = name, Items = Variable.Topics });
    }

    /// <summary>What an item is counted as. A choice and a text have no range; kind is told by Items: 1 rating, 2 single, 3 multiple choice, 4 text.</summary>
    private static Variable ToRow(int survey, ItemDefinition item) => new()
    {
        Survey = survey,
        Kind = Variable.ItemKind,
        Name = item.Code!,
        Items = item.Kind switch { ItemKind.Rating => Variable.Rating, ItemKind.Text => Variable.Text, _ => item.Multiple == true ? Variable.MultipleChoice : Variable.SingleChoice },
        Low = item.Low ?? 0,
        High = item.High ?? 0,
        Reversed = item.Reversed == true ? 1 : 0,
        Measure = item.Measures,
        Touchpoint = item.Touchpoint,
    };

    private static string GridOf(SurveyDefinition definition) => definition.Audience == Audience.Employee ? definition.Period ?? "month" : "none";

    private static string AccessOf(SurveyDefinition definition) => definition.Audience == Audience.Employee ? definition.Access ?? "open" : "open";
}
