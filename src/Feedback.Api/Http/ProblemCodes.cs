namespace Feedback.Api.Http;

/// <summary>The closed list of the <c>code</c> of a problem.</summary>
public static class ProblemCodes
{
    public const string MalformedJson = "malformed_json", UnknownField = "unknown_field", UnknownParameter = "unknown_parameter",
        InvalidRequest = "invalid_request", InvalidParameter = "invalid_parameter", InvalidSurvey = "invalid_survey", InvalidUnits = "invalid_units",
        InvalidTargets = "invalid_targets", InvalidTopics = "invalid_topics", InvalidStaffNames = "invalid_staff_names", InvalidInitiative = "invalid_initiative", InvalidOutcome = "invalid_outcome", InvalidInvitations = "invalid_invitations",
        InvalidResponse = "invalid_response", InvalidAnswer = "invalid_answer", UnknownItem = "unknown_item", UnknownOption = "unknown_option", UnknownUnit = "unknown_unit",
        UnknownDimension = "unknown_dimension", UnknownVersion = "unknown_version", MissingAnswer = "missing_answer", AnonymousAudience = "anonymous_audience",
        UnknownCode = "unknown_code", UsedCode = "used_code",
        InvalidImport = "invalid_import", MalformedFile = "malformed_file", UnknownFormat = "unknown_format", UnknownImport = "unknown_import",
        InvalidSignature = "invalid_signature", UnverifiableSignature = "unverifiable_signature",
        Unauthorized = "unauthorized", ForbiddenScope = "forbidden_scope", ForbiddenAudience = "forbidden_audience", ForbiddenOrigin = "forbidden_origin",
        NotFound = "not_found", UnknownSurvey = "unknown_survey", UnknownIndicator = "unknown_indicator", UnknownResponse = "unknown_response", UnknownKey = "unknown_key",
        UnknownInitiative = "unknown_initiative", UnknownOutcome = "unknown_outcome", UnknownWebhook = "unknown_webhook", TooManyWebhooks = "too_many_webhooks",
        PeriodNotReleased = "period_not_released", UnknownThread = "unknown_thread", UnknownFlag = "unknown_flag", UnknownPeriod = "unknown_period", PeriodNotBegun = "period_not_begun", MethodNotAllowed = "method_not_allowed",
        ResponseConflict = "response_conflict", MessageConflict = "message_conflict", ThreadFull = "thread_full", SurveyConflict = "survey_conflict", SurveyClosed = "survey_closed",
        BodyTooLarge = "body_too_large", UnsupportedMediaType = "unsupported_media_type", NotAcceptable = "not_acceptable", NotSupported = "not_supported", TooManyRequests = "too_many_requests",
        IssuerUnavailable = "issuer_unavailable", StoreUnavailable = "store_unavailable", Busy = "busy", InternalError = "internal_error";

    /// <summary>Every code there is.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. typeof(ProblemCodes).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal)];
}
