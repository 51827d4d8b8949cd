namespace Feedback.Api.Features.Imports.Formats;

/// <summary>Every format there is.</summary>
internal static class ImportFormats
{
    public static IReadOnlyList<ImportFormat> All { get; } = [new PlainCsv(), new Formbricks(), new LimeSurveyVv(), new QualtricsCsv(), new Typeform(), new VivaGlintCsv()];

    public static string Names { get; } = string.Join(", ", All.Select(f => f.Name));

    public static ImportFormat? Find(string name) => All.FirstOrDefault(f => f.Name == name);
}
