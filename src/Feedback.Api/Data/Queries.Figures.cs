namespace Feedback.Api.Data;

/// <content>Counts, periods that are released, and figures that are kept.</content>
public static partial class Queries
{
    public const string ReadFigures = "Computed.ReadFigures";
    public const string InsertFigures = "Computed.InsertFigures";
    public const string RemoveFigures = "Computed.RemoveFigures";
    public const string RemoveOldest = "Computed.RemoveOldest";

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

    public const string ReadTallies = "Indicators.ReadTallies";
    public const string ReadYears = "Indicators.ReadYears";
    public const string ReadFolded = "Indicators.ReadFolded";
    public const string ReadChangeBounds = "Indicators.ReadChangeBounds";
    public const string ReadChanges = "Indicators.ReadChanges";
    public const string ReadFreshTallies = "Indicators.ReadFreshTallies";
    public const string ReadAnswers = "Indicators.ReadAnswers";

    public const string TouchDay = "Updates.TouchDay";
    public const string ReadUpdateDays = "Updates.ReadDays";
    public const string ReadFreshDays = "Updates.ReadFreshDays";
    public const string ReadLastUpdate = "Updates.ReadLast";

    public const string ReadFeedState = "OData.ReadState";
    public const string ReadFeedDays = "OData.ReadDays";
}
