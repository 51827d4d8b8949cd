using System.IO.Pipelines;
using Feedback.Api.Catalogue;
using Feedback.Api.Features.Imports.Matching;
using Feedback.Indicators;

namespace Feedback.Api.Features.Imports.Formats;

/// <summary>A CSV file with a header of codes, names or texts; what the service exports is one.</summary>
internal class PlainCsv : ImportFormat
{
    private const string Id = "id", AnsweredAt = "answeredAt", Language = "language", Respondent = "respondent", Weight = "weight", IsTest = "isTest", Version = "version",
        InvitedOn = "invitedOn", Code = "code", Skipped = "skipped";

    private static readonly HashSet<string> Reserved = [Id, AnsweredAt, Language, IsTest, Version, InvitedOn, Code, Skipped];

    /// <summary>What browsers, spreadsheets and scripts call such files.</summary>
    internal static readonly IReadOnlyList<string> TableTypes = ["text/csv", "text/tab-separated-values", "text/plain", "application/csv", "application/vnd.ms-excel"];

    public override string Name => "csv";

    public override IReadOnlyList<string> MediaTypes => TableTypes;

    protected override string? IdSpace => null;

    public override async Task<ImportSource?> Open(PipeReader reader, char? delimiter, CancellationToken cancellation) =>
        await CsvRows.Open(reader, delimiter, 1, cancellation) is not { } csv ? null : new ImportSource(new ImportHeader(csv.First[0].Cells.Select(c => c!.Trim())), csv.After(1, cancellation))
        {
            Head = [csv.First[0].Cells],
            Delimiter = csv.Delimiter,
            File = csv.File,
        };

    protected override MatchRules Rules(Survey survey) => new()
    {
        IsReserved = c => Reserved.Contains(c) || survey.Audience == Audience.Customer && c is Respondent or Weight,
        IsPersonal = c => c is Respondent or Weight,
        Variants = WithoutPrefix,
        OptionMark = ".",
        Separator = ";",
    };

    protected override ImportMap Frame(ImportMap map, Survey survey, ImportSource source) => map with
    {
        Id = Column(source, Id) is null ? null : [Id],
        IdFrom = Column(source, Id) is null ? IdSource.Content : IdSource.Uuid,
        AnsweredAt = Column(source, AnsweredAt) is null ? null : new TimeRule { Column = AnsweredAt },
        Language = Column(source, Language) is null ? null : new ValueRule { Column = Language },
        Respondent = survey.Audience == Audience.Customer && Column(source, Respondent) is not null ? new ValueRule { Column = Respondent } : null,
        Weight = survey.Audience == Audience.Customer ? Column(source, Weight) : null,
        Version = Column(source, Version),
        InvitedOn = Column(source, InvitedOn),
        Code = Column(source, Code),
        Test = Column(source, IsTest) is null ? null : new CodesRule { Column = IsTest, Codes = ["true", "True", "TRUE", "1"] },
        SkippedItems = Column(source, Skipped)?.Column,
    };

    /// <summary>Exports say before a name whether it is an item's or a dimension's.</summary>
    private static IEnumerable<string> WithoutPrefix(string name)
    {
        if (name.StartsWith("answers.", StringComparison.Ordinal) || name.StartsWith("about.", StringComparison.Ordinal)) yield return name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];
    }
}
