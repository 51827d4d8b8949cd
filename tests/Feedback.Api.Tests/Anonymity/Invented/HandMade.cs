namespace Feedback.Api.Tests.Anonymity.Invented;

/// <summary>An invented organisation put together by hand, for attacks that need certain people in certain places.</summary>
internal sealed class HandMade
{
    private readonly List<InventedUnit> _units = [];
    private readonly List<InventedPerson> _people = [];

    /// <summary>Adds a unit.</summary>
    public HandMade Unit(string code, string? parent = null)
    {
        _units.Add(new InventedUnit(code, code, parent, 0, "", 0));
        return this;
    }

    /// <summary>Adds people to a unit, who answer what their number among these says.</summary>
    public HandMade People(string unit, int count, Func<int, IReadOnlyDictionary<string, int>> answers, params (string Dimension, string Value)[] profile)
    {
        for (var i = 0; i < count; i++) _people.Add(new InventedPerson(_people.Count + 1, unit, profile.ToDictionary(p => p.Dimension, p => p.Value), 0, answers(i)));
        return this;
    }

    /// <summary>Adds people to a unit who do not answer.</summary>
    public HandMade Silent(string unit, int count) => People(unit, count, _ => new Dictionary<string, int>());

    public InventedOrganisation Build() => new([.. _units], [.. _people]);

    /// <summary>The same answer to all four items of trust.</summary>
    public static IReadOnlyDictionary<string, int> Trust(int answer) => InventedSurvey.Trust.ToDictionary(i => i, _ => answer);

    /// <summary>Answers to trust that differ from person to person and from item to item: 2 to 5, and 3.5 on average.</summary>
    public static IReadOnlyDictionary<string, int> Mixed(int person) => InventedSurvey.Trust.Select((item, i) => (item, i)).ToDictionary(x => x.item, x => 2 + (person + x.i * (1 + person / 4)) % 4);
}
