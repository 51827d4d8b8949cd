namespace Feedback.Api.Data;

/// <content>The store itself: its schema, its folded counts, its index of words, its replica, its ledger; copying it and checking it.</content>
public static partial class Queries
{
    public const string AddFolded = "Compaction.AddFolded";
    public const string AppendChange = "Compaction.AppendChange";
    public const string RemoveChanges = "Compaction.RemoveChanges";
    public const string TakeFoldingTurn = "Compaction.TakeTurn";

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
    public const string FindUnlisted = "Engine.FindUnlisted";
    public const string IndexComments = "Engine.IndexComments";
    public const string ListComments = "Engine.ListComments";
    public const string CountUnindexed = "Engine.CountUnindexed";
    public const string EmptyIndex = "Engine.EmptyIndex";
    public const string UnlistComments = "Engine.UnlistComments";
    public const string RelistComments = "Engine.RelistComments";
    public const string ReadLastComment = "Engine.ReadLastComment";

    public const string TakeTurn = "Migrations.TakeTurn";
    public const string FindHistory = "Migrations.FindHistory";
    public const string CreateHistory = "Migrations.CreateHistory";
    public const string ReadMigration = "Migrations.ReadMigration";
    public const string ReadMigrations = "Migrations.ReadMigrations";
    public const string InsertMigration = "Migrations.InsertMigration";

    public const string SendBeat = "Replica.SendBeat";
    public const string ReadBeat = "Replica.ReadBeat";

    public const string ReadState = "Running.ReadState";

    public const string InsertLine = "Ledger.InsertLine";
    public const string ReadLines = "Ledger.ReadLines";
    public const string CountLines = "Ledger.CountLines";
    public const string CountWithheld = "Ledger.CountWithheld";
    public const string AddAlert = "Ledger.AddAlert";

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
}
