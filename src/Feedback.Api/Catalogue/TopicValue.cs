namespace Feedback.Api.Catalogue;

/// <summary>How what somebody wrote sounds. The numbers are stored.</summary>
public enum Mood
{
    /// <summary>Its language cannot be scored.</summary>
    Unscored = 0,

    Negative = 1,
    Neutral = 2,
    Positive = 3,
}

/// <summary>
/// What is counted of a response with comments: once that it has any, and once each topic that they mention, with how the comments
/// in question sound. So what people write about is added up like all they answer, one person once a topic.
/// </summary>
public static class TopicValue
{
    /// <summary>The topic that stands for having left a comment at all.</summary>
    public const int Commented = 0;

    /// <summary>The name of the variable that counts all comments of a survey; no item can have it.</summary>
    public const string AllComments = "_topics";

    private const int Moods = 4;

    /// <summary>The compound score from which on a text sounds positive, and below whose negative it sounds negative (Hutto and Gilbert 2014).</summary>
    private const double Threshold = .05;

    /// <summary>
    /// The variable under which a release keeps who mention one topic, by mood: they are a base of their own, so that the audit says of
    /// which cells it may be told. No variable of the store has such a number.
    /// </summary>
    public static int MentionsOf(int topic) => -topic;

    public static int Of(int topic, Mood mood) => topic * Moods + (int)mood;

    public static int TopicOf(int value) => value / Moods;

    public static Mood MoodOf(int value) => (Mood)(value % Moods);

    /// <summary>How a text with this compound score (-1..1) sounds; unscored without one.</summary>
    public static Mood MoodOf(double? compound) => compound switch
    {
        null => Mood.Unscored,
        >= Threshold => Mood.Positive,
        <= -Threshold => Mood.Negative,
        _ => Mood.Neutral,
    };
}
