using System.Net.Http.Headers;
using System.Text;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Committee;

/// <summary>The pages for reading papers in, over HTTP and without script, with the roles that must not see.</summary>
[Trait("Pace", "Slow")]
public sealed class ReadingPageTests
{
    [Fact]
    public async Task A_clerk_hands_two_papers_in_looks_them_through_and_keeps_them()
    {
        await using var web = await WebHouse.OpenAsync();
        var clerk = await web.AsAsync(Role.Clerk);
        var sent = await UploadAsync(clerk, ("eget.txt", ReadingRoom.Minutes),
            ("andres.txt", ReadingRoom.Minutes.Replace("Fiktivby", "Andenby", StringComparison.Ordinal)));
        sent.Location.ShouldBe("/udvalg/laesninger");
        var list = await ReadAsync(clerk);
        var (own, others) = (LinkOf(list, "eget.txt"), LinkOf(list, "andres.txt"));

        var part = await clerk.GetAsync($"{own}/punkt-2");
        part.Words.ShouldContain("Tvivl");
        part.Document.QuerySelectorAll(".source-lines li[id^=linje-]").Length.ShouldBeGreaterThan(3);
        foreach (var link in part.Document.QuerySelectorAll("main a[href^='#']")) part.Document.GetElementById(
            link.GetAttribute("href")![1..]).ShouldNotBeNull(link.OuterHtml);
        var wrong = await part.SubmitAsync("laesning", ("Fields[items/1/decisions/0/date]", "i går"),
            ("Fields[items/1/number]", "to"));
        (wrong.Status, wrong.Document.QuerySelectorAll(".error-summary li").Length).ShouldBe((422, 2));
        (await wrong.SubmitAsync("laesning", ("Fields[items/1/decisions/0/date]", "08-01-2024"),
            ("Fields[items/1/number]", "2"), ("Fields[items/1/decisions/0/kind]", "discussed"))).Status.ShouldBe(302);
        var corrected = await clerk.GetAsync($"{own}/punkt-2");
        corrected.Words.ShouldContain("Rettet");
        corrected.Words.ShouldContain("Fortryd rettelsen");
        corrected.Words.ShouldContain(
            "»Ingen udtrykkelig beslutning«",
            customMessage: "in its words, and not by its code"
        );

        (await (await clerk.GetAsync(own)).SubmitAsync("eget")).Status.ShouldBe(302);
        (await clerk.GetAsync(own)).Words.ShouldContain("Gemt som udvalgets eget");
        (await (await clerk.GetAsync(others)).SubmitAsync("bibliotek")).Status.ShouldBe(302);
        (await clerk.GetAsync("/udvalg/bibliotek")).Words.ShouldContain("Andenby Kommune");
        (await clerk.GetAsync("/udvalg/laesninger/proever")).Words.ShouldContain("eget.txt");
    }

    [Fact]
    public async Task Each_file_that_cannot_be_taken_is_named_with_its_reason()
    {
        await using var web = await WebHouse.OpenAsync();
        var clerk = await web.AsAsync(Role.Clerk);
        (await UploadAsync(clerk)).Words.ShouldContain("Vælg mindst én fil");
        var mixed = await UploadAsync(clerk, ("tom.txt", ""), ("arkiv.pdf", "PK\u0003\u0004ikke en pdf"),
            ("referat.txt", ReadingRoom.Minutes));
        mixed.Words.ShouldContain("»tom.txt«: Filen er tom.");
        mixed.Words.ShouldContain("»arkiv.pdf«");
        mixed.Words.ShouldContain("1 papir er lagt op");
        (await UploadAsync(clerk, ("igen.txt", ReadingRoom.Minutes))).Location!.ShouldStartWith("/udvalg/laesninger/");
    }

    [Fact]
    public async Task An_uploaded_page_is_a_download_and_nothing_of_it_runs()
    {
        await using var web = await WebHouse.OpenAsync();
        var clerk = await web.AsAsync(Role.Clerk);
        await UploadAsync(clerk,
            ("side.html", "<html><body><script>alert(1)</script><p>Punkt 1: Hej</p></body></html>"));
        var file = await clerk.GetAsync($"{LinkOf(await ReadAsync(clerk), "side.html")}/fil");
        file.Status.ShouldBe(200);
        file.Response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        file.Response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task Nobody_but_the_clerk_sees_a_paper_before_it_is_kept()
    {
        await using var web = await WebHouse.OpenAsync();
        var clerk = await web.AsAsync(Role.Clerk);
        await UploadAsync(clerk, ("referat.txt", ReadingRoom.Minutes));
        var reading = LinkOf(await ReadAsync(clerk), "referat.txt");
        foreach (var role in Role.SignedIn.Where(r => r != Role.Clerk))
        {
            var visitor = await web.AsAsync(role);
            foreach (var url in new[] { "/udvalg/laesninger", "/udvalg/laesninger/proever", reading,
                $"{reading}/moedet", $"{reading}/kilde", $"{reading}/fil", $"{reading}/svar.json" })
                (await visitor.GetAsync(url)).Status.ShouldBe(403, $"{url} as {role.Name}");
        }
    }

    private static async Task<WebAnswer> UploadAsync(Visitor clerk, params (string Name, string Text)[] files)
    {
        var page = await clerk.GetAsync("/udvalg/laesninger");
        var form = page.Document.Forms.Single(f =>
            f.QuerySelector("[name='_handler']")?.GetAttribute("value") == "laes-ind");
        using var content = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]")) content.Add(
            new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        foreach (var (name,
            text) in files) content.Add(
            new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers =
            { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "Files", name);
        var answer = await WebAnswer.OfAsync(clerk, await clerk.Client.PostAsync("/udvalg/laesninger", content),
            "/udvalg/laesninger");
        return answer.Status == 303 ? await clerk.GetAsync(answer.Location!) : answer;
    }

    /// <summary>The list, once the house has read what waits.</summary>
    private static async Task<WebAnswer> ReadAsync(Visitor clerk)
    {
        for (var tries = 0; tries < 120; tries++)
        {
            var list = await clerk.GetAsync("/udvalg/laesninger");
            list.Status.ShouldBe(200);
            if (list.Document.QuerySelector("[role=status].reading-progress") is null) return list;
            await Task.Delay(250);
        }

        throw new TimeoutException("The papers were not read.");
    }

    private static string LinkOf(WebAnswer list, string name) =>
        list.Document.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(name, StringComparison.Ordinal))
        .QuerySelector("a")!.GetAttribute("href")!;
}
