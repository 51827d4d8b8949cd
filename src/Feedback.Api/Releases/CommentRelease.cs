using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Indicators.Audit;
using Feedback.Indicators.Text;

namespace Feedback.Api.Releases;

/// <summary>
/// What a release shows of comments (ANONYMITY, R10): each under one node or not at all, without personal data that a pattern can
/// find, with the language, the label of sentiment and topics only where k people of the node share them, in an order drawn by lot. Nothing that leads back to a response.
/// </summary>
/// <param name="tree">The units as they were frozen.</param>
/// <param name="unitOf">The unit of a cohort, or null.</param>
/// <param name="minimumGroup">k.</param>
public sealed class CommentRelease(UnitTree tree, Func<int, string?> unitOf, int minimumGroup)
{
    /// <summary>How many rows go to the store at once.</summary>
    private const int AtOnce = 2_000;

    /// <summary>The comments that are shown, to be stored as they are.</summary>
    /// <param name="written">Everything that was written in the period that is released.</param>
    /// <param name="released">The cells that the audit let out for the people who wrote.</param>
    public IReadOnlyList<ReleasedComment> Show(WrittenComments written, FrozenBase released)
    {
        var places = CommentPlaces.Assign(tree.All.ToDictionary(u => u.Code, u => u.Parent), Nodes(released), PeopleByUnit(written), minimumGroup);
        var shown = written.All.Select(c => (Comment: c, Node: places.Of(NodeOf(c.Cohort)))).Where(c => c.Node is not null).ToList();
        var languages = Shared(shown, c => c.Language is null ? [] : [c.Language]);
        var labels = Shared(shown, c => [c.Label]);
        var topics = Shared(shown, c => c.Topics);
        RandomNumberGenerator.Shuffle(CollectionsMarshal.AsSpan(shown));
        return [.. shown.Select((c, place) => new ReleasedComment
        {
            Survey = written.Survey.Id,
            Period = written.Period,
            Place = place,
            Unit = c.Node == CommentPlaces.Whole ? null : c.Node,
            Item = c.Comment.Item,
            Kind = c.Comment.Kind,
            Language = c.Comment.Language is { } language && languages.Contains((c.Node, language)) ? language : null,
            Text = Redaction.Of(c.Comment.Text),
            Sentiment = labels.Contains((c.Node, c.Comment.Label)) ? c.Comment.Label : null,
            Topics = c.Comment.Topics.Where(t => topics.Contains((c.Node, t))).ToList() is { Count: > 0 } told ? $" {string.Join(' ', told)} " : null,
        })];
    }

    /// <summary>What at least k people have in common whose comments a node shows. One person counts once, however many comments.</summary>
    private HashSet<(string? Node, string Value)> Shared(IEnumerable<(WrittenComment Comment, string? Node)> shown, Func<WrittenComment, IEnumerable<string>> values) =>
        shown.SelectMany(c => values(c.Comment), (c, value) => (c.Node, Value: value, c.Comment.Person)).Distinct()
            .CountBy(c => (c.Node, c.Value)).Where(c => c.Value >= minimumGroup).Select(c => c.Key).ToHashSet();

    /// <summary>Stores them in the session's transaction.</summary>
    public static async Task Store(Session session, IReadOnlyList<ReleasedComment> comments)
    {
        foreach (var rows in comments.Chunk(AtOnce)) await session.RunRows(Queries.InsertReleasedComment, rows);
    }

    private HashSet<string> Nodes(FrozenBase released)
    {
        var nodes = tree.All.Select(u => u.Code).Where(code => released.Find(code, []) is not null).ToHashSet(StringComparer.Ordinal);
        if (released.Find(null, []) is not null) nodes.Add(CommentPlaces.Whole);
        return nodes;
    }

    private Dictionary<string, long> PeopleByUnit(WrittenComments written) =>
        written.People.GroupBy(p => NodeOf(p.Key), p => (long)p.Value).ToDictionary(g => g.Key, g => g.Sum(), StringComparer.Ordinal);

    private string NodeOf(int cohort) => unitOf(cohort) ?? CommentPlaces.Whole;
}
