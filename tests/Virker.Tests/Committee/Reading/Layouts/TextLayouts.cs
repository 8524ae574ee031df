using static Virker.Tests.Committee.Prints;
using static Virker.Tests.Committee.Sheet;

namespace Virker.Tests.Committee;

/// <summary>
/// Pages of municipalities and their PDF files as text: numbers before, behind, above and below the titles.
/// </summary>
internal static class TextLayouts
{
    public static readonly Layout[] All =
    [
        new(
            "contents and Punkt n",
            "text",
            false,
            Usual | Types | CaseNo | DocNo | Access | Competence | Away | Party,
            [
                "decision_theme",
                "case_content",
                "economic_and_staff_consequences",
                "recommendation",
                "attachments",
                "decision",
            ],
            Contents
        ),
        new(
            "upper case labels, contents with titles twice",
            "text",
            true,
            Usual,
            ["recommendation", "case_content", "economic_and_staff_consequences", "decision"],
            UpperCase,
            Capital
        ),
        new(
            "first item glued to contents, to the top",
            "text",
            false,
            Usual | Away,
            ["other", "case_content", "recommendation", "decision"],
            Glued
        ),
        new(
            "neither number nor title",
            "text",
            true,
            Body | Date | Start | Place | Competence | Decisions,
            ["case_content", "recommendation", "decision", "competence"],
            Bare
        ),
        new(
            "labels without colon, decision before the case",
            "text",
            false,
            Body | Date | Start | Place | Present | Absent | CaseNo | By | Decisions,
            ["other", "recommendation", "decision", "case_content"],
            Labels
        ),
        new(
            "Pkt. and body, date and number as heading",
            "text",
            true,
            Usual | CaseNo | Access | Competence,
            ["other", "recommendation", "competence", "case_content", "economic_and_staff_consequences", "decision"],
            BodyAsHeading
        ),
        new(
            "number on its own line",
            "text",
            false,
            Usual | Present | Absent | Party,
            ["case_content", "recommendation", "decision", "attachments"],
            OwnLine
        ),
        new(
            "title above Sag nr.",
            "text",
            true,
            Usual | Competence,
            ["other", "recommendation", "decision", "attachments"],
            AboveNumber
        ),
        new(
            "bullets and parties behind a comma",
            "text",
            false,
            Usual | Present | Absent | Party | CaseNo,
            ["other", "case_content", "recommendation", "decision", "attachments"],
            Bullets
        ),
        new(
            "numbers glued, decision with body",
            "text",
            true,
            Usual | Absent,
            ["case_content", "recommendation", "decision"],
            GluedNumbers,
            Capital
        ),
        new(
            "absent below each decision",
            "text",
            false,
            Usual | CaseNo | Away | Party,
            ["case_content", "recommendation", "decision", "attachments"],
            AbsentBelow
        ),
        new(
            "agenda with Forvaltningen foreslår",
            "text",
            true,
            Head | Numbers | Titles | CaseNo | By,
            ["other", "case_content", "recommendation"],
            Agenda,
            p => "At " + p
        ),
    ];

    private static byte[] Contents(FictiveMeeting m, Layout l)
    {
        var s = new Sheet().Line(
            $"REFERAT {m.Committee}",
            $"d. {Short(m.Date)}",
            $"Mødedato {Weekday(m.Date)} d. {Long(m.Date)} kl. {m.Start}",
            $"Mødested {m.Place}",
            "",
            "Indholdsfortegnelse"
        );
        foreach (var i in m.Items)
            s.Line($"{i.Title} ({i.Type})....\t{i.Number % 7 + 2}");
        foreach (var i in m.Items)
        {
            s.Line(
                "",
                $"Punkt {i.Number}: {i.Title} ({i.Type})",
                "",
                $"Sagsnr.: {i.CaseNo} Dok.nr.: {i.DocNo} Åbent",
                $"Kompetence: {m.Committee}.",
                "",
                "Beslutningstema",
                "",
                i.Theme,
                "",
                "Sagens indhold",
                "",
                i.Content
            );
            if (i.Economy is not null)
                s.Line("", "Økonomiske og personalemæssige konsekvenser", "", i.Economy);
            if (i.Points.Count > 0)
                s.Line("", "Indstilling", "", $"{i.By} indstiller,", "")
                    .Each(i.Points.Select((p, n) => $"{n + 1}. at {p}"));
            if (i.Attachments.Count > 0)
                s.Line("", "Bilag", "").Each(i.Attachments);
            s.Line(
                "",
                $"Beslutning i {m.Committee} den {Long(m.Date)}:",
                "",
                "Fraværende: " + string.Join(", ", Names(i.Away, true)),
                "",
                i.Decision.Text
            );
        }

        return s.Bytes;
    }

    private static byte[] UpperCase(FictiveMeeting m, Layout l)
    {
        var s = new Sheet().Line(
            "UDVALG",
            "",
            m.Committee,
            "",
            "MØDE",
            "",
            "Referat",
            "",
            "STED",
            "",
            m.Place,
            "",
            "STARTTIDSPUNKT",
            "",
            $"{Short(m.Date)} {m.Start}:00",
            "",
            "PUNKTER",
            ""
        );
        foreach (var i in m.Items)
            s.Line($"{i.Number}. {i.Title}");
        foreach (var i in m.Items)
        {
            s.Line("", "", $"{i.Number}. {i.Title}", "", i.Title);
            if (i.Points.Count > 0)
                s.Line("Indstilling", "", $"{i.By} indstiller, at:", "")
                    .Each(i.Points.Select((p, n) => $"  {n + 1}. {Capital(p)}"));
            s.Line("Beskrivelse af sagen", "", i.Content);
            if (i.Economy is not null) s.Line("Økonomiske konsekvenser", "", i.Economy);
            s.Line($"Beslutning i {m.Committee} den {Short(m.Date)}", "", i.Decision.Text);
        }

        return s.Bytes;
    }

    private static byte[] Glued(FictiveMeeting m, Layout l)
    {
        var s = new Sheet().Line(
            "Vi bruger cookies til statistik som en del af vores arbejde for at lave en god hjemmeside.",
            "",
            $"{m.Committee} - Referat",
            "",
            $"Dato: {Long(m.Date)}",
            $"Lokale: {m.Place}",
            $"Tidspunkt: Kl. {m.Start}",
            ""
        );
        foreach (var i in m.Items)
        {
            s.Line(
                (i == m.Items[0] ? "Indholdsfortegnelse" : "") + $"{i.Number}. {i.Title}",
                "",
                "Resume",
                "",
                i.Theme,
                "",
                "Sagsfremstilling",
                "",
                i.Content,
                ""
            );
            if (i.Points.Count > 0)
                s.Line("Indstilling", "", $"{i.By} indstiller, at {i.Points[0]}")
                    .Each(i.Points.Skip(1).Select(p => "at " + p))
                    .Line("");
            s.Line(
                "Beslutning",
                "",
                i.Decision.Text,
                "",
                DidNotTakePart(i, "var fraværende.", false),
                "Til toppen",
                ""
            );
        }

        return s.Bytes;
    }

    private static byte[] Bare(FictiveMeeting m, Layout l)
    {
        var s = new Sheet().Line(
            "Referat",
            $"{m.Committee} {Weekday(m.Date)} den {Long(m.Date)} kl. {m.Start.Replace(':', '.')}",
            "",
            m.Place,
            ""
        );
        foreach (var i in m.Items)
        {
            s.Line("Sagsfremstilling", "", i.Content, "");
            if (i.Points.Count > 0) s.Line("Indstilling", "").Each(i.Points.Select(p => "at " + p)).Line("");
            s.Line("Beslutning", "", i.Decision.Text, "", "Beslutningskompetence", "", m.Committee + ".", "");
        }

        return s.Bytes;
    }

    private static byte[] Labels(FictiveMeeting m, Layout l)
    {
        var s = new Sheet().Line(
            "SØG",
            "",
            "Referat",
            "",
            $"{Weekday(m.Date)} den {Long(m.Date)} kl. {m.Start}",
            "",
            $"Mødested {m.Place}",
            $"Udvalg {m.Committee}",
            $"Mødedeltagere {string.Join(", ", Names(m.Present, false))}",
            $"Fraværende {(m.Absent.Count == 0 ? "Ingen" : string.Join(", ", Names(m.Absent, false)))}",
            "Bemærkninger",
            ""
        );
        foreach (var i in m.Items)
        {
            s.Line($"Sagsid.: {i.CaseNo}", "Resume", i.Theme);
            if (i.Points.Count > 0)
                s.Line("Indstilling", $"{i.By} indstiller til {m.Committee},", " ")
                    .Each(i.Points.Select((p, n) => $"{n + 1}. at {p}"));
            s.Line($"Beslutning i {m.Committee} den {Short(m.Date)}", i.Decision.Text, "Sagsfremstilling", i.Content);
        }

        return s.Bytes;
    }

    private static byte[] BodyAsHeading(FictiveMeeting m, Layout l)
    {
        var s = new Sheet().Line(
            "Du er her",
            "",
            "Referat",
            "",
            m.Committee,
            "",
            $"Dato: {Capital(Weekday(m.Date))} den {Long(m.Date)} - {m.Start}",
            $"Sted: {m.Place}"
        );
        foreach (var i in m.Items)
        {
            s.Line(
                $" • Pkt. {i.Number} {i.Title}",
                "",
                $"  Pkt. {i.Number}",
                "",
                $"  {i.Title}",
                "",
                $"  Sagsnr. {i.CaseNo} {m.Committee} Åbent punkt",
                "",
                "  Resume",
                "",
                "  " + i.Theme,
                ""
            );
            if (i.Points.Count > 0)
                s.Line("  Indstilling", "", $"  {i.By} indstiller, at {i.Points[0]}")
                    .Each(i.Points.Skip(1).Select(p => "  at " + p))
                    .Line("");
            s.Line(
                "  Beslutningskompetence",
                "",
                "  " + m.Committee,
                "",
                "  Sagsfremstilling",
                "",
                "  " + i.Content.Replace("\n", "\n  "),
                ""
            );
            if (i.Economy is not null)
                s.Line("  Økonomi", "", "  " + i.Economy, "");
            s.Line($"  {m.Committee}, {Short(m.Date)}, pkt. {i.Number}", "", "  " + i.Decision.Text, "");
        }

        return s.Bytes;
    }

    private static byte[] OwnLine(FictiveMeeting m, Layout l)
    {
        var s = new Sheet().Line(
            $"Møde i {m.Committee}",
            "Referat",
            $"Dato: {Long(m.Date)}",
            $"Tidspunkt: Kl. {m.Start}",
            $"Mødested: {m.Place}",
            "Deltagere: " + string.Join(", ", Names(m.Present, true)),
            "Afbud: " + (m.Absent.Count == 0 ? "Ingen" : And([.. Names(m.Absent, true)]))
        );
        foreach (var i in m.Items)
        {
            s.Line("", $"{i.Number}", i.Title, "Sagsfremstilling", i.Content);
            if (i.Points.Count > 0) s.Line("Indstilling", $"{i.By} indstiller,").Each(i.Points.Select(p => "at " + p));
            s.Line("Beslutning", i.Decision.Text);
            if (i.Attachments.Count > 0) s.Line("Bilag").Each(i.Attachments);
        }

        return s.Bytes;
    }

    private static byte[] AboveNumber(FictiveMeeting m, Layout l)
    {
        var s = new Sheet().Line(
            "REFERAT",
            "",
            m.Committee,
            "",
            $"{Short(m.Date)} kl. {m.Start}",
            "",
            $"Mødested: {m.Place}",
            "",
            $"Sager {m.Items[0].Number} - {m.Items[^1].Number}",
            ""
        );
        foreach (var i in m.Items)
        {
            s.Line(
                i.Title,
                $"Sag nr. {i.Number}",
                "",
                $"Beslutningskompetence: {m.Committee}",
                "",
                "Sagens kerne",
                "",
                i.Theme,
                ""
            );
            if (i.Points.Count > 0)
                s.Line("Indstilling", "", $"{i.By} indstiller,", "")
                    .Each(i.Points.SelectMany(p => new[] { "at " + p, "" }));
            s.Line("Beslutning", "", i.Decision.Text, "");
            if (i.Attachments.Count > 0) s.Line("Bilag", "").Each(i.Attachments.SelectMany(a => new[] { a, "" }));
        }

        return s.Bytes;
    }

    private static byte[] Bullets(FictiveMeeting m, Layout l)
    {
        var s = new Sheet()
            .Line(
                $"{m.Committee} - Referat - {Long(m.Date)}",
                "",
                "Mødedato",
                $"{Short(m.Date)} kl. {m.Start} - 21:00",
                "",
                "Mødested",
                m.Place,
                "",
                "Deltagere"
            )
            .Each(m.Present.Concat(m.Absent).Select(p => $" • {p.Name}, {p.Party}"));
        if (m.Absent.Count > 0)
            s.Line("", " • Afbud").Each(m.Absent.Select(p => $" • {p.Name}, {p.Party}"));
        s.Line("").Each(m.Items.Select(i => $"  {i.Number}. {i.Title}"));
        foreach (var i in m.Items)
        {
            s.Line(
                "",
                "",
                $"  Sagsnr. {i.CaseNo}",
                $"  {i.Number}. {i.Title}",
                "  Resume",
                "",
                "  " + i.Theme,
                "",
                "  Sagsfremstilling",
                "",
                "  " + i.Content.Replace("\n", "\n  "),
                ""
            );
            if (i.Points.Count > 0)
                s.Line("  Indstilling", "", $"  {i.By} indstiller,")
                    .Each(i.Points.Select(p => "   • at " + p))
                    .Line("");
            s.Line("  Beslutning", "", "  " + i.Decision.Text, "");
            if (i.Attachments.Count > 0) s.Line("  Bilag", "").Each(i.Attachments.Select(a => "   • " + a));
        }

        return s.Bytes;
    }

    private static byte[] GluedNumbers(FictiveMeeting m, Layout l)
    {
        var s = new Sheet().Line(
            "Beslutningsprotokol",
            m.Committee,
            $"{Weekday(m.Date)} den {Long(m.Date)}",
            $"Starttidspunkt: kl. {m.Start}",
            $"Mødested: {m.Place}",
            "Fraværende: " + (m.Absent.Count == 0 ? "Ingen" : string.Join(", ", Names(m.Absent, false)))
        );
        foreach (var i in m.Items)
        {
            s.Line("", $"{i.Number}{i.Title}", "Sagsfremstilling", i.Content);
            if (i.Points.Count > 0)
                s.Line("Indstilling", $"{i.By} indstiller til udvalget, at:")
                    .Each(i.Points.Select((p, n) => $"  {n + 1}. {Capital(p)}"));
            s.Line($"Beslutning {m.Committee} den {Short(m.Date)}", i.Decision.Text);
        }

        return s.Bytes;
    }

    private static byte[] AbsentBelow(FictiveMeeting m, Layout l)
    {
        var s = new Sheet().Line(
            $"Referat fra møde i {m.Committee}",
            $"Mødedato: {Long(m.Date)}",
            $"Mødetidspunkt: {m.Start}",
            $"Mødelokale: {m.Place}"
        );
        foreach (var i in m.Items)
        {
            s.Line("", $"{i.Number}. {i.Title}", $"Sagsnummer: {i.CaseNo}", "", "Sagsfremstilling", i.Content, "");
            if (i.Points.Count > 0)
                s.Line("Administrativ indstilling", $"{i.By} indstiller, at", "")
                    .Each(i.Points.Select(p => "- at " + p))
                    .Line("");
            s.Line(
                $"{m.Committee}s beslutning den {Long(m.Date)}:",
                i.Decision.Text,
                DidNotTakePart(i, "deltog ikke i mødet", true)
            );
            if (i.Attachments.Count > 0)
                s.Line("", "Bilag").Each(i.Attachments);
        }

        return s.Bytes;
    }

    private static byte[] Agenda(FictiveMeeting m, Layout l)
    {
        var s = new Sheet().Line("Dagsorden", m.Committee, $"{Long(m.Date)} kl. {m.Start}", $"Mødested: {m.Place}");
        foreach (var i in m.Items)
        {
            s.Line("", $"{i.Number}.", i.Title, $"Sagsnr.: {i.CaseNo}", "Handicapaspekter:", "Ingen.", "Sagsfremstilling:", i.Content);
            if (i.Points.Count > 0) s.Line($"{i.By} foreslår:").Each(i.Points.Select(p => "At " + p));
        }

        return s.Bytes;
    }
}
