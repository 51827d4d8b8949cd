using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;

namespace Feedback.Api.Releases;

/// <summary>
/// One base: people who are counted together, and everything that is counted of them. Nothing is computed on two (ANONYMITY,
/// section 4): the items and the score of a scale belong to those who answered all of its items; an item outside any scale to
/// those who answered it.
/// </summary>
/// <param name="Name">The scale; the measure of an item that no other shares; else <c>item:CODE</c>.</param>
/// <param name="People">Cohort to people.</param>
/// <param name="Counts">What was counted of them.</param>
public sealed record ReleaseBase(string Name, IReadOnlyDictionary<int, int> People, IReadOnlyList<PeriodCount> Counts)
{
    /// <summary>The base of everybody who responded, and the one of those who left a comment.</summary>
    public const string Responses = "response", Comments = "comment";

    /// <summary>Before the number of a topic: the base of those who mention it.</summary>
    private const string Topic = "topic:";

    /// <summary>Beside the bases: the released cells of everybody who responded with how many were invited (<see cref="InvitedCells"/>).</summary>
    public const string Invited = "invited";

    /// <summary>Every base of a survey in which anybody was counted, in ordinal order of their names.</summary>
    public static IReadOnlyList<ReleaseBase> Of(Survey survey, PeriodCounts counts, WrittenComments written)
    {
        var comments = OfComments(survey, counts, written);
        var bases = new List<ReleaseBase> { OfResponses(survey, counts), comments };
        bases.AddRange(OfTopics(comments));
        bases.AddRange(survey.Variables.Where(v => v.Kind == Variable.ScaleKind && v.Name != Measure.Experience).GroupBy(v => v.Name).Select(scale => OfScale(survey, scale.Key, [.. scale], counts)));
        bases.AddRange(survey.Variables.Where(v => v.IsChosen && !IsScaled(v)).Select(item => OfItem(item, counts)));
        // Where versions ask for one measure by items of different codes, the one that more people answered is the base.
        return [.. bases.Where(b => b.People.Count > 0).GroupBy(b => b.Name).Select(same => same.MaxBy(b => b.People.Values.Sum())!).OrderBy(b => b.Name, StringComparer.Ordinal)];
    }

    private static bool IsScaled(Variable item) => item.Measure is { } measure && measure != Measure.Experience && Measure.ScaleOf(measure) is not null;

    private static ReleaseBase OfResponses(Survey survey, PeriodCounts counts)
    {
        List<PeriodCount> own = [.. survey.Variables.Where(v => v.Kind == Variable.ResponseKind).SelectMany(v => counts.Of(v.Id))];
        return new(Responses, PeopleOf(own), own);
    }

    /// <summary>Those who left a comment, with the topics they mention; without these where they are not counted of everybody yet, because stored texts are still being read again.</summary>
    private static ReleaseBase OfComments(Survey survey, PeriodCounts counts, WrittenComments written)
    {
        List<PeriodCount> own = [.. survey.Variables.Where(v => v.IsOfAllComments).SelectMany(v => counts.Of(v.Id))];
        var people = PeopleOf(own.Where(c => TopicValue.TopicOf(c.Value) == TopicValue.Commented));
        return new(Comments, written.People, AreSame(people, new(written.People)) ? own : []);
    }

    /// <summary>
    /// Those who mention a topic, each topic for itself. The counts beside the comments' base say how many of a cell mention it, also where they are
    /// few; they are looked into for alarms and for what is new, and never served. What is served comes from these bases: so few people of one cell
    /// do not follow from what others show, of the same period or of several.
    /// </summary>
    private static IEnumerable<ReleaseBase> OfTopics(ReleaseBase comments) => comments.Counts.GroupBy(c => TopicValue.TopicOf(c.Value)).Where(t => t.Key != TopicValue.Commented)
        .Select(t => new ReleaseBase($"{Topic}{t.Key}", PeopleOf(t), [.. t.Select(c => c with { Variable = TopicValue.MentionsOf(t.Key), Value = (int)TopicValue.MoodOf(c.Value) })]));

    private static ReleaseBase OfItem(Variable item, PeriodCounts counts)
    {
        List<PeriodCount> own = [.. counts.Of(item.Id)];
        var people = item.Items == Variable.Rating ? own : [.. own.Where(c => c.Value == ResponseDraft.ChoiceAnswered)];
        var name = item.Measure is { } measure && !Measure.MayRepeat(measure) ? measure : "item:" + item.Name;
        return new(name, PeopleOf(people), own);
    }

    /// <summary>
    /// Where a scale was asked in two shapes in one period, the shape that more people answered is the base. An item that other
    /// people answered than the scale's, because versions differ in it, is left out: it would be a figure on another base.
    /// </summary>
    private static ReleaseBase OfScale(Survey survey, string scale, IReadOnlyList<Variable> shapes, PeriodCounts counts)
    {
        var (own, people) = shapes.Select(shape => counts.Of(shape.Id).Where(c => c.Value / ResponseDraft.AnsweredUnit == shape.Items).ToList())
            .Select(c => (Counts: c, People: PeopleOf(c))).OrderByDescending(s => s.People.Values.Sum()).First();
        var items = survey.Variables.Where(v => v is { Kind: Variable.ItemKind, Items: Variable.Rating } && IsScaled(v) && Measure.ScaleOf(v.Measure) == scale)
            .Select(v => counts.Of(v.Id).Where(c => c.Complete).ToList()).Where(item => AreSame(PeopleOf(item), people));
        return new(scale, people, [.. own, .. items.SelectMany(i => i)]);
    }

    private static bool AreSame(Dictionary<int, int> some, Dictionary<int, int> others) =>
        some.Count == others.Count && some.All(s => others.TryGetValue(s.Key, out var n) && n == s.Value);

    private static Dictionary<int, int> PeopleOf(IEnumerable<PeriodCount> counts) => counts.GroupBy(c => c.Cohort).ToDictionary(g => g.Key, g => g.Sum(c => c.N));
}
