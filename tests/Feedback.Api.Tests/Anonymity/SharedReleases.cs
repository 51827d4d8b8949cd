using System.Collections.Concurrent;
using Feedback.Api.Tests.Anonymity.Invented;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>The released organisations that attacks share, made once an engine and gone after the last test here.</summary>
[SetUpFixture]
public sealed class SharedReleases
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<ReleasedOrganisation>>> Made = new();

    /// <summary>1,500 people, four dimensions beside the unit, every item.</summary>
    internal static Task<ReleasedOrganisation> Pulse(string engine) => Made.GetOrAdd("pulse " + engine, _ => new(() => ReleasedOrganisation.Of(
        engine, InventedSurvey.Definition(InventedSurvey.Items, InventedOrganisation.FourDimensions), OrganisationFile.Read()))).Value;

    /// <summary>1,500 people of another seed, six dimensions beside the unit, which with the levels of the tree makes nine attributes of a person.</summary>
    internal static Task<ReleasedOrganisation> Wide(string engine) => Made.GetOrAdd("wide " + engine, _ => new(() => ReleasedOrganisation.Of(
        engine, InventedSurvey.Definition(InventedSurvey.Trust, InventedOrganisation.SixDimensions), OrganisationMaker.Make(1_500, seed: 2)))).Value;

    /// <summary>400 people over three months.</summary>
    internal static Task<ReleasedOrganisation> Waves(string engine) => Made.GetOrAdd("waves " + engine, _ => new(() =>
    {
        var first = OrganisationMaker.Make(400, seed: 3);
        var second = NextWave.Of(first, seed: 4);
        return ReleasedOrganisation.Of(engine, InventedSurvey.Definition([.. InventedSurvey.Trust, "stay"], ["grade"]), first, second, NextWave.Of(second, seed: 5));
    })).Value;

    [OneTimeTearDown]
    public async Task StopThem()
    {
        foreach (var made in Made.Values.Where(m => m.IsValueCreated && m.Value.IsCompletedSuccessfully)) await (await made.Value).DisposeAsync();
        Made.Clear();
    }
}
