namespace Feedback.Api.Tests.Anonymity.Invented;

/// <summary>Somebody on the register of an invented organisation.</summary>
/// <param name="Number">Stays the same from wave to wave.</param>
/// <param name="Team">Code of the leaf unit.</param>
/// <param name="Profile">Values of the dimensions beside the unit.</param>
/// <param name="Effect">How far above the others this person answers, in points.</param>
/// <param name="Answers">Item code to raw answer; empty of those who were silent. An item that was skipped is missing.</param>
internal sealed record InventedPerson(int Number, string Team, IReadOnlyDictionary<string, string> Profile, double Effect, IReadOnlyDictionary<string, int> Answers)
{
    public bool Answered => Answers.Count > 0;

    /// <summary>Whether the person belongs to the base of these items: answered all of them.</summary>
    public bool AnsweredAll(IEnumerable<string> items) => Answered && items.All(Answers.ContainsKey);
}
