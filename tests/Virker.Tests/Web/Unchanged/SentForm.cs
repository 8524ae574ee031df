using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>
/// A form of a page, as a browser sends it: what is ticked, chosen and written, and the button that Enter presses.
/// </summary>
internal sealed partial class SentForm(IHtmlFormElement form, string page)
{
    public string Name { get; } = Plain(form.QuerySelector("input[name='_handler']")?.GetAttribute("value") ?? "");

    public bool IsPost { get; } =
        string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase);

    public string Action { get; } = form.GetAttribute("action") is { Length: > 0 } action ? action : page;

    /// <summary>What somebody can write in, choose or tick.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Shown =>
        [.. Controls.Where(c => c.GetAttribute("type") != "hidden").SelectMany(Values)];

    /// <summary>All that is sent when the form's first button is pressed.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields =>
        [
            .. Controls.SelectMany(Values),
            .. form.QuerySelectorAll("button[type=submit]")
                .Take(1)
                .Where(b => b.HasAttribute("name"))
                .Select(b => new KeyValuePair<string, string>(b.GetAttribute("name")!, b.GetAttribute("value") ?? "")),
        ];

    public static IEnumerable<SentForm> Of(WebAnswer answer, string page) =>
        answer.Document.Forms.Select(f => new SentForm(f, page)).Where(f => f.IsPost);

    /// <summary>The name of a form that stands once for each of something, for all of them.</summary>
    public static string Plain(string name) => Number().Replace(Addresses.Id().Replace(name, "{id}"), "-{id}");

    [GeneratedRegex(@"-\d+(?=-|$)")]
    private static partial Regex Number();

    private IEnumerable<IElement> Controls =>
        form.QuerySelectorAll("input[name], textarea[name], select[name]").Where(e => !e.HasAttribute("disabled"));

    private static IEnumerable<KeyValuePair<string, string>> Values(IElement element)
    {
        var name = element.GetAttribute("name")!;
        return element switch
        {
            IHtmlTextAreaElement text => [new(name, text.Value.ReplaceLineEndings("\r\n"))],
            IHtmlSelectElement select => select
                .Options.Where(o => o.IsSelected)
                .Select(o => new KeyValuePair<string, string>(name, o.Value)),
            IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? [new(name, box.Value)] : [],
            IHtmlInputElement { Type: "file" or "submit" or "button" } => [],
            IHtmlInputElement input => [new(name, input.Value)],
            _ => [],
        };
    }
}
