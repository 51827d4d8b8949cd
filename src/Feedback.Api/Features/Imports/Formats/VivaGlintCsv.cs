using System.IO.Pipelines;
using Feedback.Api.Catalogue;
using Feedback.Api.Features.Imports.Matching;

namespace Feedback.Api.Features.Imports.Formats;

/// <summary>
/// Viva Glint's export of a survey cycle: a row a person, and for each question its rating, comment, topics and a flag. People's names, numbers and addresses are never
/// read, and no id is made from them: whoever holds the secret could work it out again from the staff list.
/// </summary>
internal sealed class VivaGlintCsv : ImportFormat
{
    private const string Completed = "Survey Cycle Completion Date", Comment = "_COMMENT";

    private static readonly HashSet<string> Personal =
        ["First Name", "Last Name", "Middle Name", "Preferred Name", "Full Name", "Name", "Email", "Personal Email", "EMP ID", "Employee ID", "Manager ID", "Manager Email", "Manager Name", "Manager", "UPN", "Object ID", "Phone", "Date of Birth", "Survey Cycle Sent Date"];

    public override string Name => "viva-glint-csv";

    public override IReadOnlyList<string> MediaTypes => PlainCsv.TableTypes;

    public override async Task<ImportSource?> Open(PipeReader reader, char? delimiter, CancellationToken cancellation)
    {
        if (await CsvRows.Open(reader, delimiter, 1, cancellation) is not { } csv) return null;
        return new ImportSource(new ImportHeader(csv.First[0].Cells.Select(c => c!.Trim())), csv.After(1, cancellation)) { Head = [csv.First[0].Cells], Delimiter = csv.Delimiter, File = csv.File };
    }

    public override bool KnowsQuestions => true;

    /// <summary>Every question and its comment, whether the survey asks it or not, and what the first version knows: later ones make no other rows of these.</summary>
    public override IEnumerable<string> TellingApart(ImportMap map, bool isOwn, Survey survey, ImportHeader header)
    {
        var comments = header.Columns.Select(c => c.Name).Where(n => n.EndsWith(Comment, StringComparison.Ordinal) && header.At(n[..^Comment.Length]) >= 0);
        var known = isOwn ? Read(map) : Read(new ColumnMatcher(survey, survey.Versions[0], header, Rules(survey)).Match().Map);
        return comments.SelectMany(c => (string[])[c, c[..^Comment.Length]]).Concat(known);
    }

    protected override MatchRules Rules(Survey survey) => new() { IsReserved = c => c == Completed, IsPersonal = Personal.Contains };

    protected override ImportMap Frame(ImportMap map, Survey survey, ImportSource source) => map with
    {
        IdFrom = IdSource.Content,
        AnsweredAt = new TimeRule { Column = Completed, Format = "dd-MM-yyyy HH:mm" },
        LeaveOut = [new CodesRule { Column = Completed, Codes = [""] }],
    };
}
