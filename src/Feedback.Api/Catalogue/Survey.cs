using System.Collections.Frozen;
using System.Text.Json;
using Feedback.Indicators;

namespace Feedback.Api.Catalogue;

/// <summary>A published survey with all its versions, as the service works with it. Immutable.</summary>
public sealed class Survey
{
    public required int Id { get; init; }
    public required string Key { get; init; }
    public required Audience Audience { get; init; }

    /// <summary>Employees: month, quarter, year or wave.</summary>
    public required string Grid { get; init; }

    /// <summary>Employees: open or code.</summary>
    public required string Access { get; init; }

    /// <summary>The fewest people behind a figure, where the survey sets it.</summary>
    public required int? MinimumGroup { get; init; }

    public required bool IsClosed { get; init; }

    /// <summary>In order of number; never empty.</summary>
    public required IReadOnlyList<SurveyVersion> Versions { get; init; }

    /// <summary>Registered dimensions in ordinal order of their names, unit among them.</summary>
    public required string[] Dimensions { get; init; }

    /// <summary>Every variable of every version.</summary>
    public required IReadOnlyList<Variable> Variables { get; init; }

    /// <summary>Employees: the periods that take no answers any more, by number.</summary>
    public IReadOnlyDictionary<int, SurveyPeriod> Periods { get; init; } = new Dictionary<int, SurveyPeriod>();

    /// <summary>Customers: ids of the addresses that are told of every response.</summary>
    public IReadOnlyList<string> Subscribers { get; init; } = [];

    /// <summary>Those whose figures are out, the earliest first.</summary>
    public IEnumerable<SurveyPeriod> Released => Periods.Values.Where(p => p.IsReleased).OrderBy(p => p.FirstDay);

    /// <summary>A period and those that were merged into it.</summary>
    public IReadOnlyList<int> PartsOf(int period) => [period, .. Periods.Values.Where(p => p.State == PeriodState.Merged && p.MergedInto == period).Select(p => p.Number)];

    /// <summary>Whether the figures of a period are out, or those of the period in which its answers count.</summary>
    public bool IsOut(int period) => Periods.GetValueOrDefault(period) is { } closed && (closed.IsReleased || closed.MergedInto is { } into && Periods.GetValueOrDefault(into)?.IsReleased == true);

    public SurveyVersion Current => Versions[^1];

    /// <summary>In surveys of the service's own, the item that says what kind of feedback it is.</summary>
    public const string KindItem = "kind";

    /// <summary>In surveys of the service's own, the kind of feedback that is raised as a flag.</summary>
    public const string Concern = "concern";

    /// <summary>Whether it is one of the service's own, which hold unprompted feedback.</summary>
    public bool IsBuiltIn => Key[0] == '_';

    public SurveyVersion? Version(int number) => number >= 1 && number <= Versions.Count ? Versions[number - 1] : null;
}

/// <summary>One version of a survey: the items in order, and the scales they make up.</summary>
public sealed class SurveyVersion
{
    private readonly FrozenDictionary<string, Item>.AlternateLookup<ReadOnlySpan<char>> _byCode;

    public SurveyVersion(int number, SurveyDefinition definition, IReadOnlyList<Item> items, IReadOnlyList<Scale> scales, Variable response, Variable? journey, Variable delay,
        IReadOnlyDictionary<string, FrozenSet<string>?> dimensionValues)
    {
        (Number, Definition, Items, Scales, Response, Journey, Delay, DimensionValues) = (number, definition, items, scales, response, journey, delay, dimensionValues);
        ByCode = [.. items.OrderBy(i => i.Code, StringComparer.Ordinal)];
        _byCode = items.ToFrozenDictionary(i => i.Code, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Number { get; }

    public required DateTimeOffset PublishedAt { get; init; }

    public SurveyDefinition Definition { get; }
    public IReadOnlyList<Item> Items { get; }

    /// <summary>The items in ordinal order of their codes, which is the same in every version.</summary>
    public IReadOnlyList<Item> ByCode { get; }

    public IReadOnlyList<Scale> Scales { get; }

    /// <summary>Counts responses.</summary>
    public Variable Response { get; }

    /// <summary>Counts touchpoints rated and passed; null where no item measures experience.</summary>
    public Variable? Journey { get; }

    /// <summary>Counts whole days from invitation to answer.</summary>
    public Variable Delay { get; }

    /// <summary>Counts what all comments are about; null where no version asks for a text.</summary>
    public Variable? Topics { get; init; }

    /// <summary>Customers: text item's variable to what counts the topics of its answers.</summary>
    public IReadOnlyDictionary<int, int> TopicsOf { get; init; } = new Dictionary<int, int>();

    /// <summary>The only values a dimension takes, or null where it learns them. Unit is not among them.</summary>
    public IReadOnlyDictionary<string, FrozenSet<string>?> DimensionValues { get; }

    /// <summary>Whether a dimension takes values that the version does not list; units are listed by the organisation.</summary>
    public bool Learns(string dimension) => DimensionValues.TryGetValue(dimension, out var values) && values is null;

    public Item? Find(ReadOnlySpan<char> code) => _byCode.TryGetValue(code, out var item) ? item : null;
}

/// <summary>Something that is counted, as its row has it.</summary>
public sealed record Variable
{
    /// <summary>What kind of item: the value of <see cref="Items"/> where <see cref="Kind"/> is item.</summary>
    public const int Rating = 1, SingleChoice = 2, MultipleChoice = 3, Text = 4;

    /// <summary>What topics are counted under, of one text item or of all comments: no item that anybody is asked.</summary>
    public const int Topics = 5;

    public const string ItemKind = "item", ScaleKind = "scale", JourneyKind = "journey", DelayKind = "delay", ResponseKind = "response";

    public int Id { get; init; }
    public int Survey { get; init; }
    public string Kind { get; init; } = "";
    public string Name { get; init; } = "";

    /// <summary>Of a scale how many items it has; of an item its kind.</summary>
    public int Items { get; init; }
    public int Low { get; init; }
    public int High { get; init; }
    public int Reversed { get; init; }
    public string? Measure { get; init; }
    public string? Touchpoint { get; init; }

    /// <summary>Whether it counts answers that were chosen from a scale or from options.</summary>
    public bool IsChosen => Kind == ItemKind && Items is Rating or SingleChoice or MultipleChoice;

    /// <summary>Whether it counts what all comments of a survey are about.</summary>
    public bool IsOfAllComments => Items == Topics && Kind == ItemKind && Name == TopicValue.AllComments;
}

/// <summary>An item of one version.</summary>
public sealed class Item
{
    public required int Variable { get; init; }

    /// <summary>Its place among the version's items, from 0.</summary>
    public required int Position { get; init; }

    public required string Code
    {
        get;
        init
        {
            field = value;
            EncodedCode = JsonEncodedText.Encode(value);
        }
    }

    public required ItemKind Kind { get; init; }
    public required int Low { get; init; }
    public required int High { get; init; }
    public required bool IsReversed { get; init; }
    public required bool IsMultiple { get; init; }
    public required bool IsRequired { get; init; }
    public required string? Measure { get; init; }
    public required string? Touchpoint { get; init; }

    /// <summary>The place of its scale among the version's scales, or -1.</summary>
    public required int Scale { get; init; }

    /// <summary>Choice: option code to number.</summary>
    public required FrozenDictionary<string, int> Options { get; init; }

    /// <summary>The code as it stands in packed answers.</summary>
    public JsonEncodedText EncodedCode { get; private init; }

    /// <summary>The answer with high always meaning more of what is measured.</summary>
    public int Keyed(int value) => IsReversed ? Low + High - value : value;
}

/// <summary>A scale of one version under its shape.</summary>
public sealed record Scale(int Variable, string Name, int Items, int Low, int High);
