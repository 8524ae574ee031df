using Virker.Committee;
using Virker.Platform;

namespace Virker.Tests.Committee;

/// <summary>A table that was read stands between the same paragraphs as on the paper.</summary>
public sealed class TablePlaceTests
{
    private const string Paper =
        "Punkt 1: Nøgletal\n\nSagsfremstilling\n\nFørst er der en indledning.\n\n\t2022\t2023\n1. Unge\t11\t12\n2. Voksne\t13\t14\n\nSå kommer en forklaring.\n\nØkonomi\n\nIngen bemærkninger.\n\nBeslutning\n\nDrøftet.\n";

    [Fact]
    public void The_place_is_the_number_of_paragraphs_before_it()
    {
        var read = MinutesReader.Read(SourceReader.Read(System.Text.Encoding.UTF8.GetBytes(Paper)).Value).Value;
        var lines = Lines.Each(read.Items[0].Sections[0].Text);
        var echo = new TableEcho([.. read.Tables]);

        echo.KeptBefore(read.Tables.ShouldHaveSingleItem(), lines).ShouldBe(1);
        echo.Without(lines).ShouldBe(["Først er der en indledning.", "Så kommer en forklaring."]);
    }

    [Fact]
    public void Paragraphs_and_tables_come_in_the_order_of_the_paper()
    {
        var table = new TableText("Tal", ["2022"], []) { Place = new("Sagsfremstilling", 1) };

        var stretches = TableText.Between(["Før.", "Efter."], [table]).ToList();

        stretches.Select(s => string.Join(' ', s.Paragraphs)).ShouldBe(["Før.", "Efter."]);
        stretches.Select(s => s.Tables.Count).ShouldBe([1, 0]);
    }

    [Fact]
    public void A_table_without_a_place_stands_last() =>
        TableText
            .Between(["Før.", "Efter."], [new TableText("Tal", ["2022"], [])])
            .Single()
            .Tables.ShouldHaveSingleItem();
}
