using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Releases;

namespace Feedback.Api.Figures;

/// <summary>What every reading of one request stands on: one snapshot of the store and of the catalogue.</summary>
/// <param name="Session">One snapshot of the store.</param>
/// <param name="Cohorts">Every cohort that was committed when it began.</param>
/// <param name="Catalogue">Surveys, units and what the organisation added.</param>
/// <param name="MinimumGroup">k where a survey sets none.</param>
/// <param name="Today">The organisation's day.</param>
public sealed record ReadScope(Session Session, Cohorts Cohorts, CatalogueSnapshot Catalogue, int MinimumGroup, DateOnly Today)
{
    public UnitTree Units => Catalogue.Units;

    /// <summary>Where rows from raw answers of closed periods are kept; null for nowhere.</summary>
    public ComputedRows? Computed { get; init; }

    /// <summary>What was released of employees.</summary>
    public required FrozenReleases Frozen { get; init; }

    /// <summary>Whether figures may rest on both audiences' answers: not where the key is bound to one.</summary>
    public bool SeesBoth { get; init; }

    /// <summary>Ends what takes long when nobody waits for it any more.</summary>
    public CancellationToken Aborted { get; init; }
}
