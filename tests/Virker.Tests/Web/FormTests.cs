using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

public sealed class FormTests
{
    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var web = await WebHouse.OpenAsync();
        var visitor = await web.AsAsync(Role.CaseWorker);
        var answer = await visitor.PostAsync(
            $"/borgere/{web.Town.Own}/notater/nyt",
            [new("_handler", "notat"), new("Title", "A"), new("Text", "B")]
        );
        answer.Status.ShouldBe(400);
        (await visitor.PostAsync("/log-ud", [])).Status.ShouldBe(400);
        (await web.CountAsync("select count(*) from notes")).ShouldBe(1);
    }

    [Fact]
    public async Task Where_no_time_is_chosen_the_choice_is_asked_for_and_not_a_day_that_is_folded_away()
    {
        await using var web = await WebHouse.OpenAsync();
        var worker = await web.AsAsync(Role.CaseWorker);
        var form = await worker.GetAsync($"/borgere/{web.Town.Own}/samtaler/book");
        var refused = await form.SubmitAsync("book", ("Date", ""), ("Time", ""));
        refused.Status.ShouldBe(422);
        refused.Document.QuerySelector(".error-summary a")!.GetAttribute("href")!.ShouldEndWith("#felt-at");
        refused.Words.ShouldContain("Vælg en tid, eller vælg »En anden tid«");
        refused.Words.ShouldNotContain("Skriv datoen");
        (await form.SubmitAsync("book", ("At", "anden"), ("Date", ""), ("Time", ""))).Words.ShouldContain(
            "Skriv datoen"
        );
    }

    [Fact]
    public async Task A_form_sent_twice_is_done_once()
    {
        await using var web = await WebHouse.OpenAsync();
        var form = await (await web.AsAsync(Role.CaseWorker)).GetAsync($"/borgere/{web.Town.Own}/notater/nyt");
        (string, string)[] filled = [("Title", "Opkald"), ("Text", "Alma ringede.")];
        (await form.SubmitAsync("notat", filled)).Location.ShouldBe($"/borgere/{web.Town.Own}");
        (await form.SubmitAsync("notat", filled)).Location.ShouldBe($"/borgere/{web.Town.Own}");
        (await web.CountAsync("select count(*) from notes")).ShouldBe(2);
    }

    [Fact]
    public async Task What_was_typed_stands_again_with_the_error_where_it_belongs()
    {
        await using var web = await WebHouse.OpenAsync();
        var form = await (await web.AsAsync(Role.CaseWorker)).GetAsync($"/borgere/{web.Town.Own}/notater/nyt");
        var refused = await form.SubmitAsync("notat", ("Title", ""), ("Text", "Alma ringede."));
        refused.Status.ShouldBe(422);
        refused.Document.QuerySelector("#felt-title")!.GetAttribute("aria-invalid").ShouldBe("true");
        refused.Document.QuerySelector("#felt-text")!.TextContent.ShouldBe("Alma ringede.");
    }

    [Fact]
    public async Task Two_who_change_the_same_note_both_keep_their_text()
    {
        await using var web = await WebHouse.OpenAsync();
        var (first, second) = (await web.AsAsync(Role.CaseWorker), await web.AsAsync(Role.TeamLeader));
        var url = $"/borgere/{web.Town.Own}/notater/{web.Town.Note}";
        var (one, two) = (await first.GetAsync(url), await second.GetAsync(url));
        (await one.SubmitAsync("notat", ("Text", "Den første rettelse."))).Status.ShouldBe(302);
        var conflict = await two.SubmitAsync("notat", ("Text", "Den anden rettelse."));
        conflict.Status.ShouldBe(409);
        conflict.Words.ShouldContain("Den første rettelse.");
        conflict.Document.QuerySelector("#felt-text")!.TextContent.ShouldBe("Den anden rettelse.");
        (await conflict.SubmitAsync("notat", ("Text", "Begge rettelser."))).Status.ShouldBe(302);
        (await first.GetAsync($"/borgere/{web.Town.Own}")).Words.ShouldContain("Begge rettelser.");
    }
}
