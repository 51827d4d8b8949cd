namespace Feedback.Indicators;

/// <summary>Whose answers a figure is about. Customers' items count every answer; employees' scale items only those of people who answered the whole scale.</summary>
public enum Audience
{
    Customer,
    Employee,
}
