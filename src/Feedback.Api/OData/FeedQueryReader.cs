using System.Text;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Feedback.Api.OData;

/// <summary>Reads the options of a request to a set. Syntax and types are the library's; what the feed does not do is refused, never ignored.</summary>
public sealed class FeedQueryReader(Feed feed, FeedSet set, Seal seal)
{
    /// <summary>The options there are.</summary>
    public static readonly string[] Options = ["$select", "$filter", "$orderby", "$top", "$skip", "$count", "$skiptoken", "$format"];

    /// <summary>What others know and the feed does not; these may be named in a refusal.</summary>
    private static readonly string[] Unsupported = ["$expand", "$apply", "$search", "$compute", "$levels", "$deltatoken", "$index", "$schemaversion", "$id", "$batch"];

    private IReadOnlyDictionary<string, int> Places { get; } = set.Columns.Select((c, i) => (c.Name, Place: i)).ToDictionary(c => c.Name, c => c.Place, StringComparer.Ordinal);

    /// <summary>What is asked for, or the problem with it.</summary>
    internal (FeedQuery? Query, Problem? Problem) Read(IQueryCollection query)
    {
        if (CheckNames(query) is { } problem) return (null, problem);
        var texts = query.Where(o => o.Key is not ("$format" or "$skiptoken")).ToDictionary(o => o.Key, o => o.Value.ToString(), StringComparer.Ordinal);
        var parser = new ODataQueryOptionParser(feed.Model, feed.EntitySet(set).EntityType(), feed.EntitySet(set), texts);
        var at = "";
        try
        {
            var read = new FeedQuery { Columns = [.. Enumerable.Range(0, set.Columns.Count)], Fingerprint = Fingerprint(texts) };
            if (texts.ContainsKey(at = "$select")) read = Selected(read, parser.ParseSelectAndExpand(), texts[at]);
            if (texts.ContainsKey(at = "$filter")) read = read with { Filter = new FilterReader(set).Read(texts[at], parser) };
            if (texts.ContainsKey(at = "$orderby")) read = read with { Order = [.. Ordered(parser.ParseOrderBy())] };
            if (texts.ContainsKey(at = "$top")) read = read with { Top = parser.ParseTop()!.Value };
            if (texts.ContainsKey(at = "$skip")) read = read with { Skip = parser.ParseSkip()!.Value };
            if (texts.ContainsKey(at = "$count")) read = read with { IsCounted = parser.ParseCount()!.Value };
            if (!query.TryGetValue("$skiptoken", out var token)) return (read, null);
            return FeedMark.Read(token.ToString(), read, set) is { } mark
                ? (read with { Mark = mark }, null)
                : (null, Invalid("$skiptoken", "It is that of the nextLink of this very query."));
        }
        catch (FeedRefusal refusal)
        {
            return (null, NotSupported(at, refusal.Message));
        }
        catch (Exception e) when (e is ODataException or ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            // The library's message repeats what was sent.
            return (null, Invalid(at, TextOf(at)));
        }
    }

    /// <summary>501 about an option.</summary>
    public static Problem NotSupported(string? option, string detail) =>
        new(StatusCodes.Status501NotImplemented, ProblemCodes.NotSupported, detail, option is null ? null : new Dictionary<string, string[]> { [option] = [detail] });

    /// <summary>406: there is no answer in the form that is asked for.</summary>
    public static Problem NotAcceptable(string detail) => new(StatusCodes.Status406NotAcceptable, ProblemCodes.NotAcceptable, detail);

    /// <summary>What is wrong with the names of options; null if nothing is.</summary>
    public static Problem? CheckNames(IQueryCollection query, IReadOnlyCollection<string>? known = null)
    {
        foreach (var (name, values) in query)
        {
            if (!(known ?? Options).Contains(name))
                return Options.Contains(name) || Unsupported.Contains(name) ? NotSupported(name, $"{name} is not supported here.") : NotSupported(null, "An option is not one that the feed knows.");
            if (values.Count != 1) return Invalid(name, "It is given once.");
            if (values[0] is not { Length: > 0 }) return Invalid(name, TextOf(name));
        }
        return null;
    }

    private static Problem Invalid(string option, string message) => Problem.Invalid(ProblemCodes.InvalidParameter, option, message);

    private static string TextOf(string option) => option switch
    {
        "$select" => "It is *, or names of columns of the set, comma-separated.",
        "$filter" => "It is not an expression over the columns of the set.",
        "$orderby" => "It is names of columns of the set, each with asc or desc, comma-separated.",
        "$top" or "$skip" => "It is a whole number that is not negative.",
        "$count" => "It is true or false.",
        "$format" => FeedFormat.Expected,
        _ => "It cannot be read.",
    };

    private FeedQuery Selected(FeedQuery query, SelectExpandClause clause, string text)
    {
        if (text.Contains('(')) throw new FeedRefusal("Options of a column are not supported.");
        var items = clause.SelectedItems.ToList();
        if (items.Any(i => i is WildcardSelectItem)) return query;
        if (items.Count == 0 || items.Any(i => i is not PathSelectItem { SelectedPath.Count: 1 } path || path.SelectedPath.FirstSegment is not PropertySegment))
            throw new FeedRefusal("Anything but columns of the set is not supported.");
        var columns = items.Select(i => Places[((PropertySegment)((PathSelectItem)i).SelectedPath.FirstSegment).Property.Name]);
        return query with { Columns = [.. columns.Distinct().Order()], NamesColumns = true };
    }

    private IEnumerable<FeedOrder> Ordered(OrderByClause? clause)
    {
        for (; clause is not null; clause = clause.ThenBy)
        {
            if (clause.Expression is not SingleValuePropertyAccessNode { Source: ResourceRangeVariableReferenceNode } column) throw new FeedRefusal("An order by anything but columns is not supported.");
            var place = Places[column.Property.Name];
            if (set.Columns[place].IsLong) throw new FeedRefusal("An order by a column of long texts is not supported.");
            yield return new FeedOrder(place, clause.Direction == OrderByDirection.Descending);
        }
    }

    private string Fingerprint(IReadOnlyDictionary<string, string> texts)
    {
        var all = new StringBuilder("$skiptoken\n").Append(set.Name);
        foreach (var name in Options) all.Append('\n').Append(texts.GetValueOrDefault(name));
        return seal.Tag(all.ToString());
    }
}

/// <summary>Something was asked for that the feed does not do; the message is shown.</summary>
internal sealed class FeedRefusal(string message) : Exception(message);
