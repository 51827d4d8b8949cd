using Feedback.Indicators.Audit;

namespace Feedback.Indicators.Tests.Audit;

/// <summary>
/// The answers to one item of an invented organisation of any size: divisions of 3 to 6 departments of 2 to 5 teams of about
/// exp(N(2.5, .7)) people, four dimensions, and teams that answer as beta(6, 3.2) has it, one in forty not at all. The same seed
/// makes the same people.
/// </summary>
internal sealed class InventedStaff
{
    private static readonly string[] Sites = ["site1", "site2", "site3", "site4", "site5", "site6"];

    private static readonly (string, double)[][] Shares =
    [
        [("AO", .31), ("EO", .29), ("HEO", .272), ("G7", .111), ("SCS", .017)],
        [("0-1", .14), ("1-3", .22), ("3-10", .38), ("10+", .26)],
        [("f", .53), ("m", .45), ("other", .02)],
    ];

    private readonly Random _random;
    private readonly Dictionary<string, (string? Parent, long Heads)> _units = [];
    private readonly Dictionary<(string Team, string Grade, string Tenure, string Site, string Gender), long> _answers = [];

    private InventedStaff(int people, int seed)
    {
        _random = new Random(seed);
        for (var (division, left) = (1, people); left > 0; division++) left -= Division(division, left);
    }

    public static AuditQuestion Question(int people, int seed, int k = 10)
    {
        var staff = new InventedStaff(people, seed);
        return new()
        {
            Dimensions = ["grade", "tenure", "location", "gender"],
            Classes = [.. staff._answers.Select(same => new ProfileClass(same.Key.Team, [same.Key.Grade, same.Key.Tenure, same.Key.Site, same.Key.Gender], same.Value))],
            Tree = [.. staff._units.Select(unit => new OrgNode(unit.Key, unit.Value.Parent, unit.Value.Heads))],
            MinimumGroup = k,
        };
    }

    private int Division(int division, int left)
    {
        var (taken, departments) = (0, _random.Next(3, 7));
        for (var department = 1; department <= departments; department++)
        {
            var teams = _random.Next(2, 6);
            for (var team = 1; team <= teams && taken < left; team++)
            {
                var size = Math.Min(left - taken, Math.Max(2, (int)Math.Round(Math.Exp(2.5 + .7 * Normal()))));
                taken += size;
                Team(["company", $"d{division}", $"d{division}.{department}", $"d{division}.{department}.{team}"], size, Sites[division % 6]);
            }
        }
        return taken;
    }

    private void Team(string[] path, int size, string home)
    {
        for (var i = 0; i < path.Length; i++) _units[path[i]] = (i == 0 ? null : path[i - 1], _units.GetValueOrDefault(path[i]).Heads + size);
        var rate = _random.Next(40) == 0 ? 0 : Beta(6, 3.2);
        for (var person = 0; person < size; person++)
        {
            var site = _random.NextDouble() < .8 ? home : Sites[_random.Next(6)];
            var profile = (path[^1], Pick(Shares[0]), Pick(Shares[1]), site, Pick(Shares[2]));
            if (_random.NextDouble() < rate * .97) _answers[profile] = _answers.GetValueOrDefault(profile) + 1;
        }
    }

    private string Pick((string Name, double Share)[] shares)
    {
        var (i, left) = (0, _random.NextDouble());
        for (; i < shares.Length - 1 && left >= shares[i].Share; i++) left -= shares[i].Share;
        return shares[i].Name;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private double Beta(double a, double b)
    {
        var (x, y) = (Gamma(a), Gamma(b));
        return x / (x + y);
    }

    /// <summary>Gamma of a shape of at least 1 (Marsaglia and Tsang 2000).</summary>
    private double Gamma(double shape)
    {
        var d = shape - 1.0 / 3;
        while (true)
        {
            var x = Normal();
            var v = Math.Pow(1 + x / Math.Sqrt(9 * d), 3);
            if (v > 0 && Math.Log(1 - _random.NextDouble()) < x * x / 2 + d * (1 - v + Math.Log(v))) return d * v;
        }
    }
}
