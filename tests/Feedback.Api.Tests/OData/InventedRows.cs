using Feedback.Api.Data;
using Feedback.Api.OData;

namespace Feedback.Api.Tests.OData;

/// <summary>A row with a value of every type, each of which may be null.</summary>
internal sealed record InventedRow(string Key, string? Text, double? Number, long? Whole, DateOnly? Day, DateTimeOffset? Instant, bool? Flag);

/// <summary>A set of a test's own, so that the protocol is tested with every type and with nulls. Its rows come and go as the test wants.</summary>
internal sealed class InventedRows : FeedSet<InventedRow>
{
    public const string SetName = "Invented";

    /// <summary>Few values, so that orders have ties and comparisons are equal now and then.</summary>
    private static readonly string[] Words = ["", "a", "A", "b", "O'Neill", "=cmd()", "ä+ö & %", "a\"b,c\nd", "-5"];

    public List<InventedRow> Rows { get; set; } = [.. Make(300)];

    public bool HoldsEmployees { get; set; }

    /// <summary>How often the set was read.</summary>
    public int Walks { get; private set; }

    /// <summary>The snapshot that the set was last read from.</summary>
    public Session? Session { get; private set; }

    /// <summary>What the last row waits for.</summary>
    public Task Last { get; set; } = Task.CompletedTask;

    public override string Name => SetName;

    public override string TypeName => "InventedRow";

    public override bool IsAudited => HoldsEmployees;

    public override IReadOnlyList<FeedColumn<InventedRow>> Columns { get; } =
    [
        FeedColumn<InventedRow>.Text("key", r => r.Key, isNullable: false),
        FeedColumn<InventedRow>.Text("text", r => r.Text),
        FeedColumn<InventedRow>.Number("number", r => r.Number),
        FeedColumn<InventedRow>.Whole("whole", r => r.Whole),
        FeedColumn<InventedRow>.Day("day", r => r.Day),
        FeedColumn<InventedRow>.Instant("instant", r => r.Instant),
        FeedColumn<InventedRow>.Flag("flag", r => r.Flag),
        FeedColumn<InventedRow>.Whole("other", r => r.Whole % 3, isNullable: true),
    ];

    public override async IAsyncEnumerable<InventedRow> Read(FeedScope scope, FeedFilter filter, string? after)
    {
        Walks++;
        Session = scope.Read.Session;
        foreach (var row in Rows.OrderBy(r => r.Key, StringComparer.Ordinal).Where(r => after is null || string.CompareOrdinal(r.Key, after) > 0))
        {
            if (row.Key == Rows[^1].Key) await Last;
            if (!filter.Excludes(("key", row.Key), ("text", row.Text), ("whole", row.Whole))) yield return row;
        }
    }

    public override string PositionOf(InventedRow row) => row.Key;

    public override bool? IsWithheld(InventedRow row) => row.Flag;

    public static IEnumerable<InventedRow> Make(int count)
    {
        var random = new Random(7);
        for (var i = 0; i < count; i++)
        {
            yield return new InventedRow($"k'{i:D6}",
                Maybe(Words[random.Next(Words.Length)]),
                random.Next(5) == 0 ? null : Math.Round(random.NextDouble() * 6 - 3, 1),
                random.Next(5) == 0 ? null : random.Next(-4, 5),
                random.Next(5) == 0 ? null : new DateOnly(2026, 1, 1).AddDays(random.Next(10)),
                random.Next(5) == 0 ? null : new DateTimeOffset(2026, 1, 1, 12, 0, 0, 120, TimeSpan.Zero).AddHours(random.Next(48) * 6),
                random.Next(5) switch { 0 => null, 1 or 2 => true, _ => false });
        }

        string? Maybe(string text) => random.Next(5) == 0 ? null : text;
    }
}
