using System.Diagnostics;
using Feedback.Indicators.Audit;

namespace Feedback.Benchmarks;

/// <summary>The audit of one base of employee answers with four attributes at k = 10, its verification included, without the service around it.</summary>
public static class AuditBenchmark
{
    public static void Run(Report report, bool isQuick)
    {
        // The first is for the compiler.
        Measure(Question(1_500));
        int[] sizes = isQuick ? [1_500, 15_000] : [1_500, 15_000, 50_000];
        foreach (var size in sizes)
        {
            var question = Question(size);
            var (result, milliseconds, processor, memory) = Measure(question);
            report.AddTime(
                $"audit of one base, {size:N0} employees, {question.Classes.Sum(item => item.People):N0} answers",
                milliseconds,
                $"{question.Classes.Count:N0} classes, {result.ProtectedSets:N0} protected sets, {result.Released.Count:N0} of {result.Candidates:N0} cells released, {processor / 1000:0.0} s of processor, {memory >> 20} MB more at the most");
        }
    }

    private static AuditQuestion Question(int people)
    {
        var organisation = new InventedEmployees(people, 1);
        var heads = new Dictionary<string, long>();
        var parents = organisation.Units.ToDictionary(unit => unit.Code, unit => unit.Parent);
        foreach (var unit in organisation.Units)
        {
            for (var around = unit.Code; around is not null; around = parents[around]) heads[around] = heads.GetValueOrDefault(around) + unit.Headcount;
        }
        return new()
        {
            Dimensions = ["grade", "tenure", "location", "gender"],
            Classes = [.. organisation.People.Where(person => person.Answers).CountBy(person => person)
                .Select(same => new ProfileClass(same.Key.Team, [same.Key.Grade, same.Key.Tenure, same.Key.Location, same.Key.Gender], same.Value))],
            Tree = [.. organisation.Units.Select(unit => new OrgNode(unit.Code, unit.Parent, heads[unit.Code]))],
            MinimumGroup = 10,
        };
    }

    /// <summary>Time and processor time in milliseconds, and by how many bytes the process grew at the most meanwhile.</summary>
    private static (AuditResult Result, double Milliseconds, double Processor, long Memory) Measure(AuditQuestion question)
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var (before, most, processor) = (Environment.WorkingSet, 0L, Environment.CpuUsage.TotalTime);
        using (new Timer(_ => most = Math.Max(most, Environment.WorkingSet - before), null, 0, 20))
        {
            var watch = Stopwatch.StartNew();
            var result = ReleaseAudit.Run(question);
            return (result, watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds, most);
        }
    }
}
