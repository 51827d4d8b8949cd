using Feedback.Indicators.Audit;

namespace Feedback.Indicators.Tests.Audit;

/// <summary>
/// Somebody who holds all the released cells and solves linear equations: written for clarity, with nothing of the audit in it.
/// A group of people follows if its row is a combination of the rows of the cells, here modulo 998,244,353.
/// </summary>
internal sealed class Attacker
{
    private const long Prime = 998_244_353;
    private readonly Dictionary<int, long[]> _rows = [];
    private readonly int _classes;

    public Attacker(int classes, IEnumerable<IReadOnlyCollection<int>> cells)
    {
        _classes = classes;
        foreach (var cell in cells) Learn(cell);
    }

    public bool WorksOut(IReadOnlyCollection<int> group) => Array.TrueForAll(Reduced(group), entry => entry == 0);

    /// <summary>Two profiles of together fewer than k people of which some combination follows, their sum or their difference for instance.</summary>
    public IEnumerable<(int One, int Other)> Pairs(AuditQuestion question)
    {
        var left = Enumerable.Range(0, _classes).Select(i => Reduced([i])).ToArray();
        var first = left.Select(row => Array.FindIndex(row, entry => entry != 0)).ToArray();
        for (var i = 0; i < _classes; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (question.Classes[i].People + question.Classes[j].People < question.MinimumGroup && (first[i] < 0 || first[j] < 0 || (first[i] == first[j] && IsMultiple(left[i], left[j], first[i]))))
                    yield return (i, j);
            }
        }
    }

    /// <summary>All cells of the grammar by name, from the classes alone.</summary>
    public static Dictionary<string, List<int>> Cells(AuditQuestion question)
    {
        var cells = new Dictionary<string, List<int>>();
        for (var i = 0; i < question.Classes.Count; i++)
        {
            foreach (var unit in UnitsAround(question, question.Classes[i].Unit))
            {
                foreach (var values in Values(question.Classes[i]))
                {
                    if (!cells.TryGetValue(unit + values, out var members)) cells.Add(unit + values, members = []);
                    members.Add(i);
                }
            }
        }
        return cells;
    }

    public static string Name(Cell cell) => cell.Unit + string.Concat(cell.Values.Select(part => $"|{part.Dimension}={part.Value ?? "<none>"}"));

    private static IEnumerable<string> UnitsAround(AuditQuestion question, string? unit)
    {
        yield return "";
        for (var node = question.Tree.FirstOrDefault(node => node.Code == unit); node is not null; node = question.Tree.FirstOrDefault(around => around.Code == node.Parent))
            yield return node.Code;
    }

    private static IEnumerable<string> Values(ProfileClass profile)
    {
        var parts = profile.Values.Select((value, d) => $"|{d}={value ?? "<none>"}").ToArray();
        yield return "";
        for (var a = 0; a < parts.Length; a++)
        {
            yield return parts[a];
            for (var b = a + 1; b < parts.Length; b++) yield return parts[a] + parts[b];
        }
    }

    private static bool IsMultiple(long[] row, long[] other, int first) =>
        Enumerable.Range(first, row.Length - first).All(i => row[i] * other[first] % Prime == other[i] * row[first] % Prime);

    private void Learn(IReadOnlyCollection<int> cell)
    {
        var row = Reduced(cell);
        var pivot = Array.FindIndex(row, entry => entry != 0);
        if (pivot < 0) return;
        var scale = Inverse(row[pivot]);
        for (var i = 0; i < _classes; i++) row[i] = row[i] * scale % Prime;
        foreach (var other in _rows.Values) Subtract(other, row, other[pivot]);
        _rows.Add(pivot, row);
    }

    private long[] Reduced(IReadOnlyCollection<int> group)
    {
        var row = new long[_classes];
        foreach (var i in group) row[i] = 1;
        foreach (var i in group)
        {
            if (_rows.TryGetValue(i, out var known)) Subtract(row, known, 1);
        }
        return row;
    }

    private static void Subtract(long[] from, long[] row, long times)
    {
        if (times == 0) return;
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] != 0) from[i] = (from[i] + (Prime - times) * row[i]) % Prime;
        }
    }

    private static long Inverse(long a)
    {
        var result = 1L;
        for (var exponent = Prime - 2; exponent > 0; exponent >>= 1, a = a * a % Prime)
        {
            if ((exponent & 1) == 1) result = result * a % Prime;
        }
        return result;
    }
}
