using System.Collections.Concurrent;
using AngleSharp.Html.Dom;
using Virker.Platform;

namespace Virker.Tests.Support;

/// <summary>A form that was sent: by whom, at which address, whether they were shown it there, and what came.</summary>
internal sealed record SentByOne(string Who, string Address, string Form, bool WasShown, WebAnswer Answer)
{
    /// <summary>Neither sent on to sign in nor told that it is not theirs, or not there.</summary>
    public bool WasTaken =>
        Answer.Status is 200 or 409 or 422 || (Answer.Status == 302 && !LeadsAway(Answer.Location ?? ""));

    private static bool LeadsAway(string to) =>
        to.StartsWith("/log-ind", StringComparison.Ordinal) || to.Contains("/begrundelse", StringComparison.Ordinal);
}

/// <summary>
/// Every form that any role is shown, sent by every role as it stands: by those who are shown it from a page of their
/// own, by the others with its fields and a token of their own. What only
/// takes what is sent (it has no page) is sent to as well. All is rehearsed: nothing that is sent stays, so that each
/// form meets the town as it was.
/// </summary>
internal sealed class SentForms(Crawl crawl)
{
    private const string Handler = "_handler";
    private const string Token = "_formular";

    private readonly ConcurrentBag<SentByOne> _sent = [];

    public async Task<IReadOnlyList<SentByOne>> SendAsync()
    {
        var forms = Forms().ToList();
        await crawl.EachAsync(
            async (who, visitor) =>
            {
                var token = TokenIn(await visitor.GetAsync(who == Crawl.Nobody ? "/log-ind" : "/konto"));
                foreach (var shown in forms)
                    await SendAsync(
                        who,
                        visitor,
                        shown.FirstOrDefault(s => s.Who == who) is { Form: not null } own ? own : shown[0],
                        token
                    );
            }
        );
        foreach (var address in crawl.Addresses.OnlySentTo())
            await SendToAsync(address);
        return [.. _sent];
    }

    /// <summary>
    /// Each form with everybody who is shown it, and where: at an address whose ids are known by name where there is
    /// one.
    /// </summary>
    private IEnumerable<IReadOnlyList<(string Who, string Address, IHtmlFormElement Form)>> Forms() =>
        crawl
            .Answers.Where(a => a.Answer.Status == 200 && !a.Address.StartsWith("/log-ind", StringComparison.Ordinal))
            .Select(a => (a.Who, a.Address, a.Answer, Name: crawl.Addresses.Named(a.Address)))
            .OrderBy(a => a.Name.Contains("ukendt"))
            .ThenBy(a => a.Address.Contains('?'))
            .ThenBy(a => a.Name, StringComparer.Ordinal)
            .ThenBy(a => a.Who, StringComparer.Ordinal)
            .SelectMany(a => FormsOf(a.Answer).Select(f => (a.Who, a.Address, Form: f)))
            .GroupBy(f => (crawl.Addresses.RouteOf(f.Address)!.RoutePattern.RawText, Plain(NameOf(f.Form))))
            .Select(g => g.DistinctBy(f => f.Who).ToList());

    private async Task SendAsync(
        string who,
        Visitor visitor,
        (string Who, string Address, IHtmlFormElement Form) shown,
        string token
    )
    {
        var own = crawl.Find(who, shown.Address) is { } page
            ? FormsOf(page.Answer).FirstOrDefault(f => NameOf(f) == NameOf(shown.Form))
            : null;
        var fields = WebAnswer.FieldsOf(own ?? shown.Form).ToDictionary();
        (fields[Token], fields["_noegle"]) = (own is null ? token : fields[Token], $"{Guid.NewGuid()}");
        var action = shown.Form.GetAttribute("action") is { Length: > 0 } stated ? stated : shown.Address;
        _sent.Add(
            new(who, shown.Address, Plain(NameOf(shown.Form)), own is not null, await visitor.PostAsync(action, fields))
        );
    }

    /// <summary>Somebody new, since what is sent to may end the session.</summary>
    private async Task SendToAsync(string address)
    {
        foreach (var role in Role.SignedIn)
        {
            var visitor = await crawl.Web.AsAsync(role);
            _sent.Add(
                new(
                    role.Id,
                    address,
                    "(intet)",
                    true,
                    await visitor.PostAsync(address, [new(Token, TokenIn(await visitor.GetAsync("/konto")))])
                )
            );
        }

        var nobody = crawl.Web.Anybody();
        _sent.Add(
            new(
                Crawl.Nobody,
                address,
                "(intet)",
                true,
                await nobody.PostAsync(address, [new(Token, TokenIn(await nobody.GetAsync("/log-ind")))])
            )
        );
    }

    private static IEnumerable<IHtmlFormElement> FormsOf(WebAnswer answer) =>
        answer.Response.Content.Headers.ContentType?.MediaType != "text/html"
            ? []
            : answer.Document.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Where(f => NameOf(f).Length > 0);

    private static string TokenIn(WebAnswer page) =>
        page.Document.QuerySelector($"input[name='{Token}']")?.GetAttribute("value") ?? "";

    private static string NameOf(IHtmlFormElement form) =>
        form.QuerySelector($"input[name='{Handler}']")?.GetAttribute("value") ?? "";

    /// <summary>A form of a row bears the row's identity in its name, which differs from run to run.</summary>
    internal static string Plain(string name) => Addresses.Id().Replace(name, "{id}");
}
