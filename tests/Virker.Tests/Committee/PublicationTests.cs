using FsCheck;
using FsCheck.Fluent;
using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Committee;

public sealed class PublicationTests
{
    [Theory, EachDatabase]
    public async Task A_draft_is_not_public(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var meeting = await office.DraftedAsync();
        var anyone = office.House.As(Actor.Anonymous);
        (await anyone.RunAsync(new ReadPublishedMeeting(meeting))).Refusal!.Code.ShouldBe(
            "committee-meeting.not-found"
        );
        (await anyone.RunAsync(new ReadMeeting(meeting))).Refusal!.Code.ShouldBe("permission.denied");
    }

    [Theory, EachDatabase]
    public async Task What_is_public_stays_until_the_corrected_minutes_are_published(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var meeting = await office.DraftedAsync();
        var item = await office.AddAsync(meeting, "Budget");
        await office.HoldAsync(meeting);
        await office.DecideAsync(item, "Godkendt.");
        await office.FinishAsync(meeting);
        await office.Clerk.DoneAsync(new CorrectMinutes(meeting));
        await office.DecideAsync(item, "Godkendt med bemærkning.");
        var anyone = office.House.As(Actor.Anonymous);
        (await TextAsync(anyone, meeting, item)).ShouldBe("Godkendt.");
        await office.Clerk.DoneAsync(new ApproveMinutes(meeting));
        (
            await office.Clerk.DoneAsync(new PublishMinutes(meeting, "Beslutningen på punkt 2 er rettet."))
        ).Number.ShouldBe(2);
        (await TextAsync(anyone, meeting, item)).ShouldBe("Godkendt med bemærkning.");
    }

    [Theory]
    [EachDatabase("140265-1234")]
    [EachDatabase("1402651234")]
    [EachDatabase("140265 – 1234")]
    [EachDatabase("1402​65-1234")]
    public async Task A_cpr_number_stops_the_publication_and_is_not_repeated(Dialect dialect, string number)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var meeting = await office.DraftedAsync();
        var item = await office.AddAsync(meeting, "Sag");
        await office.Clerk.DoneAsync(
            new EditItem(
                item,
                1,
                new(
                    "Sag",
                    "B",
                    null,
                    new Dictionary<string, string> { ["case_content"] = $"Vedrører {number} og andre." },
                    []
                )
            )
        );
        var stopped = await office.Clerk.RunAsync(new PublishAgenda(meeting));
        stopped.Refusal!.Code.ShouldBe("publish.cpr");
        stopped.Refusal.Text.ShouldNotContain("1234");
        (await office.House.CountAsync("committee_publications")).ShouldBe(0);
        await office.Clerk.DoneAsync(new SetItemOpenness(item, IsOpen: false));
        await office.Clerk.DoneAsync(new PublishAgenda(meeting));
    }

    [Fact]
    public void The_gate_finds_every_planted_number() =>
        Prop.ForAll(Planted().ToArbitrary(), text => PublishGate.Holds(text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData("Sagsnr.: 330-2021-87812, dok.nr. 330-2021-111697")]
    [InlineData("15.00.15-A00-1-24")]
    [InlineData("Budgettet er på 566,2 mio. kr. i 2024, og 1.234.567 kr. er brugt")]
    [InlineData("I perioden 1/4-2019 – 31/12- 21 var der 2024 4138 aktive virksomheder")]
    [InlineData("Telefon 58 57 36 00, den 12. april 2021 kl. 12:30")]
    public void The_gate_lets_ordinary_numbers_through(string text) => PublishGate.Holds(text).ShouldBeFalse();

    private static Gen<string> Planted() =>
        from day in Gen.Choose(1, 28)
        from month in Gen.Choose(1, 12)
        from year in Gen.Choose(0, 99)
        from running in Gen.Choose(0, 9999)
        from between in Gen.Elements("", "-", " ", " - ", "–", "‑", " ")
        from before in Gen.Elements("", "Borgeren ", "(", "cpr: ")
        from after in Gen.Elements("", ".", ")", " har ret til")
        select $"{before}{day:00}{month:00}{year:00}{between}{running:0000}{after}";

    private static async Task<string> TextAsync(Seat anyone, CommitteeMeetingId meeting, AgendaItemId item) =>
        (await anyone.DoneAsync(new ReadPublishedMeeting(meeting)))
            .Meeting.Items.Single(i => i.Id == item)
            .Decisions[0]
            .Paragraphs[0];
}
