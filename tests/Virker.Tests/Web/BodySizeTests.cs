using Virker.Committee;
using Virker.Platform;
using Virker.Tests.Support;
using Virker.Web;

namespace Virker.Tests.Web;

/// <summary>How much a page takes, asked of the server that runs: the one without a network measures no body.</summary>
[Trait("Pace", "Slow")]
public sealed class BodySizeTests
{
    [Fact]
    public async Task A_text_that_is_too_large_is_said_to_be_so_and_not_to_be_too_old()
    {
        await using var web = await WebHouse.OpenAsync();
        var form = await (await web.AsOnNetworkAsync(Role.CaseWorker)).GetAsync($"/borgere/{web.Town.Own}/notater/nyt");
        var answer = await form.SubmitAsync(
            "notat",
            ("Title", "Køkkenet"),
            ("Text", new string('a', (int)EndpointRuleAttribute.FormBody))
        );
        answer.Status.ShouldBe(413);
        answer.Words.ShouldContain("Det fylder for meget");
        answer.Words.ShouldNotContain("åben for længe");
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_said_to_be_so()
    {
        await using var web = await WebHouse.OpenAsync();
        var visitor = await web.AsOnNetworkAsync(Role.Controller);
        visitor.Client.DefaultRequestHeaders.ExpectContinue = true;
        var answer = await SendAsync(visitor, new byte[4 * 1024 * 1024 + 1]);
        (answer.Status, answer.Words.Contains("Det fylder for meget", StringComparison.Ordinal)).ShouldBe(
            (413, true),
            answer.Words
        );
    }

    [Fact]
    public async Task A_file_that_holds_nothing_is_said_to_be_empty_and_not_to_be_missing()
    {
        await using var web = await WebHouse.OpenAsync();
        var answer = await SendAsync(await web.AsAsync(Role.Controller), []);
        answer.Words.ShouldContain("Filen tal.csv er tom. Vælg en anden.");
        answer.Words.ShouldNotContain("Vælg en fil.");
    }

    [Fact]
    public async Task An_agenda_item_may_be_as_long_as_its_fields_allow()
    {
        await using var web = await WebHouse.OpenAsync();
        var clerk = await web.AsOnNetworkAsync(Role.Clerk);
        await using var scope = web.Scope(Actor.System);
        var council = await SmallCouncil.BuildAsync(scope.ServiceProvider, web.Town.Politician, "");
        var item = (await clerk.GetAsync($"/udvalg/moeder/{council.Draft}"))
            .Document.QuerySelector(".agenda-title")!
            .GetAttribute("href")!;
        var form = await clerk.GetAsync($"{item}/rediger");
        var texts = form.Document.QuerySelectorAll("main textarea").ToList();
        texts.Count.ShouldBeGreaterThan(5);
        var answer = await form.SubmitAsync(
            "rediger",
            [
                .. texts.Select(t =>
                    (
                        t.GetAttribute("name")!,
                        new string(
                            '–',
                            int.Parse(t.GetAttribute("maxlength")!, System.Globalization.CultureInfo.InvariantCulture)
                        )
                    )
                ),
            ]
        );
        answer.Status.ShouldBe(302, answer.Words.Length > 400 ? answer.Words[..400] : answer.Words);
    }

    private static async Task<WebAnswer> SendAsync(Visitor visitor, byte[] file)
    {
        const string url = "/noegletal/indlaes";
        var form = (await visitor.GetAsync(url)).Document.Forms.Single(f => f.QuerySelector("[name=Csv]") is not null);
        using var sent = new MultipartFormDataContent
        {
            { new StringContent("sammenligning"), "Kind" },
            { new ByteArrayContent(file), "Csv", "tal.csv" },
        };
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]"))
            sent.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        using var response = await visitor.Client.PostAsync(url, sent);
        return response.StatusCode == System.Net.HttpStatusCode.SeeOther
            ? await visitor.GetAsync(response.Headers.Location!.ToString())
            : await WebAnswer.OfAsync(visitor, response, url);
    }
}
