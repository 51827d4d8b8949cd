namespace Feedback.Indicators;

/// <summary>One unit in one wave, seen from both sides. Each side holds at least k people; smaller ones are left out.</summary>
/// <param name="Unit">Name of the unit.</param>
/// <param name="Wave">Number of the wave; the next one is higher by 1.</param>
/// <param name="Employee">Mean of the employees, 0..100 (or of whoever comes first in the chain).</param>
/// <param name="EmployeeN">People behind it.</param>
/// <param name="Customer">Mean of the customers, or the company's own outcome in its own units; of the wave that the lag asked for.</param>
/// <param name="CustomerN">People behind it; infinite for an outcome, which is no sample.</param>
public sealed record UnitWave(string Unit, int Wave, double Employee, double EmployeeN, double Customer, double CustomerN);

/// <summary>One unit over all its waves.</summary>
/// <param name="Unit">Name of the unit.</param>
/// <param name="Employee">Plain mean of the waves, so that a wave with many answers is not the unit.</param>
/// <param name="Customer">The same of the other side.</param>
/// <param name="Weight">w = 2ab/(a + b) of the summed people of both sides: 2a if b is infinite.</param>
internal sealed record AlignedUnit(string Unit, double Employee, double Customer, double Weight)
{
    public static AlignedUnit Of(IGrouping<string, UnitWave> waves) => new(
        waves.Key,
        waves.Average(wave => wave.Employee),
        waves.Average(wave => wave.Customer),
        2 / (1 / waves.Sum(wave => wave.EmployeeN) + 1 / waves.Sum(wave => wave.CustomerN)));
}
