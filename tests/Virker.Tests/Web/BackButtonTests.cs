using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>
/// After a search, or a form that was refused, the browser stands on a page that it has read: back and reload find it
/// again, and nothing is sent twice.
/// </summary>
public sealed class BackButtonTests
{
    [Fact]
    public async Task A_refused_form_is_led_to_a_page_that_keeps_what_was_typed_and_can_be_read_again()
    {
        await using var web = await WebHouse.OpenAsync();
        var worker = await web.AsAsync(Role.CaseWorker);
        var address = $"/borgere/{web.Town.Own}/notater/nyt";
        var form = SentForm.Of(await worker.GetAsync(address), address).Single(f => f.Name == "notat");
        using var sent = new FormUrlEncodedContent([
            .. form.Fields.Where(f => f.Key != "Text"),
            new("Text", "Alma ringede om bageriet."),
        ]);

        var led = await worker.Client.PostAsync(address, sent);
        ((int)led.StatusCode).ShouldBe(303);
        var read = led.Headers.Location!.ToString();
        read.ShouldStartWith($"{address}?svar=");
        for (var times = 0; times < 2; times++)
        {
            var page = await worker.GetAsync(read);
            page.Status.ShouldBe(422);
            page.Document.QuerySelector("#felt-text")!.TextContent.ShouldBe("Alma ringede om bageriet.");
            page.Document.QuerySelector(".error-summary").ShouldNotBeNull();
        }

        (await (await worker.GetAsync(read)).SubmitAsync("notat", ("Title", "Opkald"))).Location.ShouldBe(
            $"/borgere/{web.Town.Own}"
        );
        (await web.CountAsync("select count(*) from notes")).ShouldBe(2);
    }

    [Fact]
    public async Task The_page_is_nobody_elses_and_not_for_ever()
    {
        await using var web = await WebHouse.OpenAsync();
        var (worker, leader) = (await web.AsAsync(Role.CaseWorker), await web.AsAsync(Role.TeamLeader));
        var address = $"/borgere/{web.Town.Own}/notater/nyt";
        var form = SentForm.Of(await worker.GetAsync(address), address).Single(f => f.Name == "notat");
        using var sent = new FormUrlEncodedContent([
            .. form.Fields.Where(f => f.Key != "Text"),
            new("Text", "Kun for mine øjne."),
        ]);
        var read = (await worker.Client.PostAsync(address, sent)).Headers.Location!.ToString();

        (await leader.GetAsync(read)).Text.ShouldNotContain("Kun for mine øjne.");
        (await web.Anybody().GetAsync(read)).Text.ShouldNotContain("Kun for mine øjne.");
        web.Clock.Advance(TimeSpan.FromMinutes(21));
        var later = await worker.GetAsync(read);
        later.Text.ShouldNotContain("Kun for mine øjne.");
        later.Words.ShouldContain("Det, du så her, er ikke gemt længere.");
    }

    [Fact]
    public async Task What_is_searched_for_stands_in_no_address_and_can_be_read_again()
    {
        await using var web = await WebHouse.OpenAsync();
        var worker = await web.AsAsync(Role.CaseWorker);
        const string sought = "vebageri";
        var form = SentForm.Of(await worker.GetAsync("/i-dag"), "/i-dag").First(f => f.Name == "soeg");
        var words = form.Shown.Single().Key;
        using var sent = new FormUrlEncodedContent([.. form.Fields.Where(f => f.Key != words), new(words, sought)]);
        var led = await worker.Client.PostAsync(form.Action, sent);

        ((int)led.StatusCode).ShouldBe(303);
        led.Headers.Location!.ToString().ShouldNotContain("bageri");
        var first = await worker.GetAsync(led.Headers.Location.ToString());
        first.Text.ShouldContain(sought);
        (await worker.GetAsync(led.Headers.Location.ToString())).Text.ShouldBe(
            first.Text,
            "read again, and not searched again"
        );
        web.Lines.All.Where(l => l.Contains(sought, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_script_gets_its_answer_at_once()
    {
        await using var web = await WebHouse.OpenAsync();
        var worker = await web.AsAsync(Role.CaseWorker);
        var address = $"/borgere/{web.Town.Own}/notater/nyt";
        var form = SentForm.Of(await worker.GetAsync(address), address).Single(f => f.Name == "notat");
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(form.Fields),
        };
        request.Headers.Add("Sec-Fetch-Mode", "cors");
        ((int)(await worker.Client.SendAsync(request)).StatusCode).ShouldBe(422);
    }
}
