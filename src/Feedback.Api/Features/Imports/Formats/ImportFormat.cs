using System.IO.Pipelines;
using Feedback.Api.Catalogue;
using Feedback.Api.Features.Imports.Matching;

namespace Feedback.Api.Features.Imports.Formats;

/// <summary>How another product writes what people answered.</summary>
internal abstract class ImportFormat
{
    /// <summary>As it stands in addresses and on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>The media types it comes as.</summary>
    public abstract IReadOnlyList<string> MediaTypes { get; }

    /// <summary>How its messages are signed; null for files.</summary>
    public virtual IMessageSignature? Signature => null;

    /// <summary>Reads the head of a file, or a whole message; null where there is nothing.</summary>
    /// <param name="reader">From its first byte.</param>
    /// <param name="delimiter">Between cells; null leaves it to the file.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="BrokenFileException">It is not of the format.</exception>
    public abstract Task<ImportSource?> Open(PipeReader reader, char? delimiter, CancellationToken cancellation);

    /// <summary>The map without one of the organisation's own.</summary>
    public DefaultMap Match(Survey survey, ImportSource source)
    {
        var found = new ColumnMatcher(survey, survey.Current, source.Header, Rules(survey)).Match();
        return found with { Map = Frame(found.Map, survey, source) with { IdSpace = IdSpace } };
    }

    /// <summary>The organisation's own map, and the format's where it says nothing.</summary>
    public ImportMap Complete(ImportMap own, Survey survey, ImportSource source)
    {
        var frame = Frame(new ImportMap(), survey, source);
        return own with
        {
            Survey = survey.Key,
            Id = own.Id ?? (own.IdFrom is null ? frame.Id : null),
            IdFrom = own.IdFrom ?? (own.Id is null ? frame.IdFrom : IdSource.Hash),
            Empty = own.Empty ?? Rules(survey).Empty,
            AnsweredAt = own.AnsweredAt is { } time ? time with { Zone = time.Zone ?? (time.Column is { } column ? source.ZoneOf(column) : null) } : frame.AnsweredAt,
            Language = own.Language ?? frame.Language,
            Test = own.Test ?? frame.Test,
            LeaveOut = own.LeaveOut ?? frame.LeaveOut,
            IdSpace = IdSpace,
        };
    }

    /// <summary>Whether a column says who answered; of employees no map may read it.</summary>
    public bool IsPersonal(string column, Survey survey) => Rules(survey) is var rules && !rules.IsReserved(column) && rules.IsPersonal(column);

    /// <summary>Whether somebody can make up an id that a row has: then the answer to an import tells whether a response is there, and what is in it.</summary>
    public bool HasGuessableIds(ImportMap map) => map.IdFrom != IdSource.Uuid && (map.IdFrom == IdSource.Content || RandomId is null || map.Id is not [var id] || id != RandomId);

    /// <summary>Of employees, the columns that tell rows without ids apart: those that are read, without the time.</summary>
    public virtual IEnumerable<string> TellingApart(ImportMap map, bool isOwn, Survey survey, ImportHeader header) => Read(map);

    /// <summary>Whether rows without ids are told apart by more than what is read, and columns that are not read do no harm.</summary>
    public virtual bool KnowsQuestions => false;

    /// <summary>The column of ids that nobody can guess; null where there is none.</summary>
    protected virtual string? RandomId => null;

    protected static IEnumerable<string> Read(ImportMap map) =>
        MapBinding.Columns(map).Where(c => c.Field is not ("id" or "answeredAt" or "leaveOut" or "code")).Select(c => c.Column).OfType<string>();

    /// <summary>Before an id, so that the same number of two products is not one; null for plain CSV, whose ids are those of the command line.</summary>
    protected virtual string? IdSpace => Name;

    protected abstract MatchRules Rules(Survey survey);

    /// <summary>A map with what the format's own columns say: id, time, language, whether it is a test.</summary>
    protected abstract ImportMap Frame(ImportMap map, Survey survey, ImportSource source);

    /// <summary>A rule for a column, where the source has it.</summary>
    protected static ColumnRule? Column(ImportSource source, string name) => source.Header.At(name) >= 0 ? new ColumnRule { Column = name } : null;
}
