using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Api.Ingest;

namespace Feedback.Api.OData;

/// <summary>What a read of a set sees, and what it may.</summary>
/// <param name="Read">One snapshot of the store and of the catalogue.</param>
/// <param name="Caller">Whose key it is.</param>
/// <param name="AsOf">When it began.</param>
/// <param name="Clock">The organisation's days.</param>
public sealed record FeedScope(ReadScope Read, Caller Caller, DateTimeOffset AsOf, OrganisationClock Clock);
