using Feedback.Api.Catalogue;
using Feedback.Api.Data;

namespace Feedback.Api.Replica;

/// <summary>One snapshot of the replica that a request is answered from.</summary>
/// <param name="Session">The snapshot.</param>
/// <param name="Catalogue">As the snapshot has it, or as the store has it where that is the same: a period counts as released once the replica has what was released.</param>
/// <param name="AsOf">Everything that was committed before is in the snapshot.</param>
public sealed record ReplicaSnapshot(Session Session, CatalogueSnapshot Catalogue, DateTimeOffset AsOf);

/// <summary>How the replica was found when it was last asked.</summary>
/// <param name="State"><c>current</c>, <c>behind</c> by more than a minute, or <c>away</c>. In the last two reads go to the store itself.</param>
/// <param name="LagSeconds">How old the last beat was that had arrived there; null while it is away.</param>
public sealed record ReplicaState(string State, double? LagSeconds);
