using System.Globalization;
using System.Text;
using Feedback.Api.Catalogue;
using Feedback.Api.Features.Imports.Formats;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Features.Imports;

/// <summary>
/// The id of a row that brings none: from its cells as the file has them, not from what a map reads of them, so that the same row is the same response under another version
/// of the survey too. Of employees only the day and cells that are stored or are answers count: an id from more would lead whoever holds the secret and a staff list back to people.
/// </summary>
internal sealed class ContentIds(Survey survey, ImportMap map, ImportHeader header, Seal seal, OrganisationClock clock, RowNumbers numbers)
{
    /// <summary>What the file of rejected rows has in front.</summary>
    public static readonly IReadOnlySet<string> OfRejects = new HashSet<string> { "rejected_line", "rejected_column", "rejected_reason" };

    /// <summary>The places that count, in the order of the columns' names, so that moving columns makes no difference.</summary>
    public static IReadOnlyList<int> Cells(ImportFormat format, ImportMap map, bool isOwn, Survey survey, ImportHeader header)
    {
        var read = MapBinding.Columns(map).Select(c => c.Column).OfType<string>().Select(header.At).ToHashSet();
        var counted = survey.Audience == Audience.Employee
            ? format.TellingApart(map, isOwn, survey, header).Select(header.At).Where(p => p >= 0)
            : Enumerable.Range(0, header.Columns.Count).Where(p => read.Contains(p) || !format.IsPersonal(header.Columns[p].Name, survey));
        // Nothing that is stored leads from a response to an invitation code.
        var code = map.Code?.Column is { } column ? header.At(column) : -1;
        return [.. counted.Distinct().Where(p => p != code && !OfRejects.Contains(header.Columns[p].Name)).OrderBy(p => header.Columns[p].Name, StringComparer.Ordinal).ThenBy(p => p)];
    }

    /// <summary>The same at every import of the file.</summary>
    public Guid Of(ImportRow row, DateTimeOffset? answeredAt)
    {
        var text = new StringBuilder("w");
        // A day that the map says for all rows stands in no cell; of employees a time in a cell is more than is kept.
        if (survey.Audience == Audience.Employee && answeredAt is { } at) text.Append(clock.DayOf(at));
        else text.Append(map.AnsweredAt?.Day ?? map.AnsweredAt?.Month);
        foreach (var place in map.IdCells)
        {
            if (row.Source[place] is not { Length: > 0 } cell) continue;
            var name = header.Columns[place].Name;
            text.Append(CultureInfo.InvariantCulture, $"\n{name.Length}:{name}{cell.Length}:{cell}");
        }
        var content = seal.Content(Encoding.UTF8.GetBytes(text.ToString()));
        return seal.ContentId(survey.Key, map.Part ?? "", content, numbers.Of(row, content));
    }
}
