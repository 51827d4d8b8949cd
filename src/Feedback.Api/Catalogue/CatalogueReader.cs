using System.Collections.Frozen;
using System.Text.Json;
using Feedback.Api.Data;
using Feedback.Indicators;

namespace Feedback.Api.Catalogue;

/// <summary>Reads the whole catalogue from one session.</summary>
public static class CatalogueReader
{
    public static async Task<CatalogueSnapshot> Read(Session session)
    {
        var stamp = await session.Row<long>(Queries.ReadStamp);
        var keys = await session.Rows<KeyRow>(Queries.ReadKeys);
        var units = await session.Rows<Unit>(Queries.ReadUnits);
        var surveys = await session.Rows<SurveyRow>(Queries.ReadSurveys);
        var versions = (await session.Rows<VersionRow>(Queries.ReadVersions)).ToLookup(v => v.Survey);
        var dimensions = (await session.Rows<DimensionRow>(Queries.ReadDimensions)).ToLookup(d => d.Survey);
        var variables = (await session.Rows<Variable>(Queries.ReadVariables)).ToLookup(v => v.Survey);
        var options = (await session.Rows<OptionRow>(Queries.ReadOptions)).ToLookup(o => o.Variable);
        var periods = (await session.Rows<SurveyPeriod>(Queries.ReadPeriods)).ToLookup(p => p.Survey);
        var targets = await Targets.Read(session);
        var initiatives = await Initiatives.Read(session);
        var outcomes = await Outcomes.Read(session);
        var webhooks = await StoredWebhooks.Read(session);
        var words = await WordLists.Read(session);
        return new CatalogueSnapshot(
            stamp,
            [.. keys.Select(k => k.ToKey())],
            new UnitTree(units),
            surveys.Select(s => MakeSurvey(s, versions[s.Id], [.. dimensions[s.Id].Select(d => d.Name)], [.. variables[s.Id]], options, periods[s.Id], webhooks)))
        {
            Targets = targets,
            Initiatives = initiatives,
            Outcomes = outcomes,
            Webhooks = webhooks,
            Words = words,
        };
    }

    private static Survey MakeSurvey(SurveyRow row, IEnumerable<VersionRow> versions, string[] dimensions, Variable[] variables, ILookup<int, OptionRow> options, IEnumerable<SurveyPeriod> periods, IEnumerable<Webhook> webhooks)
    {
        Array.Sort(dimensions, StringComparer.Ordinal);
        return new Survey
        {
            Id = row.Id,
            Key = row.SurveyKey,
            Audience = Enum.Parse<Audience>(row.Audience, ignoreCase: true),
            Grid = row.Grid,
            Access = row.Access,
            MinimumGroup = row.MinimumGroup,
            IsClosed = row.Closed != 0,
            Dimensions = dimensions,
            Variables = variables,
            Versions = [.. versions.Select(v => MakeVersion(v, variables, options))],
            Periods = periods.ToDictionary(p => p.Number),
            Subscribers = row.IsEmployee ? [] : [.. webhooks.Where(w => w.Wants(WebhookEvents.ResponseStored, row.SurveyKey)).Select(w => w.Id)],
        };
    }

    private static SurveyVersion MakeVersion(VersionRow row, Variable[] variables, ILookup<int, OptionRow> options)
    {
        var definition = SurveyDefinition.Parse(row.Definition);
        var scales = ScaleShapes.Of(definition)
            .Select(s => new Scale(variables.Single(v => v.Kind == Variable.ScaleKind && v.Name == s.Name && v.Items == s.Items && v.Low == s.Low && v.High == s.High).Id,
                s.Name, s.Items, s.Low, s.High))
            .ToArray();
        var items = definition.Items!.Select((item, position) =>
        {
            var variable = variables.Single(v => v.Kind == Variable.ItemKind && v.Items != Variable.Topics && v.Name == item.Code);
            var scale = Measure.ScaleOf(item.Measures);
            return new Item
            {
                Variable = variable.Id,
                Position = position,
                Code = item.Code!,
                Kind = item.Kind!.Value,
                Low = variable.Low,
                High = variable.High,
                IsReversed = variable.Reversed != 0,
                IsMultiple = item.Multiple ?? false,
                IsRequired = item.Required ?? false,
                Measure = item.Measures,
                Touchpoint = item.Touchpoint,
                Scale = scale is null ? -1 : Array.FindIndex(scales, s => s.Name == scale),
                Options = Choices(item, options[variable.Id]),
            };
        });
        return new SurveyVersion(row.Version, definition, [.. items], scales,
            variables.Single(v => v.Kind == Variable.ResponseKind),
            variables.FirstOrDefault(v => v.Kind == Variable.JourneyKind && scales.Any(s => s.Name == Measure.Experience)),
            variables.Single(v => v.Kind == Variable.DelayKind),
            (definition.Dimensions ?? []).ToDictionary(d => d.Name, d => d.Values?.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            PublishedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.PublishedAt),
            Topics = variables.FirstOrDefault(v => v.IsOfAllComments),
            TopicsOf = variables.Where(v => v is { Kind: Variable.ItemKind, Items: Variable.Topics } && !v.IsOfAllComments)
                .ToDictionary(v => variables.Single(item => item is { Kind: Variable.ItemKind, Items: Variable.Text } && item.Name == v.Name).Id, v => v.Id),
        };
    }

    private static FrozenDictionary<string, int> Choices(ItemDefinition item, IEnumerable<OptionRow> options)
    {
        var offered = (item.Options ?? []).Select(o => o.Code).ToHashSet();
        return options.Where(o => offered.Contains(o.Code)).ToFrozenDictionary(o => o.Code, o => o.Number, StringComparer.Ordinal);
    }

    private sealed class KeyRow
    {
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
        public string Scope { get; init; } = "";
        public string? Audience { get; init; }
        public string Origins { get; init; } = "";
        public string? Units { get; init; }
        public int? RateLimit { get; init; }
        public string Hash { get; init; } = "";
        public long CreatedAt { get; init; }
        public long? ExpiresAt { get; init; }
        public long? RevokedAt { get; init; }
        public string? EarlierHash { get; init; }
        public long? EarlierUntil { get; init; }

        public ApiKey ToKey() => new()
        {
            Id = Id,
            Name = Name,
            Scope = Enum.Parse<KeyScope>(Scope, ignoreCase: true),
            Audience = Audience is null ? null : Enum.Parse<Audience>(Audience, ignoreCase: true),
            Origins = JsonSerializer.Deserialize<string[]>(Origins)!,
            Units = Units is null ? [] : JsonSerializer.Deserialize<string[]>(Units)!,
            RateLimit = RateLimit,
            Hash = Convert.FromHexString(Hash),
            EarlierHash = EarlierHash is null ? null : Convert.FromHexString(EarlierHash),
            EarlierUntil = EarlierUntil is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null,
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
            ExpiresAt = ExpiresAt is { } e ? DateTimeOffset.FromUnixTimeMilliseconds(e) : null,
            RevokedAt = RevokedAt is { } r ? DateTimeOffset.FromUnixTimeMilliseconds(r) : null,
        };
    }

    private sealed class SurveyRow
    {
        public int Id { get; init; }
        public string SurveyKey { get; init; } = "";
        public string Audience { get; init; } = "";
        public string Grid { get; init; } = "";
        public string Access { get; init; } = "";
        public int? MinimumGroup { get; init; }
        public int Closed { get; init; }

        public bool IsEmployee => Audience == "employee";
    }

    private sealed class VersionRow
    {
        public int Survey { get; init; }
        public int Version { get; init; }
        public string Definition { get; init; } = "";
        public long PublishedAt { get; init; }
    }

    private sealed class DimensionRow
    {
        public int Survey { get; init; }
        public string Name { get; init; } = "";
    }

    private sealed class OptionRow
    {
        public int Variable { get; init; }
        public int Number { get; init; }
        public string Code { get; init; } = "";
    }
}
