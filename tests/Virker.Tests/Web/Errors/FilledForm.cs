using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>
/// A form filled in by somebody who knows only what it says: a day of its calendar, a number, a clock, the first
/// choice, some words.
/// </summary>
internal sealed class FilledForm
{
    private const int MostDaysAhead = 21;

    private readonly IHtmlFormElement _form;
    private readonly DateOnly _today;
    private readonly List<KeyValuePair<string, string>> _filled;

    public FilledForm(IHtmlFormElement form, string page, DateOnly today)
    {
        (_form, _today) = (form, today);
        Action = form.GetAttribute("action") is { Length: > 0 } action ? action : page;
        _filled =
        [
            .. form.QuerySelectorAll("input[name], textarea[name], select[name]")
                .SelectMany(Fill)
                .DistinctBy(f => f.Key),
        ];
    }

    public string Action { get; }

    public string Name => _form.QuerySelector("input[name='_handler']")?.GetAttribute("value") ?? "";

    public IReadOnlyList<KeyValuePair<string, string>> Filled => [.. _filled, .. Button];

    /// <summary>What can be left empty: texts, days, choices. Each is named as it is sent.</summary>
    public IReadOnlyList<string> Fields =>
        [
            .. Written
                .Select(e => e.GetAttribute("name")!)
                .Where(n => _filled.Exists(f => f.Key == n && f.Value.Length > 0))
                .Distinct(),
        ];

    /// <summary>Those whose label says that they may be left empty.</summary>
    public IReadOnlyList<string> Optional =>
        [.. Fields.Where(f => LabelOf(f).Contains("(frivilligt)", StringComparison.Ordinal))];

    /// <summary>As it is filled in, with these left empty.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Without(params IReadOnlyCollection<string> fields) =>
        [
            .. Filled
                .Where(f => !fields.Contains(f.Key) || !IsRadio(f.Key))
                .Select(f => fields.Contains(f.Key) ? new(f.Key, "") : f),
        ];

    /// <summary>
    /// The choice of a time, where another one can be written beside it: only that asks for a day and a clock.
    /// </summary>
    public string? TimeChoice => _form.QuerySelector(".other-time") is null ? null
        : _form.QuerySelector("input[type=radio][value=anden]")?.GetAttribute("name");

    /// <summary>Something to write in.</summary>
    public bool IsText(string field) =>
        Written.Any(e =>
            e.GetAttribute("name") == field && e is IHtmlTextAreaElement or IHtmlInputElement { Type: not "radio" }
        );

    /// <summary>The field's id, which an error leads to.</summary>
    public string IdOf(string field) => IsRadio(field)
        ? _form.QuerySelectorAll("input").First(e => e.GetAttribute("name") == field).Closest("fieldset")?.Id ?? ""
        : Written.First(e => e.GetAttribute("name") == field).Id ?? "";

    public static IEnumerable<FilledForm> Of(WebAnswer answer, string page, DateOnly today) =>
        answer
            .Document.Forms.Where(f =>
                string.Equals(f.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase)
            )
            .Select(f => new FilledForm(f, page, today));

    private IEnumerable<IElement> Written =>
        _form.QuerySelectorAll("input[name], textarea[name], select[name]").Where(CanBeEmptied);

    private IEnumerable<KeyValuePair<string, string>> Button =>
        _form
            .QuerySelectorAll("button[type=submit]")
            .Take(1)
            .Where(b => b.HasAttribute("name"))
            .Select(b => new KeyValuePair<string, string>(b.GetAttribute("name")!, b.GetAttribute("value") ?? ""));

    private static bool CanBeEmptied(IElement element) => element switch
    {
        IHtmlInputElement { Type: "text" or "radio" or "tel" or "email" or "url" } => true,
        IHtmlTextAreaElement => true,
        IHtmlSelectElement select => select.Options.Any(o => o.Value.Length == 0),
        _ => false,
    };

    private bool IsRadio(string name) =>
        _form.QuerySelectorAll("input[type=radio]").Any(e => e.GetAttribute("name") == name);

    private string LabelOf(string name)
    {
        var field = Written.First(e => e.GetAttribute("name") == name);
        return _form.QuerySelectorAll("label").FirstOrDefault(l => l.GetAttribute("for") == field.Id)?.TextContent
            ?? "";
    }

    private IEnumerable<KeyValuePair<string, string>> Fill(IElement element)
    {
        var name = element.GetAttribute("name")!;
        return element switch
        {
            IHtmlInputElement { Type: "file" or "submit" or "button" or "password" or "date" } => [],
            IHtmlInputElement { Type: "checkbox" } box => box.IsChecked ? [new(name, box.Value)] : [],
            IHtmlInputElement { Type: "radio" } box => box.IsChecked || !IsChosen(name) ? [new(name, box.Value)] : [],
            IHtmlInputElement { Type: "hidden" } hidden => [new(name, hidden.Value)],
            IHtmlSelectElement select =>
            [
                new(
                    name,
                    select.Value is { Length: > 0 } chosen
                        ? chosen
                        : select.Options.FirstOrDefault(o => o.Value.Length > 0)?.Value ?? ""
                ),
            ],
            IHtmlTextAreaElement { Value.Length: > 0 } text => [new(name, text.Value)],
            IHtmlInputElement { Value.Length: > 0 } text => [new(name, text.Value)],
            _ => [new(name, Words(element))],
        };
    }

    private bool IsChosen(string name) =>
        _form
            .QuerySelectorAll("input[type=radio]")
            .OfType<IHtmlInputElement>()
            .Any(r => r.GetAttribute("name") == name && r.IsChecked);

    private string Words(IElement element)
    {
        if (element.ParentElement?.QuerySelector("[data-picks]") is { } calendar)
            return DayOf(calendar);
        var label =
            _form.QuerySelectorAll("label").FirstOrDefault(l => l.GetAttribute("for") == element.Id)?.TextContent ?? "";
        return label.Contains("kl", StringComparison.OrdinalIgnoreCase) ? "10.00"
            : element.GetAttribute("inputmode") is "numeric" or "decimal" ? "20"
            : label.Contains("CPR", StringComparison.Ordinal) ? SmallTown.CprOf(new(1985, 3, 14)).Digits
            : "Noget, der er skrevet for at prøve.";
    }

    private string DayOf(IElement calendar)
    {
        var wished = _today.AddDays(MostDaysAhead);
        if (Day(calendar.GetAttribute("max")) is { } max && max < wished) wished = max;
        if (Day(calendar.GetAttribute("min")) is { } min && min > wished) wished = min;
        return wished.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
    }

    private static DateOnly? Day(string? iso) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
