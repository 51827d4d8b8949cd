using Feedback.Api.Catalogue;
using Feedback.Api.Figures.Readings;
using Feedback.Api.Ingest;
using Feedback.Indicators;
using Target = Feedback.Api.Catalogue.Target;

namespace Feedback.Api.Figures;

/// <summary>
/// What a committee looks at: for the whole and for every unit what moved, and what is off target. Each audience's counts are read
/// once for the period and once for the one before it, by unit, for all indicators together; the rest is done in memory.
/// </summary>
public sealed class CommitteePages
{
    private static readonly Change OfTwoPeriods = new();

    private readonly ReadScope _scope;
    private readonly DayRange _before, _period;
    private readonly List<Voices> _audiences = [];

    private CommitteePages(ReadScope scope, DayRange before, DayRange period) => (_scope, _before, _period) = (scope, before, period);

    /// <summary>A figure that was compared with the period before.</summary>
    /// <param name="Unit">The unit with all below it; null for the whole.</param>
    /// <param name="Audience">Whose answers.</param>
    /// <param name="Indicator">The slug.</param>
    /// <param name="Figure">The change, as <c>change</c> has it; p adjusted over everything on all pages.</param>
    public sealed record Move(string? Unit, Audience Audience, string Indicator, Released<Figure> Figure);

    /// <summary>A figure whose whole interval lies on the wrong side of its target.</summary>
    /// <param name="Unit">The unit with all below it; null for the whole.</param>
    /// <param name="Target">What is wanted.</param>
    /// <param name="Figure">What there is.</param>
    public sealed record Miss(string? Unit, Target Target, Released<Figure> Figure);

    /// <summary>Reads the counts of the period and of the one before it.</summary>
    /// <param name="scope">The snapshot.</param>
    /// <param name="audiences">Whose answers may be seen.</param>
    /// <param name="before">The period before.</param>
    /// <param name="period">The period the pages are about.</param>
    public static async Task<CommitteePages> Read(ReadScope scope, IReadOnlyList<Audience> audiences, DayRange before, DayRange period)
    {
        var pages = new CommitteePages(scope, before, period);
        foreach (var audience in audiences) pages._audiences.Add(await pages.ReadVoices(audience));
        return pages;
    }

    /// <summary>
    /// Everything that was compared, in one family of comparisons: each indicator of means, shares and net figures that needs
    /// no parameter, for the whole and every unit that is not retired.
    /// </summary>
    public IReadOnlyList<Move> Compared()
    {
        string?[] units = [null, .. _scope.Units.All.Where(u => !u.IsRetired).Select(u => u.Code)];
        var found = _audiences.SelectMany(voices => units.Where(u => voices.Before.Has(u) && voices.After.Has(u)).SelectMany(unit => voices.Compared.Select(question =>
        {
            var (earlier, later) = (DraftOf(question, voices.Before, unit), DraftOf(question, voices.After, unit));
            if (earlier.Under != later.Under) return (Unit: unit, question.Request, later.Terms, Figure: Figure.Withheld);
            return (Unit: unit, question.Request, later.Terms, Figure: OfTwoPeriods.Between(question.Reading.Indicator, SideOf(earlier), SideOf(later), later.Terms));
        }))).ToList();
        return [.. found.Zip(Change.Adjusted([.. found.Select(f => f.Figure)]), (f, figure) => new Move(f.Unit, f.Request.Audience, f.Request.Indicator.Slug, Anonymity.Release(figure, OfTwoPeriods, f.Terms)))
            .Where(m => m.Figure.Value.Status == Status.Released)];
    }

    /// <summary>The figures of the period that are off target.</summary>
    /// <param name="units">Of these units, null for the whole.</param>
    public async Task<IReadOnlyList<Miss>> Missed(IReadOnlyCollection<string?> units)
    {
        var missed = new List<Miss>();
        foreach (var voices in _audiences)
        {
            foreach (var (target, question) in voices.Targets.Where(t => units.Contains(t.Target.Unit)))
            {
                if (question.Reading.ComparesAudiences && _audiences.Count < 2) continue;
                var request = question.Request with { Range = _period, Where = target.Unit is { } unit ? [(ResponseRules.Unit, unit)] : [] };
                if (question.Reading is GroupReading reading)
                {
                    if (!voices.After.Has(target.Unit)) continue;
                    var draft = reading.DraftOf(_scope, request, voices.After.Cube, voices.After.Row(target.Unit), question.Variables);
                    var figure = Anonymity.Release(draft.Figure, reading.Indicator, draft.Terms);
                    if (!TargetBook.IsOver(target, _period.To!.Value) && TargetBook.Judge(target, figure.Value) == Reached.No) missed.Add(new(target.Unit, target, figure));
                }
                else
                {
                    missed.AddRange((await IndicatorTable.Read(_scope, question.Reading, request)).Where(r => r.Reached == Reached.No).Select(r => new Miss(target.Unit, target, r.Figure)));
                }
            }
        }
        return missed;
    }

    private async Task<Voices> ReadVoices(Audience audience)
    {
        var compared = ReadingCatalogue.All.Where(r => r is GroupReading && r.Parameters.Count == 0 && r.Indicator.Audiences.Contains(audience))
            .Select(r => Ask(r, audience, null)).OfType<Question>().Where(q => q.Reading.HasSamples(q.Request)).ToList();
        var targets = _scope.Catalogue.Targets.Where(t => t.Audience == audience).GroupBy(t => (t.Indicator, t.Measure))
            .SelectMany(about => ReadingCatalogue.Find(about.Key.Indicator) is { } reading && Ask(reading, audience, about.Key.Measure) is { } question ? about.Select(t => (t, question)) : []).ToList();
        var variables = compared.Concat(targets.Select(t => t.question)).SelectMany(q => q.Variables).Distinct().ToList();
        List<Survey> surveys = [.. _scope.Catalogue.Of(audience)];
        return new Voices(compared, targets, await UnitCounts.Read(_scope, surveys, variables, _before), await UnitCounts.Read(_scope, surveys, variables, _period));
    }

    private Question? Ask(Reading reading, Audience audience, string? measure) => TargetQuestion.Ask(reading, audience, measure, _scope.Catalogue, out var request) is not null ? null
        : new Question(reading, request!, reading is GroupReading group ? group.Counted(request!) : []);

    private Draft DraftOf(Question question, UnitCounts counts, string? unit) =>
        ((GroupReading)question.Reading).DraftOf(_scope, question.Request with { IsCompared = true }, counts.Cube, counts.Row(unit), question.Variables);

    private static ChangeSide SideOf(Draft draft) => new(draft.Figure, draft.Sample) { Terms = draft.Terms };

    /// <summary>An indicator as it is without parameters, or as a target asks for it, and what is counted for it.</summary>
    private sealed record Question(Reading Reading, IndicatorRequest Request, IReadOnlyList<Variable> Variables);

    /// <summary>What one audience said.</summary>
    private sealed record Voices(IReadOnlyList<Question> Compared, IReadOnlyList<(Target Target, Question Question)> Targets, UnitCounts Before, UnitCounts After);
}
