using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Virker.Tests.Support;

/// <summary>
/// A browser without script: reads the page that answers a form (303), follows nothing else by itself, keeps cookies,
/// and sends forms with all that stands in them.
/// </summary>
internal sealed class Visitor(HttpClient client)
{
    public HttpClient Client => client;

    public async Task<WebAnswer> GetAsync(string url) => await WebAnswer.OfAsync(this, await client.GetAsync(url), url);

    public async Task<WebAnswer> PostAsync(string url, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var answer = await WebAnswer.OfAsync(this, await client.PostAsync(url, new FormUrlEncodedContent(fields)), url);
        return answer.Status == (int)HttpStatusCode.SeeOther ? await GetAsync(answer.Location!) : answer;
    }
}

/// <summary>What the site answered.</summary>
internal sealed class WebAnswer
{
    private readonly Visitor _visitor;
    private readonly string _url;
    private readonly Lazy<IHtmlDocument> _document;

    private WebAnswer(Visitor visitor, HttpResponseMessage response, string text, string url)
    {
        (_visitor, Response, Text, _url) = (visitor, response, text, url);
        _document = new(() => new HtmlParser().ParseDocument(text));
    }

    public HttpResponseMessage Response { get; }

    public int Status => (int)Response.StatusCode;

    public string Text { get; }

    /// <summary>Read when it is first asked for: most of what hostile requests get is never looked into.</summary>
    public IHtmlDocument Document => _document.Value;

    /// <summary>The page's words as a reader sees them.</summary>
    public string Words =>
        string.Join(
            ' ',
            (Document.QuerySelector("main")?.TextContent ?? "").Split(
                (char[]?)null,
                StringSplitOptions.RemoveEmptyEntries
            )
        );

    /// <summary>Where the answer leads, without the site's own name.</summary>
    public string? Location =>
        Response.Headers.Location is { IsAbsoluteUri: true, Host: WebHouse.Host } own
            ? own.PathAndQuery
            : Response.Headers.Location?.ToString();

    public static async Task<WebAnswer> OfAsync(Visitor visitor, HttpResponseMessage response, string url)
    {
        // A server on the network sends no other letters in a header, and throws; the one in the tests would.
        response
            .Headers.Concat(response.Content.Headers)
            .Where(h => h.Value.Any(v => v.Any(c => c is < ' ' or > '~')))
            .Select(h => $"{url} {h.Key}: {string.Join(", ", h.Value)}")
            .ShouldBeEmpty();
        return new(visitor, response, await response.Content.ReadAsStringAsync(), url);
    }

    /// <summary>Sends the form of that name as it stands, with these fields filled in.</summary>
    public Task<WebAnswer> SubmitAsync(string form, params (string Name, string Value)[] filled)
    {
        var element =
            Document.Forms.FirstOrDefault(f => f.QuerySelector("input[name='_handler']")?.GetAttribute("value") == form)
            ?? throw new InvalidOperationException($"The page at {_url} ({Status}) has no form \"{form}\".");
        var fields = element
            .QuerySelectorAll(
                "input[type=hidden], input[type=text], input[type=search], input[type=password], textarea, select"
            )
            .Select(Field)
            .Where(f => f.Key.Length > 0)
            .ToDictionary();
        foreach (var (name, value) in filled)
            fields[name] = value;
        return _visitor.PostAsync(element.GetAttribute("action") is { Length: > 0 } action ? action : _url, fields);
    }

    /// <summary>As in another tab: this page stays as it is.</summary>
    public Task<WebAnswer> SignOutAsync() =>
        _visitor.PostAsync(
            "/log-ud",
            [
                new(
                    "_formular",
                    Document.QuerySelector("form[action='/log-ud'] input[name='_formular']")!.GetAttribute("value")!
                ),
            ]
        );

    /// <summary>
    /// What a browser would send of the form as it stands: also what is chosen, and the first button.
    /// </summary>
    internal static IEnumerable<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form) =>
        form.QuerySelectorAll("input, textarea, select")
            .Where(e => !IsLeftOut(e))
            .Select(Field)
            .Concat(
                form.QuerySelectorAll("button[name]")
                    .Take(1)
                    .Select(b => new KeyValuePair<string, string>(
                        b.GetAttribute("name")!,
                        b.GetAttribute("value") ?? ""
                    ))
            )
            .Where(f => f.Key.Length > 0)
            .DistinctBy(f => f.Key);

    private static bool IsLeftOut(AngleSharp.Dom.IElement element) =>
        element
            is IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false }
                or IHtmlInputElement { Type: "file" or "submit" or "button" };

    private static KeyValuePair<string, string> Field(AngleSharp.Dom.IElement element) =>
        new(
            element.GetAttribute("name") ?? "",
            element switch
            {
                IHtmlTextAreaElement text => text.Value,
                IHtmlSelectElement select => select.Value ?? "",
                IHtmlInputElement input => input.Value,
                _ => "",
            }
        );
}
