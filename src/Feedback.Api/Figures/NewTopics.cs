using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>The topics that are new in a period against the one before: of the whole, and of every unit with all below it.</summary>
public static class NewTopics
{
    private static readonly TopicShare Share = new();

    /// <summary>A topic that is mentioned far more often than in the period before.</summary>
    /// <param name="Unit">The unit with all below it; null for the whole.</param>
    /// <param name="Audience">Whose comments.</param>
    /// <param name="Topic">The topic's code.</param>
    /// <param name="Figure">How many of those who wrote mention it.</param>
    public sealed record Found(string? Unit, Audience Audience, string Topic, Released<Figure> Figure);

    /// <summary>Compares all topics of all units of one audience in one family, and keeps those that are new and may be shown.</summary>
    /// <param name="scope">The snapshot.</param>
    /// <param name="audience">Whose comments.</param>
    /// <param name="before">The period before.</param>
    /// <param name="period">The period in question.</param>
    public static async Task<IReadOnlyList<Found>> Read(ReadScope scope, Audience audience, DayRange before, DayRange period)
    {
        List<Survey> surveys = [.. scope.Catalogue.Of(audience).Where(s => s.Variables.Any(v => v.IsOfAllComments))];
        List<Variable> counted = [.. surveys.SelectMany(s => s.Variables).Where(v => v.IsOfAllComments)];
        if (counted.Count == 0) return [];
        var question = TopicQuestion.Of(counted, audience, scope.Catalogue.Words);
        var (earlier, later) = (await UnitCounts.Read(scope, surveys, question.Variables, before), await UnitCounts.Read(scope, surveys, question.Variables, period));
        string?[] units = [null, .. scope.Units.All.Where(u => !u.IsRetired).Select(u => u.Code)];
        var compared = units.Where(u => earlier.Has(u) && later.Has(u) && earlier.Row(u).Under == later.Row(u).Under).SelectMany(unit =>
        {
            var (then, now) = (TopicCounts.Of(earlier.Row(unit).Total, question), TopicCounts.Of(later.Row(unit).Total, question));
            return scope.Catalogue.Words.Topics.Select(t => scope.Catalogue.Words.Numbers[t.Code!] is var number
                ? (Unit: unit, Now: now, Number: number, Rates: new TopicRates(t.Code!, now.Known(number).People, now.Commented, then.Known(number).People, then.Commented)) : default);
        }).ToList();
        var plain = new Terms(audience, surveys.Max(s => s.MinimumGroup ?? scope.MinimumGroup));
        return [.. compared.Zip(TopicNews.Of([.. compared.Select(c => c.Rates)])).Where(c => c.Second.IsNew == true).Select(c =>
        {
            var (unit, now, number, rates) = c.First;
            var terms = question.TermsOf(plain, later.Row(unit).Total);
            return new Found(unit, audience, rates.Topic, Anonymity.Release(Share.Of(now.Served(number), now.Commented, false, terms), Share, terms));
        }).Where(f => f.Figure.Value.Status == Status.Released)];
    }
}
