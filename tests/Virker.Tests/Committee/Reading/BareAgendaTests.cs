using System.Text;
using Virker.Committee;
using Virker.Platform;

namespace Virker.Tests.Committee;

/// <summary>Agendas and items of which only the titles are printed.</summary>
public sealed class BareAgendaTests
{
    [Fact]
    public void An_agenda_of_titles_alone_is_an_agenda()
    {
        var read = Read(
            "Søholt Kommune\n\nJobudvalget\n\nDagsorden\n\nTirsdag d. 3/9-25 kl. 8-10\nSted: Rådhuset, lokale 210\n\n1.  Godkendelse af dagsorden\n2.  Siden sidst\n3.  Budgetopfølgning pr. 31. juli\n4.  Lukket punkt: Udbud\n\nVenlig hilsen\nSekretariatet\n"
        );

        read.Document.DocumentType.ShouldBe("dagsorden");
        read.Document.MeetingDate.ShouldBe(new DateOnly(2025, 9, 3));
        read.Items.Select(i => i.Title)
            .ShouldBe([
                "Godkendelse af dagsorden",
                "Siden sidst",
                "Budgetopfølgning pr. 31. juli",
                "Lukket punkt: Udbud",
            ]);
        read.Items.Select(i => i.Access).ShouldBe([null, null, null, "closed"]);
    }

    [Fact]
    public void An_English_head_is_read()
    {
        var read = Read(
            "Committee: Udvalget for Arbejde og Fællesskab\nMeeting: 14 November 2024, 13:30\nMødested: Multisalen\n\nDAGSORDEN\n\nPunkt 1: Velkomst og dagsorden\n\nPunkt 2: Nye tal\nTil drøftelse\n\nPunkt 3: Eventuelt\n"
        );

        (read.Document.Committee, read.Document.MeetingDate, read.Document.Start, read.Document.Place).ShouldBe(
            ("Udvalget for Arbejde og Fællesskab", new DateOnly(2024, 11, 14), "13:30", "Multisalen")
        );
        read.Items.Count.ShouldBe(3);
    }

    [Fact]
    public void A_title_alone_below_a_heading_for_closed_cases_is_a_closed_item()
    {
        var read = Read(
            "Referat for Jobudvalgets møde den 8. juni 2022\n\nÅBNE SAGER\n\n178. Nøgletal\nSagsnr.: 2022-001340\n\nBeslutning:\n\nGodkendt.\n\nLUKKEDE SAGER\n\n179. Personsag\n"
        );

        read.Items.Select(i => (i.Number, i.Access)).ShouldBe([(178, null), (179, "closed")]);
        read.Items[0].Decisions.ShouldHaveSingleItem().Text.ShouldBe(["Godkendt."]);
    }

    [Fact]
    public void The_points_of_a_list_are_no_items()
    {
        var read = Read(
            "Jobudvalget\nDagsorden\n\n1. Strategi\n\nSagsfremstilling\n\nStrategien har disse spor:\n\n1. Unge\n2. Voksne\n3. Virksomheder\n\nIndstilling\n\nJobchefen indstiller, at strategien godkendes.\n\n2. Eventuelt\n"
        );

        read.Items.Select(i => i.Title).ShouldBe(["Strategi", "Eventuelt"]);
    }

    [Theory]
    [InlineData("Arbejdsmarked, Erhverv og Turisme 22-01-2020", "Arbejdsmarked, Erhverv og Turisme")]
    [InlineData("Beskæftigelse, Erhverv og Unges møde den 22. januar 2020", "Beskæftigelse, Erhverv og Unge")]
    public void A_committee_that_is_no_udvalg_is_known_by_its_line(string line, string name)
    {
        var read = Read(
            line
                + "\nReferat\n\n1. Orientering\n\nBeslutning\n\nTil efterretning.\n\n2. Strategi\n\nIndstilling\n\nPolitik & Borger indstiller, at\n\n1. strategien sendes i høring.\n\nSocial og Sundhed, 6. januar 2020, pkt. 12:\n\nAnbefales.\n\nBeslutning\n\nGodkendt.\n"
        );

        (read.Document.Committee, read.Document.MeetingDate).ShouldBe((name, new DateOnly(2020, 1, 22)));
        read.Items[1]
            .Decisions.Select(d => (d.Body, d.Date!.Value.Day, d.Kind))
            .ShouldBe([("Social og Sundhed", 6, DecisionKinds.Recommended), (name, 22, DecisionKinds.Approved)]);
    }

    private static PrintedMinutes Read(string text) =>
        MinutesReader.Read(SourceReader.Read(Encoding.UTF8.GetBytes(text)).Value).Value;
}
