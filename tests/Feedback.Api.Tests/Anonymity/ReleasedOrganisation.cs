using System.Text.Json.Nodes;
using Feedback.Api.Tests.Anonymity.Invented;
using Feedback.Api.Tests.Anonymity.Solving;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>
/// A service with a survey of an invented organisation that was answered with invitation codes and released for each of its waves,
/// one wave a month, the last in October 2026. Crawled once for each indicator; tests only read it.
/// </summary>
internal sealed class ReleasedOrganisation : IAsyncDisposable
{
    /// <summary>The month of the last wave.</summary>
    public const string LastPeriod = "2026-10";

    private static readonly DateOnly LastMonth = new(2026, 10, 1);

    private readonly Dictionary<(string Indicator, string Period), Task<IReadOnlyDictionary<AskedCell, ServedRow>>> _crawls = [];

    private ReleasedOrganisation(TestService service, string survey, string[] dimensions, IReadOnlyList<InventedOrganisation> waves) =>
        (Service, Survey, Dimensions, Waves) = (service, survey, dimensions, waves);

    public TestService Service { get; }

    public string Survey { get; }

    public string[] Dimensions { get; }

    public IReadOnlyList<InventedOrganisation> Waves { get; }

    /// <summary>The wave of <see cref="LastPeriod"/>.</summary>
    public InventedOrganisation Organisation => Waves[^1];

    /// <summary>The month of a wave.</summary>
    public string PeriodOf(int wave) => LastMonth.AddMonths(wave - Waves.Count + 1).Day()[..7];

    /// <summary>Starts a service, publishes a survey, stores the answers of every wave to its items and releases its month.</summary>
    public static async Task<ReleasedOrganisation> Of(string engine, JsonObject definition, params InventedOrganisation[] waves)
    {
        var service = await TestService.Start(engine);
        string[] dimensions = [.. definition["dimensions"]!.AsArray().Select(d => d is JsonObject listed ? (string)listed["name"]! : (string)d!)];
        string[] items = [.. definition["items"]!.AsArray().Select(i => (string)i!["code"]!)];
        var made = new ReleasedOrganisation(service, await service.Publish(definition), dimensions, [.. waves.Select(w => w.Asked(items))]);
        var hasCodes = (string?)definition["access"] == "code";
        for (var wave = 0; wave < waves.Length; wave++)
        {
            await service.Invite(made.Survey, made.Waves[wave], made.PeriodOf(wave));
            await service.Wave(made.Survey, made.Waves[wave], made.PeriodOf(wave), dimensions, hasCodes);
        }
        return made;
    }

    /// <summary>Every row of an indicator, asked cell by cell with one key.</summary>
    public Task<IReadOnlyDictionary<AskedCell, ServedRow>> Crawl(string indicator, string period = LastPeriod) =>
        _crawls.TryGetValue((indicator, period), out var crawl) ? crawl : _crawls[(indicator, period)] = Crawler(period, Service.Read).Crawl(indicator);

    /// <summary>A crawler with keys that take turns.</summary>
    public Crawler Crawler(string period, params HttpClient[] clients) => new(
        Survey,
        period,
        Dimensions.ToDictionary(d => d, d => Organisation.People.Select(p => p.Profile.GetValueOrDefault(d)).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToArray()),
        clients);

    /// <summary>The cells that an indicator was released for.</summary>
    public async Task<IReadOnlyList<AskedCell>> Released(string indicator) => [.. (await Crawl(indicator)).Values.Where(r => r.IsReleased).Select(r => r.Cell)];

    /// <summary>What is true of the people who answered all of some items; of everybody who answered, without items.</summary>
    public TrueCells Truth(params string[] items) => new(Organisation, Dimensions, Organisation.People.Where(p => p.AnsweredAll(items)));

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}
