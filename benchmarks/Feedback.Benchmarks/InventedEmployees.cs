namespace Feedback.Benchmarks;

/// <summary>Somebody on the invented register.</summary>
internal sealed record Employee(string Team, string Grade, string Tenure, string Location, string Gender, bool Answers);

/// <summary>
/// An invented organisation of any size: divisions of 3 to 6 departments of 2 to 5 teams, team sizes log-normal, four attributes,
/// and an answering rate a team. The same seed gives the same organisation.
/// </summary>
internal sealed class InventedEmployees
{
    private static readonly (string Value, double Share)[] Grades = [("AO", .31), ("EO", .29), ("HEO", .272), ("G7", .111), ("SCS", .017)];
    private static readonly (string Value, double Share)[] Tenures = [("0-1", .14), ("1-3", .22), ("3-10", .38), ("10+", .26)];
    private static readonly (string Value, double Share)[] Genders = [("f", .53), ("m", .45), ("other", .02)];

    private readonly Random _random;

    public InventedEmployees(int people, int seed)
    {
        _random = new Random(seed);
        for (var division = 1; People.Count < people; division++) AddDivision(division, people);
    }

    public List<Employee> People { get; } = [];

    /// <summary>Code, parent, and people directly in it.</summary>
    public List<(string Code, string? Parent, int Headcount)> Units { get; } = [("company", null, 0)];

    private void AddDivision(int division, int people)
    {
        Units.Add(($"d{division}", "company", 0));
        var departments = _random.Next(3, 7);
        for (var department = 1; department <= departments && People.Count < people; department++)
        {
            Units.Add(($"d{division}.{department}", $"d{division}", 0));
            var teams = _random.Next(2, 6);
            for (var team = 1; team <= teams && People.Count < people; team++) AddTeam(division, $"d{division}.{department}", team, people);
        }
    }

    private void AddTeam(int division, string department, int number, int people)
    {
        var (code, rate) = ($"{department}.{number}", _random.NextDouble() < 1 / 40.0 ? 0 : Rate());
        var size = Math.Min(people - People.Count, Math.Max(2, (int)Math.Round(Math.Exp(2.5 + .7 * Normal()))));
        Units.Add((code, department, size));
        for (var i = 0; i < size; i++)
        {
            var site = _random.NextDouble() < .8 ? 1 + division % 6 : _random.Next(1, 7);
            People.Add(new Employee(code, Pick(Grades), Pick(Tenures), $"site{site}", Pick(Genders), _random.NextDouble() < rate));
        }
    }

    /// <summary>Beta(6, 3.2), by the method of Cheng being more than is needed here: a normal law of the same mean and deviation, cut.</summary>
    private double Rate() => Math.Clamp(.652 + .149 * Normal(), .1, 1);

    private string Pick((string Value, double Share)[] shares)
    {
        var left = _random.NextDouble();
        foreach (var (value, share) in shares)
        {
            if ((left -= share) < 0) return value;
        }
        return shares[^1].Value;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
