using System.Net;
using System.Text.RegularExpressions;

namespace Feedback.Api.Tests.Pages;

/// <summary>A page as a browser without script has it: its text, and a form that is sent as it stands, with what somebody fills in.</summary>
internal sealed partial class Page
{
    private readonly HttpClient _client;
    private readonly HttpResponseMessage _answer;

    private Page(HttpClient client, HttpResponseMessage answer, string text) => (_client, _answer, Text) = (client, answer, text);

    /// <summary>The HTML.</summary>
    public string Text { get; }

    public int Status => (int)_answer.StatusCode;

    /// <summary>Where a redirect leads.</summary>
    public Uri? Location => _answer.Headers.Location;

    public HttpResponseMessage Answer => _answer;

    /// <summary>The fields of the first form with the values they have: hidden ones, texts, and what is chosen.</summary>
    public List<KeyValuePair<string, string>> Fields { get; private init; } = [];

    public string? Title => TitlePattern().Match(Text) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    public string? Field(string name) => Fields.FirstOrDefault(f => f.Key == name).Value;

    /// <summary>Opens an address.</summary>
    /// <param name="service">The service.</param>
    /// <param name="path">The address.</param>
    /// <param name="languages">What the browser accepts.</param>
    public static async Task<Page> Open(TestService service, string path, string? languages = null)
    {
        var client = service.Client(null, new HttpClientHandler { AllowAutoRedirect = false });
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (languages is not null) request.Headers.TryAddWithoutValidation("Accept-Language", languages);
        return await Of(client, await client.SendAsync(request));
    }

    /// <summary>Sends the form with what somebody changed; the last value of a name counts, and null leaves it out.</summary>
    public async Task<Page> Send(string go, params (string Name, string? Value)[] filled)
    {
        var names = filled.Select(f => f.Name).ToHashSet();
        var fields = Fields.Where(f => !names.Contains(f.Key)).Concat(filled.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!))).Append(KeyValuePair.Create("go", go));
        return await Post(ActionPattern().Match(Text).Groups[1].Value, fields);
    }

    public async Task<Page> Post(string action, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var address = new Uri(_answer.RequestMessage!.RequestUri!, action.Split('#')[0]);
        return await Of(_client, await _client.PostAsync(address, new FormUrlEncodedContent(fields)));
    }

    /// <summary>Goes where a redirect leads.</summary>
    public async Task<Page> Follow() => await Of(_client, await _client.GetAsync(new Uri(_answer.RequestMessage!.RequestUri!, Location!)));

    private static async Task<Page> Of(HttpClient client, HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode != 303) Assert.That(answer.Content.Headers.ContentType?.ToString(), Is.EqualTo("text/html; charset=utf-8"), text);
        return new Page(client, answer, text) { Fields = [.. Read(text)] };
    }

    private static IEnumerable<KeyValuePair<string, string>> Read(string text)
    {
        foreach (Match input in InputPattern().Matches(text))
        {
            var attributes = AttributePattern().Matches(input.Value).ToDictionary(a => a.Groups[1].Value, a => WebUtility.HtmlDecode(a.Groups[2].Value));
            var isBox = attributes["type"] is "radio" or "checkbox";
            if (!isBox || CheckedPattern().IsMatch(input.Value)) yield return KeyValuePair.Create(attributes["name"], attributes["value"]);
        }
        foreach (Match area in AreaPattern().Matches(text)) yield return KeyValuePair.Create(area.Groups[1].Value, WebUtility.HtmlDecode(area.Groups[2].Value));
        foreach (Match list in SelectPattern().Matches(text))
        {
            var chosen = ChosenPattern().Match(list.Groups[2].Value);
            yield return KeyValuePair.Create(list.Groups[1].Value, chosen.Success ? WebUtility.HtmlDecode(chosen.Groups[1].Value) : "");
        }
    }

    [GeneratedRegex("<title>([^<]*)</title>")]
    private static partial Regex TitlePattern();

    [GeneratedRegex("<form[^>]* action=\"([^\"]*)\"")]
    private static partial Regex ActionPattern();

    [GeneratedRegex("<input [^>]*>")]
    private static partial Regex InputPattern();

    [GeneratedRegex("([a-z]+)=\"([^\"]*)\"")]
    private static partial Regex AttributePattern();

    [GeneratedRegex(" checked>")]
    private static partial Regex CheckedPattern();

    [GeneratedRegex("<textarea [^>]*name=\"([^\"]*)\"[^>]*>\n([^<]*)</textarea>")]
    private static partial Regex AreaPattern();

    [GeneratedRegex("<select name=\"([^\"]*)\"[^>]*>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex SelectPattern();

    [GeneratedRegex("<option value=\"([^\"]*)\"[^>]* selected>")]
    private static partial Regex ChosenPattern();
}
