using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Imports;

/// <summary>Why a row was not stored: where, and what is wrong; never the value itself.</summary>
public sealed record Reject(long Line, string Column, string Reason);

/// <summary>A map bound to a survey and to a file's header: reads one row at a time into a response, or says why it cannot.</summary>
internal sealed class RowReader
{
    private readonly Survey _survey;
    private readonly CatalogueSnapshot _catalogue;
    private readonly ImportMap _map;
    private readonly Seal _seal;
    private readonly OrganisationClock _clock;
    private readonly int _width;
    private readonly int[] _id;
    private readonly ItemCell[] _items;
    private readonly (int Position, string Name, ValueCell Cell)[] _dimensions;
    private readonly ValueCell? _language, _respondent;
    private readonly TimeCell _time;
    private readonly int _weight;

    /// <summary>Binds a map that passed <see cref="MapBinding.Problems"/>.</summary>
    public RowReader(ImportMap map, string[] header, CatalogueSnapshot catalogue, Seal seal, OrganisationClock clock)
    {
        (_map, _catalogue, _seal, _clock, _width) = (map, catalogue, seal, clock, header.Length);
        _survey = catalogue.Survey(map.Survey!)!;
        int At(string? column) => Array.IndexOf(header, column);
        _id = [.. map.Id!.Select(At)];
        _items = [.. map.Items!.Select(i => new ItemCell(_survey.Current.Find(i.Key)!, At(i.Value.Column), i.Value, map.Empty))];
        _dimensions = [.. map.Dimensions.Select(d => (Array.IndexOf(_survey.Dimensions, d.Key), d.Key, new ValueCell(At(d.Value.Column), d.Value)))];
        _language = map.Language is { } language ? new ValueCell(At(language.Column), language) : null;
        _respondent = map.Respondent is { } respondent ? new ValueCell(At(respondent.Column), respondent) : null;
        _time = new TimeCell(At(map.AnsweredAt!.Column), map.AnsweredAt, clock);
        _weight = map.Weight is { } weight ? At(weight.Column) : -1;
    }

    /// <summary>Makes a row ready for the writer, or says why it cannot be.</summary>
    public Reject? Read(ImportRow row, Cohorts cohorts, out NewResponse? response)
    {
        response = null;
        if (row.Cells.Length != _width) return new Reject(row.Line, "", $"The row has {row.Cells.Length} cells, the header {_width}.");
        var draft = new ResponseDraft(_survey, _survey.Current) { IsTest = _map.IsTest };
        if ((ReadFrame(row, draft) ?? ReadDimensions(row, draft) ?? ReadItems(row, draft)) is { } reject) return reject;
        response = draft.Finish(_seal, _clock, _catalogue.Stamp);
        return cohorts.Find(response.Cohort) is null && cohorts.Reserve(response.Cohort, Names.MaximumValues, _survey.Current.Learns) is { } full
            ? new Reject(row.Line, _dimensions.First(d => d.Name == full).Cell.Column, AboutRules.FullMessage)
            : null;
    }

    private Reject? ReadFrame(ImportRow row, ResponseDraft draft)
    {
        for (var i = 0; i < _id.Length; i++)
        {
            if (row.Cells[_id[i]].Length == 0) return new Reject(row.Line, _map.Id![i], "The cell is empty; without it the row has no id.");
        }
        draft.Id = _seal.ImportId(_survey.Key, _id.Select(i => row.Cells[i]));
        if (_time.Read(row.Cells) is not { } at) return new Reject(row.Line, _time.Column, _time.Expectation);
        draft.AnsweredAt = at;
        if (_weight >= 0)
        {
            if (Weight(row.Cells[_weight]) is not { } weight) return new Reject(row.Line, _map.Weight!.Column!, "It is not a number from 0.01 to 100.");
            draft.Weight = weight;
        }
        if (_language is not null)
        {
            if (!_language.TryRead(row.Cells, out var language) || language is not null && !ResponseRules.IsLanguage(language))
                return new Reject(row.Line, _language.Column, "It is neither a language tag such as en or de-CH nor a code of the map.");
            draft.Language = language;
        }
        if (_respondent is not null)
        {
            if (!_respondent.TryRead(row.Cells, out var respondent) || respondent is not null && !Names.IsDimensionValue(respondent))
                return new Reject(row.Line, _respondent.Column, "It is not a text of 1 to 200 characters, and no code of the map.");
            draft.Respondent = respondent;
        }
        return null;
    }

    private Reject? ReadDimensions(ImportRow row, ResponseDraft draft)
    {
        foreach (var (position, name, cell) in _dimensions)
        {
            if (!cell.TryRead(row.Cells, out var value)) return new Reject(row.Line, cell.Column, "The map does not say what this code means.");
            if (value is null) continue;
            if (AboutRules.Check(_survey.Current, _catalogue.Units, name, value) is { } fault) return new Reject(row.Line, cell.Column, AboutRules.Message(fault));
            draft.About[position] = value;
        }
        return null;
    }

    private Reject? ReadItems(ImportRow row, ResponseDraft draft)
    {
        foreach (var item in _items)
        {
            if (item.Read(row.Cells, draft) is { } reason) return new Reject(row.Line, item.Column, reason);
            if (item.Item.IsRequired && draft.State(item.Item) != AnswerState.Answered) return new Reject(row.Line, item.Column, "The item must be answered.");
        }
        return draft.Touched == 0 ? new Reject(row.Line, "", "No item was answered or skipped.") : null;
    }

    /// <summary>Whole 1e-4, rounded half away from zero.</summary>
    private static int? Weight(string cell) =>
        decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
            ? ResponseRules.Weight(Math.Round(weight, 4, MidpointRounding.AwayFromZero)) : null;
}
