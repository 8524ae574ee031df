using System.Text;
using Virker.Committee;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Committee;

public sealed class ImportTests
{
    private const string Minutes = """
        REFERAT Beskæftigelsesudvalget (2022-2025)

        d. 08-01-2024

        Mødedato Mandag d. 8. januar 2024 kl. 16:30

        Mødested Rådhuset, lokale 1

        Punkt 1: Godkendelse af dagsorden (B)

        Sagsnr.: 999-2022-1

        Dok.nr.: 999-2024-11

        Åbent

        Kompetence: Beskæftigelsesudvalget

        Indstilling

        Arbejdsmarkedschefen indstiller,

        1. at Beskæftigelsesudvalget godkender dagsordenen.

        Beslutning i Beskæftigelsesudvalget den 8. januar 2024:

        Fraværende:

        Godkendt med bemærkning om, at punkt 3 fremrykkes som punkt 2.

        Punkt 2: Status på voksenlærlinge (O)

        Sagsnr.: 999-2023-7

        Dok.nr.: 999-2024-12

        Åbent

        Sagens indhold

        Status gives hvert halve år.

        	2022	2023
        Voksenlærlinge	53	96
        Ansøgninger	60	110

        Indstilling

        Arbejdsmarkedschefen indstiller,

        1. at Beskæftigelsesudvalget tager sagen til orientering.

        Beslutning i Beskæftigelsesudvalget den 8. januar 2024:

        Fraværende:

        Tiltrådte indstillingen. Administrationen undersøger, om ordningen kan udbygges.

        Bilag

        Oversigt over voksenlærlinge

        Punkt 3: Eventuelt

        Sagsnr.: 999-2022-3

        Beslutning i Beskæftigelsesudvalget den 8. januar 2024:

        Fraværende:

        Der var intet at referere.
        """;

    [Theory, EachDatabase]
    public async Task A_read_meeting_stands_with_both_orders_decisions_attachments_and_tables(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var clerk = house.As(Role.Clerk);
        var imported = await clerk.DoneAsync(new ImportDocument("referat.txt", Encoding.UTF8.GetBytes(Minutes)));
        var view = await clerk.DoneAsync(new ReadMeeting(imported.Meeting!.Value));
        (view.Meeting.HeldOn, view.Meeting.StartsAt, view.Meeting.State).ShouldBe(
            (new DateOnly(2024, 1, 8), "16:30", MeetingState.MinutesApproved)
        );
        view.Items.Select(i => (i.Head.Number, i.Head.HandledAs)).ShouldBe([(1, 1), (2, 3), (3, 2)]);
        view.Items.SelectMany(i => i.Decisions)
            .Select(d => d.Kind)
            .ShouldBe(["approved", "taken_note", "nothing_to_record"]);
        var item = view.Items[1];
        item.Attachments.ShouldHaveSingleItem().Title.ShouldBe("Oversigt over voksenlærlinge");
        item.FollowUps.ShouldHaveSingleItem().IsBinding.ShouldBeTrue();
        var table = item.Tables.ShouldHaveSingleItem();
        table.Rows.Select(r => (r.Label, r.Values[1])).ShouldBe([("Voksenlærlinge", "96"), ("Ansøgninger", "110")]);
        item.Sections.Single(s => s.Key == "case_content")
            .Paragraphs.ShouldBe(
                ["Status gives hvert halve år."],
                "a table stands as a table, and not in the text as well"
            );
        view.MayPrepare.ShouldBeFalse();
        (
            await house.As(Actor.Anonymous).DoneAsync(new ReadPublishedMeeting(imported.Meeting.Value))
        ).Meeting.Items.Count.ShouldBe(3);
    }

    [Theory, EachDatabase]
    public async Task Reading_a_document_again_changes_nothing(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var clerk = house.As(Role.Clerk);
        var first = await clerk.DoneAsync(new ImportDocument("referat.txt", Encoding.UTF8.GetBytes(Minutes)));
        var (rows, journal) = (await RowsAsync(house), await house.CountAsync("journal"));
        var second = await clerk.DoneAsync(new ImportDocument("samme-referat.txt", Encoding.UTF8.GetBytes(Minutes)));
        (second.WasKnown, second.Meeting).ShouldBe((true, first.Meeting));
        (await RowsAsync(house)).ShouldBe(rows);
        (await house.CountAsync("journal")).ShouldBe(journal);
    }

    [Theory, EachDatabase]
    public async Task A_document_with_a_cpr_number_is_read_and_not_published(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var imported = await house
            .As(Role.Clerk)
            .DoneAsync(
                new ImportDocument(
                    "referat.txt",
                    Encoding.UTF8.GetBytes(
                        Minutes.Replace("Status gives", "Om 140265-1234 gives", StringComparison.Ordinal)
                    )
                )
            );
        imported.Words.ShouldContain("Ikke offentliggjort");
        (await house.CountAsync("committee_publications")).ShouldBe(0);
        (
            await house.As(Actor.Anonymous).RunAsync(new ReadPublishedMeeting(imported.Meeting!.Value))
        ).Refusal!.Code.ShouldBe("committee-meeting.not-found");
    }

    [Theory, EachDatabase]
    public async Task Something_that_is_no_minutes_is_refused(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        (
            await house.As(Role.Clerk).RunAsync(new ImportDocument("indkoeb.txt", "Mælk\nBrød\nSmør"u8.ToArray()))
        ).IsRefused.ShouldBeTrue();
        (
            await house
                .As(Role.Politician)
                .RefusedAsync(new ImportDocument("referat.txt", Encoding.UTF8.GetBytes(Minutes)))
        ).ShouldBe("permission.denied");
    }

    private static async Task<long> RowsAsync(TestHouse house)
    {
        var rows = 0L;
        foreach (
            var table in new[]
            {
                "committees",
                "committee_meetings",
                "agenda_items",
                "committee_decisions",
                "committee_follow_ups",
                "committee_publications",
                "agenda_item_tables",
            }
        )
            rows += await house.CountAsync(table);
        return rows;
    }
}
