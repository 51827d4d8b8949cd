namespace Feedback.Api.Data;

/// <content>Responses and what people write, from storing to erasing.</content>
public static partial class Queries
{
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
    public const string ReadStoredComments = "Texts.ReadComments";

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

    public const string ReadResponse = "Responses.ReadResponse";
    public const string ReadRespondentResponses = "Responses.ReadRespondentResponses";
    public const string ExportResponses = "Responses.ExportResponses";
    public const string CountResponses = "Responses.CountResponses";
    public const string EraseResponse = "Responses.EraseResponse";
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

    public const string ReadReleasedComments = "Comments.ReadReleased";
    public const string ReadListedComments = "Comments.ReadListed";
    public const string SearchListedComments = "Comments.SearchListed";
    public const string ReadCommentMonths = "Comments.ReadMonths";

    public const string FindDue = "Retention.FindDue";
    public const string ReadDueResponse = "Retention.ReadResponse";
    public const string ExpireResponse = "Retention.ExpireResponse";
    public const string ReadExpiredDays = "Retention.ReadExpired";
    public const string FindExpiredDay = "Retention.FindExpired";
    public const string InsertExpiredDay = "Retention.InsertExpired";
    public const string ChangeExpiredDay = "Retention.ChangeExpired";
}
