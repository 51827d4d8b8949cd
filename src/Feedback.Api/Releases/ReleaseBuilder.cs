using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Indicators.Audit;

namespace Feedback.Api.Releases;

/// <summary>What a release will store of a period, worked out and not stored yet.</summary>
/// <param name="Frozen">The tree and the listed values (<see cref="FrozenPeriod"/>).</param>
/// <param name="Bases">Base to frozen cube (<see cref="FrozenBase"/>).</param>
/// <param name="Rows">Question to the figures that answer it, worked out from raw answers (<see cref="DriverRow"/>).</param>
/// <param name="Audited">Base to what the audit counted.</param>
/// <param name="People">How many responses it rests on.</param>
public sealed record BuiltRelease(
    string Frozen, IReadOnlyDictionary<string, string> Bases, IReadOnlyDictionary<string, string> Rows, IReadOnlyDictionary<string, AuditedBase> Audited, long People)
{
    /// <summary>The comments that are shown.</summary>
    public IReadOnlyList<ReleasedComment> Comments { get; init; } = [];

    /// <summary>SHA-256 of every figure that is served from it, hexadecimal.</summary>
    public string Hash { get; } = HashOf(Frozen, Bases, Rows);

    /// <summary>The hash of what a release stores, as it was worked out when it was.</summary>
    internal static string HashOf(string frozen, IReadOnlyDictionary<string, string> bases, IReadOnlyDictionary<string, string> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(frozen));
        foreach (var (name, content) in bases.OrderBy(b => b.Key, StringComparer.Ordinal).Concat(rows.OrderBy(r => r.Key, StringComparer.Ordinal))) hash.AppendData(Encoding.UTF8.GetBytes($"\n{name}\n{content}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>What the audit of one base counted; for operators only.</summary>
/// <param name="People">In the base.</param>
/// <param name="Candidates">Cells with k people or more.</param>
/// <param name="Released">Those that were released.</param>
/// <param name="Refused">Those that would have given somebody away.</param>
/// <param name="ProtectedSets">Groups of fewer than k people that were watched.</param>
/// <param name="Kinds">Which kinds of cells were looked at.</param>
/// <param name="Primes">The primes that the audit and its verification calculated with, as texts: most readers of JSON would round them.</param>
public sealed record AuditedBase(long People, int Candidates, int Released, int Refused, int ProtectedSets, string Kinds, IReadOnlyList<string> Primes);

/// <summary>Freezes a period: counts by base, audits every base, and keeps the counts of the cells that come out (ANONYMITY, section 4).</summary>
public sealed class ReleaseBuilder(Survey survey, UnitTree tree, IEnumerable<Cohort> cohorts, int minimumGroup)
{
    private static readonly int AtOnce = Math.Max(1, Environment.ProcessorCount);

    private readonly string[] _dimensions = [.. survey.Dimensions.Where(d => d != ResponseRules.Unit).Order(StringComparer.Ordinal)];
    private readonly Dictionary<int, Cohort> _cohorts = cohorts.ToDictionary(c => c.Id);
    private readonly IReadOnlyList<OrgNode> _nodes = [.. tree.All.OrderBy(u => u.Code, StringComparer.Ordinal).Select(u => new OrgNode(u.Code, u.Parent, tree.Headcount(u.Code)))];

    /// <summary>Works the release out from what was counted.</summary>
    /// <param name="counts">Of the period.</param>
    /// <param name="written">In it.</param>
    /// <param name="invited">Cohort to people who were invited in it.</param>
    /// <param name="rows">Question to figures that were worked out from its raw answers.</param>
    /// <param name="done">Told of every base that is finished.</param>
    /// <param name="cancellation">Ends it early; nothing was stored.</param>
    public BuiltRelease Build(PeriodCounts counts, WrittenComments written, IReadOnlyDictionary<int, int> invited, IReadOnlyDictionary<string, string> rows, Action<int, int> done, CancellationToken cancellation)
    {
        var bases = ReleaseBase.Of(survey, counts, written);
        var everybody = bases.FirstOrDefault(b => b.Name == ReleaseBase.Responses);
        var overfull = Overfull(everybody);
        var (cubes, audited, finished) = (new string[bases.Count], new AuditedBase[bases.Count], 0);
        Parallel.For(0, bases.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, i =>
        {
            (cubes[i], audited[i]) = Freeze(bases[i], overfull, cancellation);
            done(Interlocked.Increment(ref finished), bases.Count);
        });
        var frozen = FrozenPeriod.ToText(tree.All, Listed(everybody), bases.ToDictionary(b => b.Name, b => (int[])[.. b.Counts.Select(c => c.Variable).Distinct().Order()]));
        var stored = bases.Zip(cubes).ToDictionary(b => b.First.Name, b => b.Second);
        if (everybody is not null) stored[ReleaseBase.Invited] = Invited(FrozenBase.Parse(stored[ReleaseBase.Responses]), everybody.People, invited);
        return new BuiltRelease(frozen, stored, rows,
            bases.Zip(audited).ToDictionary(b => b.First.Name, b => b.Second),
            everybody?.People.Values.Sum(n => (long)n) ?? 0)
        {
            Comments = CommentsOf(written, stored.GetValueOrDefault(ReleaseBase.Comments)),
        };
    }

    /// <summary>Audits a base given by people per cohort.</summary>
    public (AuditResult Result, int[] CohortOfClass) Audit(IReadOnlyDictionary<int, int> people, IReadOnlySet<string> overfull, CancellationToken cancellation)
    {
        var ordered = people.Where(p => p.Value > 0).Select(p => (Cohort: p.Key, Class: ClassOf(p.Key, p.Value))).OrderBy(p => p.Cohort).ToList();
        var result = ReleaseAudit.Run(new AuditQuestion
        {
            Dimensions = _dimensions,
            Classes = [.. ordered.Select(p => p.Class)],
            Tree = _nodes,
            MinimumGroup = minimumGroup,
            IsOpen = survey.Access == "open",
            Overfull = overfull,
        }, cancellation);
        return (result, [.. ordered.Select(p => p.Cohort)]);
    }

    private (string Cube, AuditedBase Audited) Freeze(ReleaseBase own, IReadOnlySet<string> overfull, CancellationToken cancellation)
    {
        var (result, cohortOfClass) = Audit(own.People, overfull, cancellation);
        var slots = own.Counts.Select(c => (c.Variable, c.Value, c.Complete)).Distinct().Order().ToList();
        var numbers = slots.Select((slot, i) => (slot, i)).ToDictionary(s => s.slot, s => s.i);
        var ofCohort = own.Counts.ToLookup(c => c.Cohort, c => (Slot: numbers[(c.Variable, c.Value, c.Complete)], c.N));
        (int Slot, int N)[][] ofClass = [.. cohortOfClass.Select(c => ofCohort[c].ToArray())];
        var cube = FrozenBase.ToText(slots, result.Released.Select(cell => new FrozenCell(
            cell.Cell.Unit, [.. cell.Cell.Values.Select(v => (_dimensions[v.Dimension], v.Value))], cell.People, Sum(cell.Classes, ofClass, slots.Count))));
        return (cube, new AuditedBase(own.People.Values.Sum(), result.Candidates, result.Released.Count, result.Refused, result.ProtectedSets, result.Kinds, [.. result.Primes.Select(p => p.ToString(CultureInfo.InvariantCulture))]));
    }

    private IReadOnlyList<ReleasedComment> CommentsOf(WrittenComments written, string? cube) => cube is null ? []
        : new CommentRelease(tree, cohort => _cohorts[cohort].Values.GetValueOrDefault(ResponseRules.Unit), minimumGroup).Show(written.WithoutConcerns(), FrozenBase.Parse(cube));

    private static int[] Sum(IReadOnlyList<int> classes, (int Slot, int N)[][] ofClass, int slots)
    {
        var sums = new int[slots];
        foreach (var number in classes)
        {
            foreach (var (slot, n) in ofClass[number]) sums[slot] += n;
        }
        return [.. sums.SelectMany((n, slot) => n == 0 ? Array.Empty<int>() : [slot, n])];
    }

    private ProfileClass ClassOf(int cohort, int people)
    {
        var values = _cohorts[cohort].Values;
        return new ProfileClass(values.GetValueOrDefault(ResponseRules.Unit), [.. _dimensions.Select(d => values.GetValueOrDefault(d))], people);
    }

    private string Invited(FrozenBase responses, IReadOnlyDictionary<int, int> answered, IReadOnlyDictionary<int, int> invited)
    {
        var cells = new InvitedCells(tree, _dimensions, minimumGroup);
        foreach (var (cohort, n) in invited) cells.Invite(_cohorts[cohort], n);
        foreach (var (cohort, n) in answered) cells.Answer(_cohorts[cohort], n);
        return FrozenBase.ToText([], cells.Shown(responses.Cells));
    }

    /// <summary>The nodes in which more people answered than there are: the register is wrong, or somebody answered for others (R14). The whole is "".</summary>
    private HashSet<string> Overfull(ReleaseBase? everybody)
    {
        var answered = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (cohort, n) in everybody?.People ?? new Dictionary<int, int>())
        {
            foreach (var node in tree.Upward(_cohorts[cohort].Values.GetValueOrDefault(ResponseRules.Unit) ?? "").Select(u => u.Code).Append("")) answered[node] = answered.GetValueOrDefault(node) + n;
        }
        return [.. answered.Where(a => (a.Key.Length == 0 ? tree.Headcount() : tree.Headcount(a.Key)) < a.Value).Select(a => a.Key)];
    }

    /// <summary>The values of each dimension that breakdowns may name: those the survey lists, and those that k people have.</summary>
    private Dictionary<string, List<string?>> Listed(ReleaseBase? everybody) => _dimensions.ToDictionary(dimension => dimension, dimension =>
    {
        var had = (everybody?.People ?? new Dictionary<int, int>()).GroupBy(p => _cohorts[p.Key].Values.GetValueOrDefault(dimension) ?? "").Where(g => g.Sum(p => p.Value) >= minimumGroup).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var listed = survey.Versions.SelectMany(v => v.DimensionValues.GetValueOrDefault(dimension) ?? []).ToHashSet(StringComparer.Ordinal);
        return new List<string?>([.. had.Contains("") ? (string?[])[null] : [], .. had.Where(v => v.Length > 0).Union(listed).Order(StringComparer.Ordinal)]);
    });
}
