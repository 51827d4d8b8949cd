namespace Feedback.Api.Tests.Anonymity;

/// <summary>Attacks on a released employee survey, which they only read, over HTTP. k = 10.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public abstract class AttackFixture(string engine)
{
    protected const int K = 10;

    /// <summary>From here on a cell is not small.</summary>
    protected const int Large = 3 * K;

    internal ReleasedOrganisation Pulse { get; private set; } = null!;

    internal TestService Service => Pulse.Service;

    protected string Engine => engine;

    [OneTimeSetUp]
    public async Task HaveTheRelease() => Pulse = await SharedReleases.Pulse(engine);
}
