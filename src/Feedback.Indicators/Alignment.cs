namespace Feedback.Indicators;

/// <summary>
/// Correlation of the employee and customer means of units (plain means of their waves), -1..1, weighted by w = 2ab/(a + b) with
/// a and b the people of both sides; interval by Fisher's z with half-width z/sqrt(effectiveUnits - 3), effectiveUnits =
/// (sum w)^2/sum w^2 (Fisher 1921; Kish 1965). Beside it always the correlation inside units, which is another thing
/// (Robinson 1950). n counts units, each of at least k people on both sides.
/// </summary>
public sealed class Alignment : Indicator
{
    private const int FewestUnits = 10, FewestPairs = 10;
    private const double FewestEffectiveUnits = 3, LowestReliability = .5;

    public override string Slug => "alignment";

    public override string Title => "Alignment";

    public override string Question => "Do units with better employee experience have better customer experience?";

    public override string Formula =>
        "Correlation of unit means over waves, weighted by 2ab/(a + b) of the people on both sides; Fisher's z interval on the "
        + "effective number of units. Within: the same inside units, cleared of unit and wave means. Lagged: next customer mean "
        + "on employee mean and present customer mean, by least squares. With an outcome the audience asked for stands in the "
        + "employees' place and the company's own figure in the customers'.";

    public override string Source => "Fisher (1921); Kish (1965); Robinson (1950) on units and people; Spearman (1904) on reliability.";

    public override string Caveat =>
        "Not for saying that one causes the other. Never read the estimate without the figure within units: a difference "
        + "between units is not an effect inside them.";

    public override double ScaleLow => -1;

    public override double ScaleHigh => 1;

    public override IReadOnlyList<string> Components =>
    [
        "effectiveUnits", "unitWaves", "withinR", "withinLow", "withinHigh", "laggedSlope", "laggedSlopeLow", "laggedSlopeHigh",
        "laggedN", "laggedR", "laggedRLow", "laggedRHigh", "disattenuatedR", "bothHigh", "employeeHigh", "customerHigh",
        "bothLow", "bothHighUnits", "employeeHighUnits", "customerHighUnits", "bothLowUnits",
    ];

    public override Needs Needs => new([], [], "measure");

    /// <summary>Fewer than 10 units, or no more than 3 effective ones: insufficient. No spread on a side: undefined. Gated.</summary>
    /// <param name="cells">Every unit and wave with both sides; those below k on either side are left out, and of employees those whose mean is not told.</param>
    /// <param name="terms">How it is asked for.</param>
    /// <param name="employeeReliability">ICC(2) of the employee means, or null.</param>
    /// <param name="customerReliability">ICC(2) of the customer means, or null.</param>
    /// <exception cref="ArgumentException">A unit twice in one wave.</exception>
    public Figure Of(IReadOnlyList<UnitWave> cells, Terms terms, double? employeeReliability = null, double? customerReliability = null)
    {
        Refuse(terms);
        if (cells.DistinctBy(cell => (cell.Unit, cell.Wave)).Count() < cells.Count)
            throw new ArgumentException("A unit is there twice in one wave.", nameof(cells));
        UnitWave[] waves =
        [
            .. cells.Where(cell => cell.EmployeeN >= terms.MinimumGroup && cell.CustomerN >= terms.MinimumGroup)
                .Select(cell => Served(cell, terms)).OfType<UnitWave>()
                .OrderBy(cell => cell.Unit, StringComparer.Ordinal).ThenBy(cell => cell.Wave),
        ];
        var reliability = Math.Min(employeeReliability ?? 0, customerReliability ?? 0) >= LowestReliability
            ? Math.Sqrt(employeeReliability!.Value * customerReliability!.Value)
            : (double?)null;
        return Anonymity.Gate(waves.Length == 0 ? Figure.Withheld : Work(waves, reliability) with { CountsCells = true }, terms);
    }

    /// <summary>With the mean of the first side as it is served; null where it is not told. Means come without their spread.</summary>
    private static UnitWave? Served(UnitWave cell, Terms terms) =>
        EmployeeGate.Served(new Moments((long)cell.EmployeeN, cell.Employee, 0), terms) is { } served ? cell with { Employee = served.Mean } : null;

    private static Figure Work(UnitWave[] waves, double? reliability)
    {
        AlignedUnit[] units = [.. waves.GroupBy(wave => wave.Unit).Select(AlignedUnit.Of)];
        double[] weights = [.. units.Select(unit => unit.Weight)];
        var effective = weights.Sum() * weights.Sum() / weights.Sum(weight => weight * weight);
        if (units.Length < FewestUnits || effective <= FewestEffectiveUnits)
            return Figure.Insufficient(units.Length);
        double[] employees = [.. units.Select(unit => unit.Employee)];
        double[] customers = [.. units.Select(unit => unit.Customer)];
        if (Correlation.Of(employees, customers, weights) is not { } r)
            return Figure.Undefined(units.Length);

        var half = Distributions.Z / Math.Sqrt(effective - 3);
        var parts = new ComponentSet().Add("effectiveUnits", effective).Add("unitWaves", (long)waves.Length);
        AddInterval(parts, "within", "withinR", Within(waves));
        AddLagged(parts, waves, half);
        parts.Add("disattenuatedR", reliability is { } both ? Math.Clamp(r / both, -1, 1) : null);
        AddQuadrants(parts, units, Correlation.Mean(employees, weights), Correlation.Mean(customers, weights));
        return Figure.Of(Correlation.Fisher(r, half), units.Length, units.Length, parts);
    }

    /// <summary>
    /// Inside the units with two or more waves; half-width z/sqrt(M - U - W - 1) for M unit-waves, U units and W waves. Null too
    /// where the means do not settle: units that hardly share waves.
    /// </summary>
    private static Estimate? Within(UnitWave[] waves)
    {
        var repeated = waves.GroupBy(wave => wave.Unit).Where(unit => unit.Count() > 1).SelectMany(unit => unit).ToArray();
        var (unitOf, units) = Numbered(repeated.Select(wave => wave.Unit));
        var (waveOf, numbers) = Numbered(repeated.Select(wave => wave.Wave));
        var freedom = repeated.Length - units - numbers - 1;
        if (freedom <= 0)
            return null;
        return TwoWayEffects.Residuals([.. repeated.Select(wave => wave.Employee)], unitOf, waveOf) is { } employees
            && TwoWayEffects.Residuals([.. repeated.Select(wave => wave.Customer)], unitOf, waveOf) is { } customers
            && Correlation.Of(employees, customers) is { } r
                ? Correlation.Fisher(r, Distributions.Z / Math.Sqrt(freedom))
                : null;
    }

    /// <summary>Numbers from 0 in the order in which the values first come, and how many there are.</summary>
    private static (int[] Numbers, int Count) Numbered<T>(IEnumerable<T> values)
        where T : notnull
    {
        var numbers = new Dictionary<T, int>();
        return ([.. values.Select(value => numbers.TryAdd(value, numbers.Count) ? numbers.Count - 1 : numbers[value])], numbers.Count);
    }

    /// <summary>
    /// The next customer mean of the same unit on this wave's employee mean: least squares given the present customer mean,
    /// and plain correlation. The latter is as wide as the number of effective units says: they are independent, their waves are not.
    /// </summary>
    private static void AddLagged(ComponentSet parts, UnitWave[] waves, double half)
    {
        var next = waves.ToDictionary(wave => (wave.Unit, wave.Wave));
        var pairs = waves.Where(wave => next.ContainsKey((wave.Unit, wave.Wave + 1)))
            .Select(wave => (Now: wave, Next: next[(wave.Unit, wave.Wave + 1)].Customer)).ToArray();
        double[] employees = [.. pairs.Select(pair => pair.Now.Employee)];
        double[] followed = [.. pairs.Select(pair => pair.Next)];
        var enough = pairs.Length >= FewestPairs;
        AddInterval(parts, "laggedSlope", "laggedSlope",
            enough ? LaggedSlope.Of(employees, [.. pairs.Select(pair => pair.Now.Customer)], followed) : null);
        parts.Add("laggedN", (long)pairs.Length);
        AddInterval(parts, "laggedR", "laggedR",
            enough && Correlation.Of(employees, followed) is { } r ? Correlation.Fisher(r, half) : null);
    }

    private static void AddQuadrants(ComponentSet parts, AlignedUnit[] units, double employees, double customers)
    {
        Add("bothHigh", unit => unit.Employee > employees && unit.Customer > customers);
        Add("employeeHigh", unit => unit.Employee > employees && unit.Customer <= customers);
        Add("customerHigh", unit => unit.Employee <= employees && unit.Customer > customers);
        Add("bothLow", unit => unit.Employee <= employees && unit.Customer <= customers);

        void Add(string quadrant, Func<AlignedUnit, bool> inside)
        {
            string[] names = [.. units.Where(inside).Select(unit => unit.Unit)];
            parts.Add(quadrant, (long)names.Length).Add(quadrant + "Units", names);
        }
    }

    private static void AddInterval(ComponentSet parts, string name, string estimate, Estimate? interval) =>
        parts.Add(estimate, interval?.Value).Add(name + "Low", interval?.Low).Add(name + "High", interval?.High);
}
