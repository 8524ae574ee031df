using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>What is changed in a form is changed, and nothing beside it.</summary>
public sealed class PartialFormTests
{
    [Fact]
    public async Task A_section_that_the_template_lacks_is_shown_and_stays_with_its_heading()
    {
        await using var web = await WebHouse.OpenAsync();
        var things = await BuildAsync(web);
        var clerk = await web.AsAsync(Role.Clerk);

        (
            await SendAsync(
                clerk,
                $"/udvalg/punkter/{things.Item}/rediger",
                "rediger",
                ("Sections[assessment]", "Ingen andre er hørt.")
            )
        ).Status.ShouldBe(302);

        await using var scope = web.Scope(Actor.System);
        var sections = await scope
            .ServiceProvider.GetRequiredService<VirkerContext>()
            .Set<ItemSectionRow>()
            .Where(s => s.ItemId == things.Item)
            .OrderBy(s => s.Position)
            .ToListAsync();
        sections
            .ConvertAll(s => (s.Heading, s.Text.ReplaceLineEndings("\n")))
            .ShouldBe([
                ("Anledning", "Udvalget bad om det."),
                ("Sagsfremstilling", "Første afsnit.\n\n- et\n- to"),
                ("Vurdering", "Ingen andre er hørt."),
                ("Bilag i teksten", "Se bilag."),
                ("Flere bilag", "Se også."),
            ]);
    }

    [Fact]
    public async Task A_correction_of_the_order_shows_itself_first_and_leaves_people_remarks_and_kind()
    {
        await using var web = await WebHouse.OpenAsync();
        var things = await BuildAsync(web);
        var clerk = await web.AsAsync(Role.Clerk);
        var address = $"/udvalg/punkter/{things.Decided}/beslutning";

        var difference = await SendAsync(clerk, address, "beslutning", ("HandledAs", "5"));
        difference.Words.ShouldContain("Det ændrer du");
        difference.Words.ShouldContain("Behandlet som nr. Før 2 Efter 5");
        (await web.CountAsync("select handled_as from agenda_items where title = 'Aftale med bagerne'")).ShouldBe(
            2,
            "nothing is saved before the difference is seen"
        );
        (
            await clerk.PostAsync(address, SentForm.Of(difference, address).Single(f => f.Name == "beslutning").Fields)
        ).Status.ShouldBe(302);

        await using var scope = web.Scope(Actor.System);
        var paper = (
            await scope
                .ServiceProvider.GetRequiredService<IUseCase<ReadItem, ItemPaper>>()
                .RunAsync(new(things.Decided))
        ).Value;
        paper.Item.Head.HandledAs.ShouldBe(5);
        var decision = paper.Item.Decisions.ShouldHaveSingleItem();
        decision.Kind.ShouldBe("approved");
        decision.Absent.Select(a => a.Name).ShouldBe(["Bent Prøvesen", "Carla Prøvesen", "Dora Stedfortræder"]);
        paper.Item.Guests.ShouldBe([
            new GuestName("Erik Bager", "formand, Bagerlauget"),
            new GuestName("Frida Bager", null),
        ]);
        paper
            .Item.Remarks.Select(r => (r.Member.Name, r.Stance, r.Text))
            .ShouldBe([
                ("Aase Prøvesen", "notes", "ser gerne flere lærlinge"),
                ("Bent Prøvesen", "proposes", "foreslår en rundvisning"),
            ]);
        (
            await web.CountAsync("select count(*) from journal where use_case = 'RecordDecision' and kind = 'deleted'")
        ).ShouldBe(0, "what stands is not taken away and put back");
    }

    [Fact]
    public async Task Who_saves_without_a_change_is_told_that_nothing_is_saved()
    {
        await using var web = await WebHouse.OpenAsync();
        var worker = await web.AsAsync(Role.CaseWorker);
        var saved = await SendAsync(worker, $"/borgere/{web.Town.Own}/notater/{web.Town.Note}", "notat");
        (await worker.GetAsync(saved.Location!)).Words.ShouldContain("Der var ingen ændringer, så intet er gemt.");
        (
            await worker.GetAsync(
                (
                    await SendAsync(
                        worker,
                        $"/borgere/{web.Town.Own}/notater/{web.Town.Note}",
                        "notat",
                        ("Text", "Alma vil gerne arbejde i et andet bageri.")
                    )
                ).Location!
            )
        ).Words.ShouldContain("Notatet er rettet.");
    }

    [Fact]
    public async Task A_box_without_its_tick_and_an_emptied_field_stand_so_when_the_form_comes_back()
    {
        await using var web = await WebHouse.OpenAsync();
        await BuildAsync(web);
        var worker = await web.AsAsync(Role.CaseWorker);
        var address = $"/borgere/{web.Town.Own}/sygedagpenge";
        var form = SentForm.Of(await worker.GetAsync(address), address).Single(f => f.Name == "sygesag");
        form.Fields.ShouldContain(new KeyValuePair<string, string>("Employed", "true"));
        var refused = await worker.PostAsync(
            address,
            [
                .. form.Fields.Where(f => f.Key is not ("Employed" or "AbsentFrom" or "Employer")),
                new("AbsentFrom", "i går"),
                new("Employer", ""),
            ]
        );
        refused.Document.QuerySelector("#felt-employed")!.HasAttribute("checked").ShouldBeFalse();
        refused.Document.QuerySelector("#felt-absentfrom")!.GetAttribute("value").ShouldBe("i går");
        refused.Document.QuerySelector("#felt-employer")!.GetAttribute("value").ShouldBeNullOrEmpty();
    }

    private static async Task<StoredThings> BuildAsync(WebHouse web)
    {
        await using var scope = web.Scope(Actor.System);
        return await StoredThings.BuildAsync(scope.ServiceProvider, web.Town);
    }

    private static async Task<WebAnswer> SendAsync(
        Visitor visitor,
        string address,
        string name,
        params (string Name, string Value)[] changed
    )
    {
        var form = SentForm.Of(await visitor.GetAsync(address), address).Single(f => f.Name == name);
        return await visitor.PostAsync(
            form.Action,
            [
                .. form.Fields.Where(f => changed.All(c => c.Name != f.Key)),
                .. changed.Select(c => new KeyValuePair<string, string>(c.Name, c.Value)),
            ]
        );
    }
}
