namespace Feedback.Indicators;

/// <summary>A value that passed the gate. Only <see cref="Anonymity"/> makes one, and only this may be written to a response.</summary>
public sealed class Released<T>
{
    internal Released(T value) => Value = value;

    public T Value { get; }
}
