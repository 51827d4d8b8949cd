using Feedback.Api.Data;
using Feedback.Api.Figures.Readings;
using Feedback.Api.Http;
using Feedback.Indicators;
using Feedback.Indicators.Text;

namespace Feedback.Api.Figures;

/// <summary>The words that are new in a period: read from the texts themselves, because nobody can count beforehand what nobody knows yet.</summary>
public static class WordTable
{
    /// <summary>Texts of one survey in one of the two periods.</summary>
    private const int MostTexts = 200_000;

    /// <summary>What <see cref="Read"/> is asked with.</summary>
    public static Reading Reading { get; } = new WordReading();

    /// <summary>The words, the surest first, with how many people wrote in the period.</summary>
    /// <exception cref="TooMuchException">There are more texts than are read for one answer.</exception>
    public static async Task<(IReadOnlyList<EmergingWord> Words, long People, long PeopleBefore)> Read(ReadScope scope, IndicatorRequest request)
    {
        var (now, before) = (await Count(scope, request, request.Range), await Count(scope, request, PeriodBefore.Of(request)!));
        return (EmergingWord.Of(now, before, request.MinimumGroup(scope.MinimumGroup)), now.People, before.People);
    }

    private static async Task<WordCounts> Count(ReadScope scope, IndicatorRequest request, DayRange range)
    {
        var words = new WordCounts();
        var cohorts = new Groups(CubeQuery.Of(request, []), scope.Cohorts, scope.Units).Cohorts.Select(c => c.Cohort).ToHashSet();
        foreach (var survey in request.Surveys)
        {
            var rows = await scope.Session.Rows<Row>(Queries.ReadTexts, new
            {
                Survey = survey.Id,
                Item = request.Item ?? "",
                First = Days.Number(range.From!.Value),
                Past = Days.Number(range.To!.Value),
                Count = MostTexts + 1,
            });
            if (rows.Count > MostTexts) throw new TooMuchException("period", $"There are more than {MostTexts} texts; name a shorter period.");
            foreach (var person in rows.Where(r => cohorts.Contains(r.Cohort)).GroupBy(r => r.Person)) words.Add(person.Select(r => r.Text));
        }
        return words;
    }

    private sealed class Row
    {
        public long Person { get; init; }
        public int Cohort { get; init; }
        public string Text { get; init; } = "";
    }
}
