using System.Collections.Frozen;
using System.Reflection;

namespace Feedback.Api.Data;

/// <summary>
/// The catalogue of every SQL text: a constant here is a file <c>db/queries/portable/NAME.sql</c>, or a twin in both
/// <c>sqlite</c> and <c>sqlserver</c>. A test holds the constants, the files and both schemas together.
/// </summary>
public static class Queries
{
    public const string AddFolded = "Compaction.AddFolded";
    public const string AppendChange = "Compaction.AppendChange";
    public const string FoldFresh = "Engine.FoldFresh";
    public const string ReadFreshBounds = "Engine.ReadFreshBounds";
    public const string ReadAppended = "Engine.ReadAppended";
    public const string RemoveAppended = "Engine.RemoveAppended";
    public const string AppendGroup = "Engine.AppendGroup";
    public const string ReadGroups = "Engine.ReadGroups";
    public const string CountGrouped = "Engine.CountGrouped";
    public const string RemoveGroups = "Engine.RemoveGroups";
    public const string RemoveAllGroups = "Engine.RemoveAllGroups";
    public const string TouchFoldedDay = "Engine.TouchFoldedDay";
    public const string CopyStore = "Engine.CopyStore";
    public const string CountDatabases = "Engine.CountDatabases";
    public const string ReadSnapshotState = "Engine.ReadSnapshotState";
    public const string TakeTurn = "Migrations.TakeTurn";
    public const string FindHistory = "Migrations.FindHistory";
    public const string CreateHistory = "Migrations.CreateHistory";
    public const string ReadMigration = "Migrations.ReadMigration";
    public const string ReadMigrations = "Migrations.ReadMigrations";
    public const string InsertMigration = "Migrations.InsertMigration";

    public const string ReadStamp = "Catalogue.ReadStamp";
    public const string RaiseStamp = "Catalogue.RaiseStamp";
    public const string SendBeat = "Replica.SendBeat";
    public const string ReadBeat = "Replica.ReadBeat";
    public const string ReadSetting = "Catalogue.ReadSetting";
    public const string InsertSetting = "Catalogue.InsertSetting";
    public const string ReadCohortsSince = "Catalogue.ReadCohortsSince";
    public const string ReadCohortValuesSince = "Catalogue.ReadCohortValuesSince";

    public const string ReadKeys = "Keys.ReadKeys";
    public const string InsertKey = "Keys.InsertKey";
    public const string RevokeKey = "Keys.RevokeKey";
    public const string RotateKey = "Keys.RotateKey";

    public const string ReadUnits = "Units.ReadUnits";
    public const string InsertUnit = "Units.InsertUnit";
    public const string ChangeUnit = "Units.ChangeUnit";
    public const string RetireUnit = "Units.RetireUnit";

    public const string ReadSurveys = "Surveys.ReadSurveys";
    public const string ReadVersions = "Surveys.ReadVersions";
    public const string ReadDimensions = "Surveys.ReadDimensions";
    public const string ReadVariables = "Surveys.ReadVariables";
    public const string ReadOptions = "Surveys.ReadOptions";
    public const string FindSurvey = "Surveys.FindSurvey";
    public const string FindItem = "Surveys.FindItem";
    public const string ReadOptionCodes = "Surveys.ReadOptionCodes";
    public const string InsertSurvey = "Surveys.InsertSurvey";
    public const string InsertVersion = "Surveys.InsertVersion";
    public const string InsertDimension = "Surveys.InsertDimension";
    public const string InsertVariable = "Surveys.InsertVariable";
    public const string InsertOption = "Surveys.InsertOption";
    public const string ChangeSurveyState = "Surveys.ChangeSurveyState";
    public const string InsertCode = "Surveys.InsertCode";

    public const string ReadImport = "Imports.ReadImport";
    public const string InsertImport = "Imports.InsertImport";
    public const string RemoveImport = "Imports.RemoveImport";

    public const string ReadTargets = "Targets.ReadTargets";
    public const string RemoveTargets = "Targets.RemoveTargets";
    public const string InsertTarget = "Targets.InsertTarget";

    public const string ReadInitiatives = "Initiatives.ReadInitiatives";
    public const string ReadInitiativeUnits = "Initiatives.ReadInitiativeUnits";
    public const string InsertInitiative = "Initiatives.InsertInitiative";
    public const string InsertInitiativeUnit = "Initiatives.InsertInitiativeUnit";
    public const string RemoveInitiativeUnits = "Initiatives.RemoveInitiativeUnits";
    public const string RemoveInitiative = "Initiatives.RemoveInitiative";

    public const string ReadOutcomes = "Outcomes.ReadOutcomes";
    public const string ReadOutcomeNames = "Outcomes.ReadOutcomeNames";
    public const string RemoveOutcome = "Outcomes.RemoveOutcome";
    public const string InsertOutcome = "Outcomes.InsertOutcome";

    public const string ReadInvitations = "Invitations.ReadInvitations";
    public const string RemoveInvitation = "Invitations.RemoveInvitation";
    public const string InsertInvitation = "Invitations.InsertInvitation";

    public const string ReadTopics = "Texts.ReadTopics";
    public const string InsertTopic = "Texts.InsertTopic";
    public const string ReadDictionaries = "Texts.ReadDictionaries";
    public const string RemoveDictionary = "Texts.RemoveDictionary";
    public const string InsertDictionary = "Texts.InsertDictionary";

    public const string ReadTexts = "Texts.ReadTexts";
    public const string ReadStale = "Texts.ReadStale";
    public const string HoldResponse = "Texts.HoldResponse";
    public const string ReadWriter = "Texts.ReadResponse";
    public const string ChangeComment = "Texts.ChangeComment";
    public const string ChangeSetting = "Texts.ChangeSetting";

    public const string HoldStamp = "Ingest.HoldStamp";
    public const string InsertResponse = "Ingest.InsertResponse";
    public const string InsertComment = "Ingest.InsertComment";
    public const string InsertFlag = "Ingest.InsertFlag";
    public const string AppendTally = "Ingest.AppendTally";
    public const string ReadKnownResponse = "Ingest.ReadKnownResponse";
    public const string UseCode = "Ingest.UseCode";
    public const string ReadCode = "Ingest.ReadCode";
    public const string LockCohorts = "Ingest.LockCohorts";
    public const string ReadCohort = "Ingest.ReadCohort";
    public const string ReadCohorts = "Ingest.ReadCohorts";
    public const string InsertCohort = "Ingest.InsertCohort";
    public const string InsertCohortValue = "Ingest.InsertCohortValue";
    public const string RemoveChanges = "Compaction.RemoveChanges";

    public const string ReadResponse = "Responses.ReadResponse";
    public const string ReadRespondentResponses = "Responses.ReadRespondentResponses";
    public const string ExportResponses = "Responses.ExportResponses";
    public const string CountResponses = "Responses.CountResponses";
    public const string EraseResponse = "Responses.EraseResponse";
    public const string ReadStoredComments = "Texts.ReadComments";
    public const string EraseComments = "Responses.EraseComments";
    public const string FindRawResponse = "Responses.FindRaw";
    public const string RemoveComputed = "Responses.RemoveComputed";

    public const string FindFlagByResponse = "Flags.FindByResponse";
    public const string FindFlagByKey = "Flags.FindByKey";
    public const string ReadFlags = "Flags.ReadFlags";
    public const string ReadFlagSteps = "Flags.ReadSteps";
    public const string ReadFlagMessages = "Flags.ReadMessages";
    public const string ReadFlagText = "Flags.ReadText";
    public const string HoldFlag = "Flags.HoldFlag";
    public const string InsertFlagMessage = "Flags.InsertMessage";
    public const string RemoveFlagMessages = "Flags.RemoveMessages";
    public const string RemoveFlag = "Flags.RemoveFlag";

    public const string ReadFigures = "Computed.ReadFigures";
    public const string InsertFigures = "Computed.InsertFigures";
    public const string RemoveFigures = "Computed.RemoveFigures";
    public const string RemoveOldest = "Computed.RemoveOldest";

    public const string ReadWebhooks = "Webhooks.ReadWebhooks";
    public const string InsertWebhook = "Webhooks.InsertWebhook";
    public const string PauseWebhook = "Webhooks.PauseWebhook";
    public const string ChangeWebhookSecret = "Webhooks.ChangeSecret";
    public const string RemoveMessages = "Webhooks.RemoveMessages";
    public const string RemoveWebhook = "Webhooks.RemoveWebhook";
    public const string ReadOldestMessage = "Webhooks.ReadOldest";
    public const string RemoveOldMessages = "Webhooks.RemoveOld";
    public const string ReadDueWebhooks = "Webhooks.ReadDueWebhooks";
    public const string CountWaitingMessages = "Webhooks.CountWaiting";
    public const string ReadDueMessages = "Webhooks.ReadDue";
    public const string ClaimMessage = "Webhooks.ClaimMessage";
    public const string SettleMessage = "Webhooks.SettleMessage";
    public const string ReplayMessages = "Webhooks.ReplayMessages";
    public const string ReplayMessage = "Webhooks.ReplayMessage";
    public const string ReadMessages = "Webhooks.ReadMessages";
    public const string InsertMessage = "Webhooks.InsertMessage";
    public const string ReadWarned = "Webhooks.ReadWarned";
    public const string InsertWarned = "Webhooks.InsertWarned";
    public const string ChangeWarned = "Webhooks.ChangeWarned";

    public const string ReadPeriods = "Releases.ReadPeriods";
    public const string InsertPeriod = "Releases.InsertPeriod";
    public const string MergeOn = "Releases.MergeOn";
    public const string ReleasePeriod = "Releases.ReleasePeriod";
    public const string InsertBase = "Releases.InsertBase";
    public const string ReadBase = "Releases.ReadBase";
    public const string ReadFrozen = "Releases.ReadFrozen";
    public const string ReadSummaries = "Releases.ReadSummaries";
    public const string ReadCounts = "Releases.ReadCounts";
    public const string CountPeople = "Releases.CountPeople";
    public const string ReadPeriodAnswers = "Releases.ReadPeriodAnswers";
    public const string InsertRows = "Releases.InsertRows";
    public const string ReadRows = "Releases.ReadRows";
    public const string ReadWrittenComments = "Releases.ReadComments";
    public const string InsertReleasedComment = "Releases.InsertComment";
    public const string ReadReleasedComments = "Comments.ReadReleased";
    public const string ReadListedComments = "Comments.ReadListed";
    public const string SearchListedComments = "Comments.SearchListed";
    public const string ReadCommentMonths = "Comments.ReadMonths";
    public const string FindUnlisted = "Engine.FindUnlisted";
    public const string IndexComments = "Engine.IndexComments";
    public const string ListComments = "Engine.ListComments";

    public const string ReadState = "Running.ReadState";

    public const string InsertLine = "Ledger.InsertLine";
    public const string ReadLines = "Ledger.ReadLines";
    public const string CountLines = "Ledger.CountLines";
    public const string CountWithheld = "Ledger.CountWithheld";
    public const string AddAlert = "Ledger.AddAlert";

    public const string ReadTallies = "Indicators.ReadTallies";
    public const string ReadYears = "Indicators.ReadYears";
    public const string TouchDay = "Updates.TouchDay";
    public const string ReadUpdateDays = "Updates.ReadDays";
    public const string ReadFreshDays = "Updates.ReadFreshDays";
    public const string ReadLastUpdate = "Updates.ReadLast";

    public const string ReadFeedState = "OData.ReadState";
    public const string ReadFeedDays = "OData.ReadDays";

    public const string ReadFolded = "Indicators.ReadFolded";
    public const string ReadChangeBounds = "Indicators.ReadChangeBounds";
    public const string ReadChanges = "Indicators.ReadChanges";
    public const string ReadFreshTallies = "Indicators.ReadFreshTallies";
    public const string ReadAnswers = "Indicators.ReadAnswers";

    public const string FindDue = "Retention.FindDue";
    public const string ReadDueResponse = "Retention.ReadResponse";
    public const string ExpireResponse = "Retention.ExpireResponse";
    public const string ReadExpiredDays = "Retention.ReadExpired";
    public const string FindExpiredDay = "Retention.FindExpired";
    public const string InsertExpiredDay = "Retention.InsertExpired";
    public const string ChangeExpiredDay = "Retention.ChangeExpired";

    public const string ReadErasedIds = "Backup.ReadErased";
    public const string CountRows = "Backup.CountRows";

    public const string ReadCounted = "Check.ReadCounted";
    public const string ReadCheckedFresh = "Check.ReadFresh";
    public const string ReadCheckedTallies = "Check.ReadTallies";
    public const string CountDoubles = "Check.CountDoubles";
    public const string CountLeftovers = "Check.CountLeftovers";
    public const string CountHollow = "Check.CountHollow";
    public const string CountStrayTexts = "Check.CountStrayTexts";
    public const string CountStrangeItems = "Check.CountStrangeItems";
    public const string CountStrangeCohorts = "Check.CountStrangeCohorts";
    public const string CountStrangeVersions = "Check.CountStrangeVersions";
    public const string CountLostFlags = "Check.CountLostFlags";
    public const string CountFlagMessages = "Check.CountFlagMessages";
    public const string MendFlagMessages = "Check.MendFlagMessages";
    public const string CountMislisted = "Check.CountMislisted";
    public const string MendListed = "Check.MendListed";
    public const string CountCodes = "Check.CountCodes";
    public const string ReadUnnotedDays = "Check.ReadUnnoted";
    public const string ReadSignatures = "Check.ReadSignatures";
    public const string ReadReleasedBases = "Check.ReadBases";
    public const string ReadReleasedRows = "Check.ReadRows";
    public const string TouchDays = "Check.TouchDays";
    public const string RaiseMended = "Check.RaiseMended";
    public const string CountUnindexed = "Engine.CountUnindexed";
    public const string EmptyIndex = "Engine.EmptyIndex";
    public const string UnlistComments = "Engine.UnlistComments";
    public const string TakeFoldingTurn = "Compaction.TakeTurn";

    private const string Prefix = "db/queries/";

    private static readonly FrozenDictionary<string, string> Files = ReadFiles();

    /// <summary>The engine's own text of a query, else the portable one.</summary>
    /// <exception cref="InvalidOperationException">No such file was built in.</exception>
    public static string Text(string engine, string name) =>
        Files.TryGetValue($"{engine}/{name}", out var text) || Files.TryGetValue($"portable/{name}", out text)
            ? text
            : throw new InvalidOperationException($"There is no query '{name}' for {engine}.");

    /// <summary>Every name of the catalogue.</summary>
    public static IEnumerable<string> Names =>
        typeof(Queries).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);

    /// <summary>Every file that was built in, as <c>folder/name</c>.</summary>
    public static IEnumerable<string> FileNames => Files.Keys;

    private static FrozenDictionary<string, string> ReadFiles() =>
        Resources.Read(Prefix).ToFrozenDictionary(f => f.Name[..^".sql".Length], f => f.Text);
}
