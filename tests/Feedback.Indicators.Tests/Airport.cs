using System.Globalization;

namespace Feedback.Indicators.Tests;

/// <summary>The airport survey of 2017 as the reference cases of drivers read it.</summary>
internal static class Airport
{
    /// <summary>Columns of the drivers.</summary>
    public static readonly string[] Drivers = ["Q7FOOD", "Q7STORE", "Q7SIGN", "Q7WALKWAYS", "Q7SCREENS"];

    /// <summary>Passengers of 2017 who answered all six questions, one each: 1..5, and 0..10 for the recommendation; other codes are no answer.</summary>
    public static IEnumerable<AnswerPattern> Cases()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Reference", "airport-2017.csv"));
        var header = lines[0].Split(',');
        foreach (var line in lines.Skip(1))
        {
            var cells = line.Split(',');
            var answers = Drivers.Prepend("NETPRO").Select(column => int.TryParse(cells[Array.IndexOf(header, column)], CultureInfo.InvariantCulture, out var code) ? code : -1).ToArray();
            if (answers[0] is >= 0 and <= 10 && answers.Skip(1).All(answer => answer is >= 1 and <= 5))
                yield return new(10 * answers[0], [.. answers.Skip(1).Select(answer => 25.0 * (answer - 1))], 1);
        }
    }
}
