using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Imports;

/// <summary>What a row says beside its answers: id, time, version, language, weight, invitation; bound to the columns.</summary>
internal sealed class RowFrame
{
    private readonly Survey _survey;
    private readonly ImportMap _map;
    private readonly Seal _seal;
    private readonly int[] _id;
    private readonly ValueCell? _language, _respondent;
    private readonly TimeCell? _time;
    private readonly int _weight, _version, _invitedOn, _code;
    private readonly (int Column, HashSet<string> Codes)? _test;
    private readonly (int Column, HashSet<string> Codes)[] _leaveOut;

    public RowFrame(Survey survey, ImportMap map, ImportHeader header, Seal seal, OrganisationClock clock)
    {
        (_survey, _map, _seal) = (survey, map, seal);
        int At(string? column) => column is null ? -1 : header.At(column);
        (int, HashSet<string>) Bind(CodesRule rule) => (At(rule.Column), [.. rule.Codes]);
        _id = [.. (map.Id ?? []).Select(At)];
        _language = map.Language is { } language ? new ValueCell(At(language.Column), language) : null;
        _respondent = map.Respondent is { } respondent ? new ValueCell(At(respondent.Column), respondent) : null;
        _time = map.AnsweredAt is { } time ? new TimeCell(At(time.Column), time, clock) : null;
        (_weight, _version, _invitedOn, _code) = (At(map.Weight?.Column), At(map.Version?.Column), At(map.InvitedOn?.Column), At(map.Code?.Column));
        _test = map.Test is { } test ? Bind(test) : null;
        _leaveOut = [.. (map.LeaveOut ?? []).Select(Bind)];
    }

    /// <summary>Whether the map leaves the row out.</summary>
    public bool IsLeftOut(ImportRow row) => _leaveOut.Any(rule => rule.Column >= 0 && rule.Codes.Contains(row.Cells[rule.Column] ?? ""));

    /// <summary>The version that was answered, or null where there is none of that number.</summary>
    public SurveyVersion? VersionOf(ImportRow row, out int? sent)
    {
        sent = null;
        if (_version < 0 || string.IsNullOrEmpty(row.Cells[_version])) return _survey.Current;
        if (!int.TryParse(row.Cells[_version], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        sent = number;
        return _survey.Version(number);
    }

    public Reject UnknownVersion(ImportRow row) => new(row.Line, _map.Version!.Column!, "The survey has no version of this number.", ProblemCodes.UnknownVersion);

    /// <summary>Puts all but the answers into the draft, or says why it cannot.</summary>
    public Reject? Read(ImportRow row, ResponseDraft draft)
    {
        draft.IsTest = _map.IsTest || _test is { Column: >= 0 } test && test.Codes.Contains(row.Cells[test.Column] ?? "");
        return ReadId(row, draft) ?? ReadTime(row, draft) ?? ReadPerson(row, draft) ?? ReadInvitation(row, draft);
    }

    private Reject? ReadId(ImportRow row, ResponseDraft draft)
    {
        if (_map.IdFrom == IdSource.Content || _id.Length == 0) return null;
        for (var i = 0; i < _id.Length; i++)
        {
            if (_id[i] < 0 || string.IsNullOrEmpty(row.Cells[_id[i]])) return Wrong(row, _map.Id![i], "The cell is empty; without it the row has no id.");
        }
        var isUuid = _map.IdFrom == IdSource.Uuid;
        if (isUuid && Guid.TryParseExact(row.Cells[_id[0]], "D", out var id)) draft.Id = id;
        else if (isUuid && _survey.Audience == Feedback.Indicators.Audience.Employee)
            return Wrong(row, _map.Id![0], "Of employees an id is a UUID of the response and never a number of the person; without the column the rows get ids of their own.");
        else draft.Id = _seal.ImportId(_survey.Key, _id.Select(i => row.Cells[i]!).Prepend(_map.IdSpace).OfType<string>());
        return null;
    }

    private Reject? ReadTime(ImportRow row, ResponseDraft draft)
    {
        if (_time is null) return null;
        draft.AnsweredAt = _time.Read(row.Cells);
        return draft.AnsweredAt is null ? Wrong(row, _time.Column, _time.Reason(row.Cells)) : null;
    }

    private Reject? ReadPerson(ImportRow row, ResponseDraft draft)
    {
        if (_weight >= 0 && row.Cells[_weight] is { } cell)
        {
            if (Weight(cell) is not { } weight) return Wrong(row, _map.Weight!.Column!, "It is not a number from 0.01 to 100.");
            draft.Weight = weight;
        }
        if (_language is not null)
        {
            if (!_language.TryRead(row.Cells, out var language) || language is not null && !ResponseRules.IsLanguage(language))
                return Wrong(row, _language.Column, "It is neither a language tag such as en or de-CH nor a code of the map.");
            draft.Language = language;
        }
        if (_respondent is null) return null;
        if (!_respondent.TryRead(row.Cells, out var respondent) || respondent is not null && !Names.IsDimensionValue(respondent))
            return Wrong(row, _respondent.Column, "It is not a text of 1 to 200 characters, and no code of the map.");
        draft.Respondent = respondent;
        return null;
    }

    private Reject? ReadInvitation(ImportRow row, ResponseDraft draft)
    {
        if (_invitedOn >= 0 && row.Cells[_invitedOn] is { Length: > 0 } day)
        {
            draft.InvitedOn = ResponseRules.Day(day);
            if (draft.InvitedOn is null) return Wrong(row, _map.InvitedOn!.Column!, ResponseRules.DayMessage);
        }
        if (_survey.Access != "code") return null;
        if (_code < 0 || row.Cells[_code] is not { Length: > 0 and <= ResponseRules.MaximumCodeLength } code)
            return new Reject(row.Line, _map.Code?.Column ?? "", "The survey is answered with an invitation code.", ProblemCodes.UnknownCode);
        draft.Code = code;
        return null;
    }

    private static Reject Wrong(ImportRow row, string column, string reason) => new(row.Line, column, reason, ProblemCodes.InvalidResponse);

    /// <summary>Whole 1e-4, rounded half away from zero.</summary>
    private static int? Weight(string cell) =>
        decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
            ? ResponseRules.Weight(Math.Round(weight, 4, MidpointRounding.AwayFromZero)) : null;
}
