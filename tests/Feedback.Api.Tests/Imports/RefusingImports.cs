using System.Text;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Imports;

/// <summary>A wrong map or file ends with exit code 2 and says what is wrong; nothing is stored.</summary>
public sealed class RefusingImports
{
    private ImportFolder _folder = null!;

    [SetUp]
    public void MakeAFolder() => _folder = new ImportFolder();

    [TearDown]
    public async Task DropTheFolder() => await _folder.DisposeAsync();

    [Test]
    public async Task A_column_that_is_not_in_the_file()
    {
        _folder.Map["items"]!["rating"]!["column"] = "Grade";
        await Refused("items.rating: The file has no column Grade.");
    }

    [Test]
    public async Task A_column_that_stands_twice_in_the_file()
    {
        _folder.Csv = "nr,grade,used,why,place,when,grade\n";
        await Refused("items.rating: The file has several columns grade.");
    }

    [Test]
    public async Task An_item_that_the_survey_does_not_ask()
    {
        _folder.Map["items"]!["Other"] = new JsonObject { ["column"] = "why" };
        await Refused("items.Other: The survey does not ask this item.");
    }

    [Test]
    public async Task A_dimension_that_the_survey_does_not_register()
    {
        _folder.Map["dimensions"]!["gate"] = new JsonObject { ["column"] = "place" };
        await Refused("dimensions.gate: The survey does not register this dimension.");
    }

    [Test]
    public async Task A_survey_that_does_not_exist()
    {
        _folder.Map.Remove("definition");
        await Refused("survey: There is no such survey; the map can bring its definition.");
    }

    [Test]
    public async Task A_definition_that_breaks_a_rule()
    {
        _folder.Map["definition"]!["items"]![0]!["high"] = 0;
        await Refused("definition, ");
    }

    [Test]
    public async Task A_code_that_means_two_things()
    {
        _folder.Map["items"]!["rating"]!["skipped"] = new JsonArray("9");
        await Refused("items.rating: A code means skipped or not shown, not both.");
    }

    [Test]
    public async Task A_map_without_a_day()
    {
        _folder.Map.Remove("answeredAt");
        await Refused("answeredAt: It says when the rows were answered");
    }

    [Test]
    public async Task A_map_without_an_id()
    {
        _folder.Map["id"] = new JsonArray();
        await Refused("id: It lists the column or columns");
    }

    [Test]
    public async Task A_month_that_is_none()
    {
        _folder.Map["answeredAt"]!["month"] = "2026-13";
        await Refused("answeredAt: The month is written like 2017-05.");
    }

    [Test]
    public async Task A_field_that_no_map_has()
    {
        _folder.Map["columns"] = new JsonArray();
        await Refused("columns");
    }

    [TestCase("file")]
    [TestCase("dimensions")]
    [TestCase("isTest")]
    public async Task A_null_where_a_value_belongs(string field)
    {
        _folder.Map[field] = null;
        await Refused(field);
    }

    [Test]
    public async Task Weights_of_employees()
    {
        _folder.Map["definition"]!["audience"] = "employee";
        _folder.Map["weight"] = new JsonObject { ["column"] = "grade" };
        await Refused("weight: Employees' answers are not weighted.");
    }

    [TestCase("a4,4,,\"left open,w,2026-03-01\n")]
    [TestCase("a4,4,,\"closed\" early,w,2026-03-01\n")]
    [TestCase("a4,4,,in \"side,w,2026-03-01\n")]
    public async Task A_file_that_is_not_csv(string row)
    {
        _folder.Csv += row;
        await Refused("Line 6: from here on it is not CSV");
    }

    [Test]
    public async Task A_file_that_is_not_utf8()
    {
        await File.WriteAllBytesAsync(_folder.Path("latin.csv"), Encoding.Latin1.GetBytes(_folder.Csv + "a4,4,,früh,w,2026-03-01\n"));
        await Refused("Line 6: it is not UTF-8.", "--file", _folder.Path("latin.csv"));
    }

    [Test]
    public async Task A_file_that_is_empty()
    {
        _folder.Csv = "";
        await Refused("The file is empty.");
    }

    [Test]
    public async Task A_file_that_is_not_there() => await Refused("nowhere.csv", "--file", _folder.Path("nowhere.csv"));

    private async Task Refused(string message, params string[] more)
    {
        var result = await _folder.Import(more);
        Assert.That(result.ExitCode, Is.EqualTo(2), result.Output + result.Errors);
        Assert.That(result.Errors, Does.Contain(message));
        Assert.That(result.Errors, Does.Not.Contain("   at "), "a stack trace");
        await _folder.AssertNothingWasStored();
    }
}
