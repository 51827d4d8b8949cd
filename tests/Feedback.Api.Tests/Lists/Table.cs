using System.Text;
using Feedback.Api.Features.Imports;

namespace Feedback.Api.Tests.Lists;

/// <summary>A table as a CSV reader sees it: the one that imports are read with.</summary>
internal sealed record Table(string[] Columns, List<string[]> Rows)
{
    public static async Task<Table> Of(byte[] csv)
    {
        await using var file = new ImportFile(new MemoryStream(csv), ',');
        var rows = new List<string[]>();
        while (await file.Next() is { } row) rows.Add([.. row.Cells.Select(c => c!)]);
        return new Table(rows[0], rows[1..]);
    }

    public static Task<Table> Of(string csv) => Of(Encoding.UTF8.GetBytes(csv));

    /// <summary>The cells of a column.</summary>
    public IEnumerable<string> this[string column] => Rows.Select(r => r[Array.IndexOf(Columns, column)]);
}
