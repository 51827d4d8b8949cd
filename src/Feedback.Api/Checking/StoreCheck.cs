using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;

namespace Feedback.Api.Checking;

/// <summary>
/// Checks a store: counts everything again from the raw answers and compares, and looks whether what belongs together agrees. Everything is read from one
/// snapshot, while others go on storing.
/// </summary>
/// <param name="database">With the present schema.</param>
/// <param name="time">The clock.</param>
/// <param name="tell">Told of everything that is wrong, as it is found.</param>
public sealed class StoreCheck(Database database, TimeProvider time, Action<Finding> tell)
{
    private readonly Mending _mending = new(database, time);
    private int _mended, _left;

    /// <param name="mends">Whether to make right what can be made right without taking anything away.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>What was looked at and what came out.</returns>
    public async Task<CheckSummary> Run(bool mends, CancellationToken cancellation = default)
    {
        // First, and nothing is written into a file that is damaged: what is read from it may be anything.
        var faults = await database.FindFaults(cancellation);
        foreach (var fault in faults) Tell(fault, false);
        mends &= faults.Count == 0;
        await using var session = (await database.Read(cancellation)).Patient();
        var catalogue = await CatalogueReader.Read(session);
        await _mending.Begin(session);
        await CheckRows(session, mends);
        await foreach (var fault in ReleaseCheck.Run(session, catalogue)) Tell(fault, false);
        var look = new CountLook(session, catalogue);
        await look.Run();
        foreach (var (survey, n) in look.Unreadable) Tell($"{Number(n)} responses to {NameOf(catalogue, survey)} cannot be read as answers to it, so that they are not counted again", false);
        foreach (var (survey, n) in look.Misplaced) Tell($"{Number(n)} responses to {NameOf(catalogue, survey)} stand in a period that their day does not lead to", false);
        await CheckCounts(session, catalogue, look, mends);
        return new(look.Responses, look.Counts, _mended, _left);
    }

    private async Task CheckRows(Session session, bool mends)
    {
        foreach (var rule in RowCheck.All)
        {
            if (await session.Row<long>(rule.Query) is not (> 0 and var found)) continue;
            if (mends && rule.Mend is not null) await _mending.Rows(rule.Mend);
            Tell(string.Format(CultureInfo.InvariantCulture, rule.Text, Number(found)), mends && rule.Mend is not null);
        }
        if (await CohortCheck.Run(session) is > 0 and var strange) Tell($"{Number(strange)} cohorts have another signature than their values make", false);
        if (await database.CountUnindexed(session) is > 0 and var unindexed)
        {
            if (mends) await _mending.Index();
            Tell($"{Number(unindexed)} texts are listed and not in the index of words, or in it and not listed", mends);
        }
        if (await session.Rows<UpdatedDay>(Queries.ReadUnnotedDays) is { Count: > 0 } days)
        {
            if (mends) await _mending.Days(days);
            Tell($"of {Number(days.Count)} days it is not noted when they changed", mends);
        }
    }

    private async Task CheckCounts(Session session, CatalogueSnapshot catalogue, CountLook look, bool mends)
    {
        var differences = new CountDifferences(session, catalogue, look.SurveyOf);
        foreach (var (part, _) in look.Differing.Where(d => look.IsExpired(d.Part)))
            Tell($"counts of {NameOf(catalogue, part.Survey)} on {TextOf(part)} are not those that its answers brought; which differ cannot be told, because answers of the day were erased when their time was over", false);
        foreach (var (part, _) in look.Differing.Where(d => !look.IsExpired(d.Part) && look.IsDoubtful(d.Part)))
            Tell($"counts of {NameOf(catalogue, part.Survey)} on {TextOf(part)} are not those of its answers; they stay as they are, because answers of the day cannot be read and may be what is missing", false);
        foreach (var group in CountDifferences.Groups(look.Differing.Where(d => !look.IsExpired(d.Part) && !look.IsDoubtful(d.Part))))
        {
            var found = await differences.Of(group);
            foreach (var part in group)
            {
                if (mends) await _mending.Counts(part, [.. found[part]]);
                foreach (var variable in found[part].GroupBy(r => r.Key.Variable)) Tell(Describe(catalogue, part, variable), mends);
            }
        }
    }

    private void Tell(string text, bool isMended)
    {
        if (isMended) _mended++;
        else _left++;
        tell(new Finding(text, isMended));
    }

    /// <summary>What is counted and when, and how many counts differ; not which, nor by how much.</summary>
    private static string Describe(CatalogueSnapshot catalogue, CountPart part, IGrouping<int, TallyRow> rows)
    {
        var variable = catalogue.Survey(part.Survey)?.Variables.FirstOrDefault(v => v.Id == rows.Key);
        var what = variable is null ? "nothing that is asked" : variable.Kind is Variable.ItemKind or Variable.ScaleKind ? $"{variable.Kind} {variable.Name}" : variable.Kind;
        return $"counts of {what} of {NameOf(catalogue, part.Survey)} {(part.Grain == CountPart.Day ? "on" : "in")} {TextOf(part)}: {Number(rows.Count())} differ from {(part.Grain == CountPart.Day ? "the answers" : "those of the days")}";
    }

    private static string TextOf(CountPart part) => part.Grain switch
    {
        CountPart.Day => Days.Date(part.Start).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CountPart.Month => string.Create(CultureInfo.InvariantCulture, $"{part.Start / 100:D4}-{part.Start % 100:D2}"),
        _ => part.Start.ToString("D4", CultureInfo.InvariantCulture),
    };

    private static string NameOf(CatalogueSnapshot catalogue, int survey) => catalogue.Survey(survey)?.Key ?? "no survey";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
