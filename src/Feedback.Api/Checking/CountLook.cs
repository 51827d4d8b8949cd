using System.Runtime.InteropServices;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Api.Retention;
using Feedback.Indicators;

namespace Feedback.Api.Checking;

/// <summary>
/// One look at everything that is counted: adds up prints of what raw answers have to have brought and of what is counted, by survey and day, and of days
/// against months and years. Reads each response and each count once and holds a few numbers a day, however large the store is.
/// </summary>
internal sealed class CountLook(Session session, CatalogueSnapshot catalogue)
{
    private readonly Dictionary<int, int> _surveyOf = catalogue.Of(Audience.Customer).Concat(catalogue.Of(Audience.Employee)).SelectMany(s => s.Variables).ToDictionary(v => v.Id, v => v.Survey);
    private readonly Dictionary<CountPart, (CountPrint Print, int Keys)> _prints = [];
    private readonly HashSet<CountPart> _expired = [], _doubtful = [];
    private readonly Dictionary<int, long> _unreadable = [], _misplaced = [];

    /// <summary>How many responses and how many rows of counts were read.</summary>
    public long Responses { get; private set; }

    public long Counts { get; private set; }

    /// <summary>Survey to how many of its responses cannot be read as answers to it.</summary>
    public IReadOnlyDictionary<int, long> Unreadable => _unreadable;

    /// <summary>Survey to how many of its responses stand in a period that their day does not lead to.</summary>
    public IReadOnlyDictionary<int, long> Misplaced => _misplaced;

    /// <summary>The parts that differ, in order, and about how much is to be held to see in what.</summary>
    public IEnumerable<(CountPart Part, int Keys)> Differing => _prints.Where(p => !p.Value.Print.IsNothing)
        .OrderBy(p => p.Key.Grain).ThenBy(p => p.Key.Start).ThenBy(p => p.Key.Survey).Select(p => (p.Key, p.Value.Keys));

    /// <summary>Whether answers of a part were erased because their time was over: then it is known whether its counts are right, and not which are wrong.</summary>
    public bool IsExpired(CountPart part) => _expired.Contains(part);

    /// <summary>Whether answers of a part cannot be read: its counts may be right, and what was counted of those answers must not be taken away.</summary>
    public bool IsDoubtful(CountPart part) => part.Grain == CountPart.Day && (_doubtful.Contains(part) || _doubtful.Contains(part with { Survey = 0 }));

    public async Task Run()
    {
        foreach (var day in await session.Rows<ExpiredDay>(Queries.ReadExpiredDays))
        {
            var part = new CountPart(day.Survey, CountPart.Day, day.Day);
            _expired.Add(part);
            CollectionsMarshal.GetValueRefOrAddDefault(_prints, part, out _).Print.Add(day.Print);
        }
        await foreach (var response in CountedResponse.Read(session, catalogue, 0, int.MaxValue)) Add(response);
        foreach (var grain in (int[])[CountPart.Day, CountPart.Month, CountPart.Year])
        {
            await foreach (var row in session.Stream<CountRow>(Queries.ReadCheckedTallies, new { Grain = grain, First = 0, Past = int.MaxValue })) Add(row, grain);
        }
        await foreach (var row in session.Stream<CountRow>(Queries.ReadCheckedFresh)) Add(CountPart.Day, row.Day, row, -1);
    }

    /// <summary>The survey of what is counted; 0 where no survey has it.</summary>
    public int SurveyOf(int variable) => _surveyOf.GetValueOrDefault(variable);

    private void Add(in CountedResponse response)
    {
        Responses++;
        if (response.Tallies is null)
        {
            _doubtful.Add(new(response.Survey, CountPart.Day, response.Day));
            if (response.Survey != 0) CollectionsMarshal.GetValueRefOrAddDefault(_unreadable, response.Survey, out _)++;
            return;
        }
        if (!IsPlaced(response)) CollectionsMarshal.GetValueRefOrAddDefault(_misplaced, response.Survey, out _)++;
        ref var part = ref CollectionsMarshal.GetValueRefOrAddDefault(_prints, new(response.Survey, CountPart.Day, response.Day), out _);
        foreach (var tally in response.Tallies) part.Print.Add(response.KeyOf(tally), response.Sum, 1);
        part.Keys += response.Tallies.Count;
    }

    private void Add(CountRow row, int grain)
    {
        Add(grain, row.Start, row, -1);
        if (grain != CountPart.Day) return;
        Add(CountPart.Month, CountPart.StartOf(row.Start, CountPart.Month), row, 1);
        Add(CountPart.Year, CountPart.StartOf(row.Start, CountPart.Year), row, 1);
    }

    private void Add(int grain, int start, CountRow row, int sign)
    {
        if (sign < 0) Counts++;
        ref var part = ref CollectionsMarshal.GetValueRefOrAddDefault(_prints, new(SurveyOf(row.Variable), grain, start), out _);
        part.Print.Add(row.KeyAt(start), row.Counted, sign);
        part.Keys++;
    }

    /// <summary>Whether the period may be that of the day, or a later one that was open when an earlier one was not.</summary>
    private bool IsPlaced(in CountedResponse response)
    {
        var survey = catalogue.Survey(response.Survey)!;
        return survey.Audience == Audience.Customer ? response.Period == 0 : response.Period >= PeriodGrid.NumberOf(survey.Grid, response.Day);
    }
}

/// <summary>A row of counts, folded or not.</summary>
internal sealed class CountRow : CountedRow
{
    public int Cohort { get; init; }

    /// <summary>Of a folded one: yyyymmdd, yyyymm or yyyy.</summary>
    public int Start { get; init; }

    /// <summary>Of one that is not folded yet: yyyymmdd.</summary>
    public int Day { get; init; }
    public int Period { get; init; }

    /// <summary>What is counted, with the stretch of time in the place of the day.</summary>
    public TallyKey KeyAt(int start) => new(Variable, Cohort, start, Period, Value, Complete);
}
