using AngleSharp.Html.Dom;
using Virker.Platform;

namespace Virker.Tests.Support;

/// <summary>
/// Every form that any role is shown, sent by every role as it stands: by those who are shown it from their own page, by the others with its fields and a token of their own. What only
/// takes what is sent (it has no page) is sent to as well.
/// </summary>
internal sealed class SentForms(Crawl crawl)
{
    private const string Handler = "_handler";
    private const string Token = "_formular";

    private readonly List<Seen> _sent = [];

    public async Task<IReadOnlyList<Seen>> SendAsync()
    {
        var tokens = new Dictionary<string, string>();
        foreach (var (who, visitor) in crawl.Visitors) tokens[who] = TokenIn(await visitor.GetAsync(who == "anonymous" ? "/log-ind" : "/konto"));
        foreach (var (shownTo, address, form) in Forms().OrderBy(f => f.Address.StartsWith("/brugere", StringComparison.Ordinal)))
        {
            foreach (var (who, visitor) in crawl.Visitors.OrderBy(v => v.Key != shownTo)) await SendAsync(who, visitor, address, form, tokens[who]);
        }

        foreach (var address in crawl.Addresses.OnlySentTo()) await SendToAsync(address);
        return _sent;
    }

    /// <summary>One of each form, on an address whose ids are known by name where there is one.</summary>
    private IEnumerable<(string Who, string Address, IHtmlFormElement Form)> Forms() => crawl.Answers.Where(a => a.Answer.Status == 200 && !a.Address.StartsWith("/log-ind", StringComparison.Ordinal))
        .Select(a => (a.Who, a.Address, a.Answer, Name: crawl.Addresses.Named(a.Address))).OrderBy(a => a.Name.Contains("ukendt")).ThenBy(a => a.Address.Contains('?')).ThenBy(a => a.Name, StringComparer.Ordinal).ThenBy(a => a.Who, StringComparer.Ordinal)
        .SelectMany(a => a.Answer.Document.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Where(f => NameOf(f).Length > 0).Select(f => (a.Who, a.Address, Form: f)))
        .DistinctBy(f => (crawl.Addresses.RouteOf(f.Address)!.RoutePattern.RawText, Plain(NameOf(f.Form))));

    private async Task SendAsync(string who, Visitor visitor, string address, IHtmlFormElement form, string token)
    {
        var own = crawl.Find(who, address)?.Answer.Document.QuerySelectorAll("main form").OfType<IHtmlFormElement>().FirstOrDefault(f => NameOf(f) == NameOf(form));
        var fields = WebAnswer.FieldsOf(own ?? form).ToDictionary();
        if (own is null) (fields[Token], fields["_noegle"]) = (token, $"{Guid.NewGuid()}");
        var action = form.GetAttribute("action") is { Length: > 0 } stated ? stated : address;
        _sent.Add(new(who, address, await visitor.PostAsync(action, fields), default, Plain(NameOf(form))));
    }

    /// <summary>Somebody new, since what is sent to may end the session.</summary>
    private async Task SendToAsync(string address)
    {
        foreach (var role in Role.SignedIn)
        {
            var visitor = await crawl.Web.AsAsync(role);
            _sent.Add(new(role.Id, address, await visitor.PostAsync(address, [new(Token, TokenIn(await visitor.GetAsync("/konto")))]), default, "(intet)"));
        }

        var nobody = crawl.Web.Anybody();
        _sent.Add(new("anonymous", address, await nobody.PostAsync(address, [new(Token, TokenIn(await nobody.GetAsync("/log-ind")))]), default, "(intet)"));
    }

    private static string TokenIn(WebAnswer page) => page.Document.QuerySelector($"input[name='{Token}']")?.GetAttribute("value") ?? "";

    private static string NameOf(IHtmlFormElement form) => form.QuerySelector($"input[name='{Handler}']")?.GetAttribute("value") ?? "";

    /// <summary>A form of a row bears the row's identity in its name, which differs from run to run.</summary>
    internal static string Plain(string name) => Addresses.Id().Replace(name, "{id}");
}
