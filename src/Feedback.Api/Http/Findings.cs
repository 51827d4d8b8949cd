namespace Feedback.Api.Http;

/// <summary>What is wrong with the entries of a body that only the catalogue can tell: gathered by field, and answered as one problem.</summary>
/// <param name="generalCode">The problem's code where the findings differ in kind.</param>
public sealed class Findings(string generalCode)
{
    /// <summary>So many fields are told of; who sends thousands of wrong ones sees the kind.</summary>
    public const int MaximumFields = 100;

    private readonly Dictionary<string, string[]> _errors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);

    public bool IsEmpty => _codes.Count == 0;

    /// <summary>Adds a finding; the first of a field counts.</summary>
    /// <param name="field">As the wire has it.</param>
    /// <param name="message">What is wrong; without the value.</param>
    /// <param name="code">The code of its kind; null for the general one.</param>
    public void Add(string field, string message, string? code = null)
    {
        _codes.Add(code ?? generalCode);
        if (_errors.Count < MaximumFields) _errors.TryAdd(field, [message]);
    }

    /// <summary>400 with every finding, or null where there is none.</summary>
    public Problem? ToProblem() => IsEmpty ? null
        : new Problem(StatusCodes.Status400BadRequest, _codes.Count == 1 ? _codes.Single() : generalCode, "The body breaks a rule; see errors.", _errors);
}
