using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Api.Texts;

namespace Feedback.Api.Features.Imports;

/// <summary>A map bound to a survey and to a file's header: reads one row at a time into a response, or says why it cannot.</summary>
internal sealed class RowReader
{
    private readonly Survey _survey;
    private readonly CatalogueSnapshot _catalogue;
    private readonly ImportMap _map;
    private readonly ImportHeader _header;
    private readonly Seal _seal;
    private readonly OrganisationClock _clock;
    private readonly CommentReader _texts;
    private readonly ContentIds _ids;
    private readonly RowFrame _frame;
    private readonly int _skippedItems;
    private readonly Dictionary<int, ItemReader[]> _items = [];
    private readonly (int Position, string Name, ValueCell Cell)[] _dimensions;

    /// <summary>Binds a map that passed <see cref="MapBinding.Problems"/>.</summary>
    public RowReader(ImportMap map, ImportHeader header, CatalogueSnapshot catalogue, Seal seal, OrganisationClock clock, CommentReaders texts, RowNumbers numbers)
    {
        (_map, _header, _catalogue, _seal, _clock) = (map, header, catalogue, seal, clock);
        _survey = catalogue.Survey(map.Survey!)!;
        _texts = texts.For(catalogue.Words);
        _ids = new ContentIds(_survey, map, header, seal, clock, numbers);
        _frame = new RowFrame(_survey, map, header, seal, clock);
        _dimensions = [.. map.Dimensions.Select(d => (Array.IndexOf(_survey.Dimensions, d.Key), d.Key, new ValueCell(d.Value.Column is { } column ? header.At(column) : -1, d.Value)))];
        _skippedItems = map.SkippedItems is { } skipped ? header.At(skipped) : -1;
    }

    /// <summary>Makes a row ready for the writer, or says why it cannot be; neither where the map leaves it out.</summary>
    public Reject? Read(ImportRow row, Cohorts cohorts, out NewResponse? response)
    {
        response = null;
        if (row.Cells.Length != _header.Columns.Count)
            return new Reject(row.Line, "", $"The row has {row.Cells.Length} cells, the header {_header.Columns.Count}.", ProblemCodes.MalformedFile);
        if (_frame.IsLeftOut(row)) return null;
        if (_frame.VersionOf(row, out var sent) is not { } version) return _frame.UnknownVersion(row);
        var draft = new ResponseDraft(_survey, version) { SentVersion = sent };
        if ((_frame.Read(row, draft) ?? ReadDimensions(row, draft) ?? ReadItems(row, draft)) is { } reject) return reject;
        if (_map.IdFrom == IdSource.Content) draft.Id = _ids.Of(row, draft.AnsweredAt);
        response = draft.Finish(_seal, _clock, _texts, _catalogue.Stamp);
        return cohorts.Find(response.Cohort) is null && cohorts.Reserve(response.Cohort, Names.MaximumValues, version.Learns) is { } full
            ? new Reject(row.Line, _dimensions.First(d => d.Name == full).Cell.Column, AboutRules.FullMessage, ProblemCodes.InvalidResponse)
            : null;
    }

    private Reject? ReadDimensions(ImportRow row, ResponseDraft draft)
    {
        foreach (var (position, name, cell) in _dimensions)
        {
            if (!cell.TryRead(row.Cells, out var value)) return new Reject(row.Line, cell.Column, "The map does not say what this code means.", ProblemCodes.InvalidResponse);
            if (value is null) continue;
            var fault = AboutRules.IsRegistered(draft.Version, name) ? AboutRules.Check(draft.Version, _catalogue.Units, name, value) : AboutFault.UnknownDimension;
            if (fault is { } wrong) return new Reject(row.Line, cell.Column, AboutRules.Message(wrong), CodeOf(wrong));
            draft.About[position] = value;
        }
        return null;
    }

    private Reject? ReadItems(ImportRow row, ResponseDraft draft)
    {
        var items = ItemsOf(draft.Version);
        foreach (var item in items)
        {
            if (item.Read(row.Cells, draft) is { } fault) return new Reject(row.Line, item.Column, fault.Reason, fault.Code);
        }
        if (ReadSkipped(row, draft) is { } reject) return reject;
        if (draft.Version.Items.FirstOrDefault(i => i.IsRequired && draft.State(i) != AnswerState.Answered) is { } missing)
            return new Reject(row.Line, items.FirstOrDefault(i => i.Item.Code == missing.Code)?.Column ?? missing.Code, "The item must be answered.", ProblemCodes.MissingAnswer);
        return draft.Touched == 0 ? new Reject(row.Line, "", "No item was answered or skipped.", ProblemCodes.InvalidResponse) : null;
    }

    private Reject? ReadSkipped(ImportRow row, ResponseDraft draft)
    {
        if (_skippedItems < 0 || row.Cells[_skippedItems] is not { Length: > 0 } codes) return null;
        foreach (var code in codes.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (draft.Version.Find(code) is not { } item) return new Reject(row.Line, _map.SkippedItems!, "The survey does not ask one of these items.", ProblemCodes.UnknownItem);
            if (draft.State(item) == AnswerState.Answered) return new Reject(row.Line, _map.SkippedItems!, "One of these items was answered.", ProblemCodes.InvalidAnswer);
            if (!draft.IsTouched(item)) draft.Skip(item);
        }
        return null;
    }

    /// <summary>The items of a version that the map knows.</summary>
    private ItemReader[] ItemsOf(SurveyVersion version)
    {
        if (_items.TryGetValue(version.Number, out var items)) return items;
        return _items[version.Number] = [.. _map.Items!.Select(i => version.Find(i.Key) is { } item ? ItemReader.Bind(item, i.Value, _header, _map.Empty) : new UnaskedItem(i.Value, _header, _survey.Current.Find(i.Key)!))];
    }

    private static string CodeOf(AboutFault fault) => fault switch
    {
        AboutFault.UnknownUnit => ProblemCodes.UnknownUnit,
        AboutFault.UnknownDimension => ProblemCodes.UnknownDimension,
        _ => ProblemCodes.InvalidResponse,
    };
}
