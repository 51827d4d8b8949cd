using System.Text;

namespace Feedback.Api.Tests.Imports;

/// <summary>Whatever comes in is read or refused: no bytes make the service fail.</summary>
public sealed class ReadingAnything(string engine) : ServiceFixture(engine)
{
    private static readonly string[] Pieces = ["\"", ",", "\t", "\n", "\r\n", ";", "{", "}", "[", "null", "\0", "\ufeff", "\\u0000", "\\ud800", "{question_not_shown}", "-99", "\u001f", "\u001e", "id", "1e999", "99999999999999999999", "2026-13-45", "=1+1", "é"];

    [TestCase("csv", "plain.csv")]
    [TestCase("qualtrics-csv", "qualtrics-numbers.csv")]
    [TestCase("qualtrics-csv", "qualtrics-texts.csv")]
    [TestCase("limesurvey-vv", "vv.tsv")]
    [TestCase("viva-glint-csv", "glint.csv")]
    [TestCase("typeform", "typeform.json")]
    [TestCase("formbricks", "formbricks.json")]
    public async Task A_file_with_anything_changed_in_it_is_read_or_refused(string format, string name)
    {
        var definition = Importing.VisitSurvey();
        definition["items"]![0]!["aliases"]!.AsArray().Add("I can speak up");
        var survey = await Service.Publish(definition);
        var file = await Importing.File(name);
        var random = new Random(20261122);
        var answers = new Dictionary<int, int>();
        for (var i = 0; i < 150; i++)
        {
            var body = i < 10 ? Bytes(random, random.Next(400)) : Mutated(file, random);
            var answer = await Service.Ingest.Import(format, survey, body, more: i % 2 == 0 ? "&dryRun=true" : "");
            var status = (int)answer.StatusCode;
            answers[status] = answers.GetValueOrDefault(status) + 1;
            Assert.That(status, Is.EqualTo(200).Or.EqualTo(400), $"round {i}: {await answer.Content.ReadAsStringAsync()}\n{string.Join('\n', Service.Log.Errors)}\n{Encoding.Latin1.GetString(body)}");
        }
        Assert.That(Service.Log.Errors, Is.Empty);
        Assert.That(answers.Keys, Is.EquivalentTo(new[] { 200, 400 }), "some of either");
    }

    [Test]
    public async Task A_note_that_holds_half_a_character_is_no_note()
    {
        var survey = await Service.Publish(Importing.VisitSurvey());
        var file = Encoding.UTF8.GetString(await Importing.File("qualtrics-texts.csv")).Replace("QID8", "\\ud800");
        (await Service.Ingest.Import("qualtrics-csv", survey, file).Body()).Counted(2, 2, 0, 0, 0);
        Assert.That(Service.Log.Errors, Is.Empty);
    }

    private static byte[] Mutated(byte[] file, Random random)
    {
        var bytes = file.ToList();
        for (var i = random.Next(1, 6); i > 0 && bytes.Count > 0; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)])); break;
                case 2: bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)); break;
                default: bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count)).Take(random.Next(60)).ToList()); break;
            }
        }
        return [.. bytes];
    }

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
