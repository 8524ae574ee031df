using static Virker.Tests.Committee.Prints;
using static Virker.Tests.Committee.Sheet;

namespace Virker.Tests.Committee;

/// <summary>Documents whose line breaks were lost, page by page.</summary>
internal static class FlatLayouts
{
    public static readonly Layout[] All =
    [
        new(
            "a line for each page",
            "flat",
            false,
            Usual | Present | Absent | CaseNo | Away | Party,
            ["decision_theme", "recommendation", "attachments", "decision"],
            Pages
        ),
        new(
            "a line for each item",
            "flat",
            true,
            Usual | CaseNo | DocNo,
            ["case_content", "recommendation", "decision"],
            Items
        ),
    ];

    private static byte[] Pages(FictiveMeeting m, Layout l)
    {
        var s = new Sheet().Line(
            $"1 Referat {m.Committee}'s møde {Capital(Weekday(m.Date))} den {Short(m.Date)} Kl. {m.Start} {m.Place} Deltagere: {string.Join(", ", Names(m.Present, true))} Afbud: {(m.Absent.Count == 0 ? "Ingen" : string.Join(", ", Names(m.Absent, true)))} Indholdsfortegnelse Sag Tekst Sidenr. "
            + string.Join(" ", m.Items.Select(i => $"{i.Number}. {i.Title}...{i.Number % 9 + 2}")), "");
        var page = 2;
        foreach (var i in m.Items)
        {
            var points =
                i.Points.Count == 0
                    ? ""
                    : $" Indstilling: {i.By} indstiller, {string.Join(" ", i.Points.Select((p, n) => $"{n + 1}. at {p}"))}";
            var attachments =
                i.Attachments.Count == 0 ? "" : " Bilag: " + string.Join(" ", i.Attachments.Select(a => "Åben - " + a));
            var away = i.Away.Count == 0 ? "" : " " + DidNotTakePart(i, "var fraværende.", true);
            s.Line(
                $"{page++} {i.Number}. {i.Title} {i.CaseNo} Beslutningstema: {i.Theme}{points}{attachments} Beslutning: {i.Decision.Text}{away}",
                ""
            );
        }

        return s.Bytes;
    }

    private static byte[] Items(FictiveMeeting m, Layout l)
    {
        var s = new Sheet().Line(
            $"Referat fra {m.Committee} Mødedato: {Capital(Weekday(m.Date))} den {Long(m.Date)} Mødetidspunkt: {m.Start} Mødested: {m.Place}",
            ""
        );
        foreach (var i in m.Items)
        {
            var points =
                i.Points.Count == 0
                    ? ""
                    : $" Indstilling {i.By} indstiller, {string.Join(" ", i.Points.Select((p, n) => $"{n + 1}. at {p}"))}";
            s.Line(
                $"{i.Number}. {i.Title} Dok.nr.: {i.DocNo} Sagsid.: {i.CaseNo} Initialer: abcd Sagsfremstilling {i.Content.Replace('\n', ' ')}{points} Beslutning {m.Committee} den {Short(m.Date)} {i.Decision.Text}",
                ""
            );
        }

        return s.Bytes;
    }
}
