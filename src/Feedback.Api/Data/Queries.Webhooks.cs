namespace Feedback.Api.Data;

/// <content>Addresses that want to hear of events, and what they are told.</content>
public static partial class Queries
{
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
}
