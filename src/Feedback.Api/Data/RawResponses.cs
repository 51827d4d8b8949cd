namespace Feedback.Api.Data;

/// <summary>A response as it is stored.</summary>
public sealed record RawResponse
{
    public long Seq { get; init; }

    /// <summary>The id that the sender of a customer's response knows.</summary>
    public Guid ResponseId { get; init; }
    public int Version { get; init; }

    /// <summary>yyyymmdd.</summary>
    public int Day { get; init; }
    public int Cohort { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public long? AnsweredAt { get; init; }

    /// <summary>Whole days from invitation to answer.</summary>
    public int? Delay { get; init; }
    public string? Language { get; init; }

    /// <summary>Whole 1e-4.</summary>
    public long Weight { get; init; }

    /// <summary>One JSON object: code of the item -> what was answered; texts stand apart.</summary>
    public string Answers { get; init; } = "";

    /// <summary>Answered texts, by the id of the variable.</summary>
    public IReadOnlyList<(int Variable, string Text)> Texts { get; init; } = [];
}

/// <summary>The responses of a survey in the order in which they came, one by one as they come from the store; erased ones are left out.</summary>
/// <param name="Survey">Id of the survey.</param>
/// <param name="First">First day, yyyymmdd.</param>
/// <param name="Past">First day after, yyyymmdd.</param>
/// <param name="Originals">1: texts as they were sent, where the survey keeps that; else 0.</param>
public sealed record RawResponses(int Survey, int First, int Past, int Originals)
{
    public async IAsyncEnumerable<RawResponse> Read(Session session)
    {
        Row? last = null;
        var texts = new List<(int, string)>();
        await foreach (var row in session.Stream<Row>(Queries.ExportResponses, this))
        {
            if (last is not null && row.Seq != last.Seq) yield return last.With(session.Database, texts);
            last = row;
            if (row is { Variable: { } variable, Text: { } text }) texts.Add((variable, text));
        }
        if (last is not null) yield return last.With(session.Database, texts);
    }

    /// <summary>One response; null where there is none, or it was erased.</summary>
    public static async Task<RawResponse?> Find(Session session, Guid id)
    {
        var rows = await session.Rows<Row>(Queries.FindRawResponse, new { Id = session.Database.IdValue(id) });
        return rows.Count == 0 ? null : rows[0].With(session.Database, [.. rows.Where(r => r.Variable is not null).Select(r => (r.Variable!.Value, r.Text!))]);
    }

    /// <summary>Changes whenever what is read does: a response is added or erased, and never another.</summary>
    public async Task<string> Mark(Session session) => (await session.Row<Counted>(Queries.CountResponses, this))!.ToString();

    private sealed record Counted
    {
        public long Responses { get; init; }
        public long Newest { get; init; }
    }

    /// <summary>A response with one of its texts, if it has any.</summary>
    private sealed class Row
    {
        public long Seq { get; init; }
        public object Id { get; init; } = "";
        public int Version { get; init; }
        public int Day { get; init; }
        public int Cohort { get; init; }
        public long? AnsweredAt { get; init; }
        public int? Delay { get; init; }
        public string? Language { get; init; }
        public long Weight { get; init; }
        public string Answers { get; init; } = "";
        public int? Variable { get; init; }
        public string? Text { get; init; }

        /// <summary>The response with all of its texts, which are forgotten.</summary>
        public RawResponse With(Database database, List<(int, string)> texts)
        {
            var response = new RawResponse
            {
                Seq = Seq,
                ResponseId = database.IdOf(Id),
                Version = Version,
                Day = Day,
                Cohort = Cohort,
                AnsweredAt = AnsweredAt,
                Delay = Delay,
                Language = Language,
                Weight = Weight,
                Answers = Answers,
                Texts = texts.Count == 0 ? [] : [.. texts],
            };
            texts.Clear();
            return response;
        }
    }
}
