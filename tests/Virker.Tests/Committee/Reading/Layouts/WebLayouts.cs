using System.Net;
using static Virker.Tests.Committee.Prints;
using static Virker.Tests.Committee.Sheet;

namespace Virker.Tests.Committee;

/// <summary>Pages as their systems send them.</summary>
internal static class WebLayouts
{
    public static readonly Layout[] All =
    [
        new(
            "publishing system, number in its own element",
            "html",
            false,
            Usual | CaseNo,
            ["decision", "recommendation", "other", "attachments"],
            Publishing,
            p => "At " + p
        ),
        new(
            "accordion of list items",
            "html",
            true,
            Usual,
            ["other", "recommendation", "decision", "case_content"],
            Accordion
        ),
        new(
            "facts in a table, headings of three levels",
            "html",
            false,
            Usual | CaseNo | Access | Present | Absent | Party,
            ["other", "case_content", "economic_and_staff_consequences", "recommendation", "decision", "attachments"],
            Facts
        ),
        new(
            "divs with bold headings",
            "html",
            true,
            Usual | CaseNo | Away | Party,
            ["case_content", "recommendation", "decision"],
            Divs
        ),
        new(
            "definition lists, number behind a word",
            "html",
            false,
            Usual | Absent,
            ["case_content", "recommendation", "decision", "attachments"],
            Definitions
        ),
    ];

    private static string P(string text) => $"<p>{WebUtility.HtmlEncode(text).Replace("\n", "</p><p>")}</p>";

    private static Sheet Open(FictiveMeeting m, string title) =>
        new Sheet().Line(
            $"<!doctype html><html lang=\"da\"><head><meta charset=\"utf-8\"><title>{title}</title><style>p{{color:red}}</style></head><body><header><a href=\"/\">Forsiden</a></header><nav><ul><li>Menu</li><li>Borger</li></ul></nav>"
        );

    private static byte[] Publishing(FictiveMeeting m, Layout l)
    {
        var s = Open(m, $"{m.Committee} - {m.Place}")
            .Line(
                $"<h1>Referat {Long(m.Date)} kl. {m.Start.Replace(':', '.')}</h1><h2>{m.Committee} - {m.Place}</h2><dl><dt>Udvalg:</dt><dd>{m.Committee}</dd><dt>Mødedato:</dt><dd>{Weekday(m.Date)} den {Long(m.Date)} kl. {m.Start.Replace(':', '.')}</dd><dt>Mødested:</dt><dd>{m.Place}</dd><dt>Mødedeltagere:</dt><dd></dd></dl><table><tr><th>Punkt</th><th>Titel</th></tr></table>"
            );
        foreach (var i in m.Items)
        {
            s.Line(
                $"<section><div class=\"no\">{i.Number}</div><h2>{i.Title}</h2><div>{i.CaseNo}</div><h3></h3><h3>Beslutninger</h3>{P(i.Decision.Text)}"
            );
            if (i.Points.Count > 0)
                s.Line("<h3>Beslutningspunkter</h3>" + P($"{i.By} indstiller:"))
                    .Each(i.Points.Select(p => P("At " + p)));
            s.Line(
                "<h3>Sagsforløb</h3><p>Udvalg: Magistraten</p><p>Dato: 03-01-2023</p><p>Punktnummer: 7</p><p>Sendt videre.</p>"
            );
            if (i.Attachments.Count > 0)
                s.Line("<h3>Bilag</h3><ul>")
                    .Each(i.Attachments.Select(a => $"<li><span>PDF</span> <a href=\"/f\">{a}</a></li>"))
                    .Line("</ul>");
            s.Line($"<div>{i.Number}</div><button>Hent som PDF</button><button>Kopier link</button></section>");
        }

        return s.Line("</body></html>").Bytes;
    }

    private static byte[] Accordion(FictiveMeeting m, Layout l)
    {
        var s = Open(m, "Referat")
            .Line(
                $"<main><h1>{m.Committee} - Referat fra mødet den {Short(m.Date)}</h1><h2>Referat</h2><p>Mødetidspunkt: kl. {m.Start}</p><p>Mødested: {m.Place}</p><ul>"
            );
        foreach (var i in m.Items)
        {
            s.Line($"<li><a href=\"#{i.Number}\">{i.Number} {i.Title}</a><ul><li><h4>Resume</h4>{P(i.Theme)}</li>");
            if (i.Points.Count > 0)
                s.Line($"<li><h4>Indstilling</h4>{P($"{i.By} indstiller til {m.Committee},")}{P("\u00A0")}<ol>")
                    .Each(i.Points.Select(p => $"<li>at {p}</li>"))
                    .Line("</ol></li>");
            s.Line(
                $"<li><h4>Beslutning i {m.Committee} den {Short(m.Date)}</h4>{P(i.Decision.Text)}</li><li><h4>Sagsfremstilling</h4>{P(i.Content)}</li></ul></li>"
            );
        }

        return s.Line("</ul></main><footer>Kontakt</footer></body></html>").Bytes;
    }

    private static byte[] Facts(FictiveMeeting m, Layout l)
    {
        var s = Open(m, "Møde")
            .Line(
                $"<div id=\"content\"><h1>Referat</h1><table><tr><td>Udvalg</td><td>{m.Committee}</td></tr><tr><td>Mødedato</td><td>{Long(m.Date)} kl. {m.Start}</td></tr><tr><td>Mødested</td><td>{m.Place}</td></tr><tr><td>Deltagere</td><td>{string.Join("<br>", Names(m.Present, true))}</td></tr><tr><td>Fraværende</td><td>{string.Join("<br>", Names(m.Absent, true))}</td></tr></table><h2>Indholdsfortegnelse</h2><ol start=\"{m.Items[0].Number}\">"
            )
            .Each(m.Items.Select(i => $"<li><a href=\"#p\">{i.Title}</a></li>"))
            .Line("</ol>");
        foreach (var i in m.Items)
        {
            s.Line(
                $"<h2>{i.Number}. {i.Title}</h2><p>Sagsnr.: {i.CaseNo} <span>Åben sag</span></p><h3>Sagsresumé</h3>{P(i.Theme)}<h3>Sagsfremstilling</h3>{P(i.Content)}"
            );
            if (i.Economy is not null)
                s.Line($"<h3>Økonomi</h3>{P(i.Economy)}");
            if (i.Points.Count > 0)
                s.Line($"<h3>Indstilling</h3>{P($"{i.By} indstiller,")}<ul>")
                    .Each(i.Points.Select(p => $"<li>at {p}</li>"))
                    .Line("</ul>");
            s.Line($"<h3>Beslutning</h3>{P(i.Decision.Text)}");
            if (i.Attachments.Count > 0)
                s.Line("<h3>Bilag</h3><ul>")
                    .Each(i.Attachments.Select(a => $"<li><a href=\"/b.pdf\">{a}</a> (pdf, 120 KB)</li>"))
                    .Line("</ul>");
        }

        return s.Line("</div><script>let a = '<h2>99. Nej</h2>';</script></body></html>").Bytes;
    }

    private static byte[] Divs(FictiveMeeting m, Layout l)
    {
        var s = Open(m, "x")
            .Line(
                $"<div><div class=\"t\">Beslutningsprotokol</div><div>{m.Committee}</div><div>{Weekday(m.Date)} den {Long(m.Date)} kl. {m.Start}</div><div>Mødested: {m.Place}</div>"
            );
        foreach (var i in m.Items)
        {
            s.Line(
                $"<div><div><b>Punkt {i.Number}</b></div><div><b>{i.Title}</b></div><div>Sagsid.: {i.CaseNo}, Sagsinitialer: ABC</div><div><b>Sagsfremstilling</b></div><div>{i.Content.Replace("\n", "<br>")}</div>"
            );
            if (i.Points.Count > 0)
                s.Line($"<div><b>Indstilling</b></div><div>{i.By} indstiller,</div>")
                    .Each(i.Points.Select(p => $"<div>at {p}</div>"));
            s.Line(
                $"<div><b>Beslutning {m.Committee} den {Short(m.Date)}</b></div><div>{i.Decision.Text}</div>",
                i.Away.Count == 0 ? null : $"<div>Fraværende: {And([.. Names(i.Away, true)])}</div>",
                "</div>"
            );
        }

        return s.Line("</div></body></html>").Bytes;
    }

    private static byte[] Definitions(FictiveMeeting m, Layout l)
    {
        var s = Open(m, "x")
            .Line(
                $"<main><h1>Referat af møde i {m.Committee}</h1><dl><dt>Dato</dt><dd>{Long(m.Date)}</dd><dt>Tidspunkt</dt><dd>{m.Start}</dd><dt>Sted</dt><dd>{m.Place}</dd><dt>Afbud</dt><dd>{(m.Absent.Count == 0 ? "Ingen" : And([.. Names(m.Absent, false)]))}</dd></dl>"
            );
        foreach (var i in m.Items)
        {
            s.Line(
                $"<article><h2>Punkt {i.Number} - {i.Title}</h2><dl><dt>Sagsfremstilling</dt><dd>{P(i.Content)}</dd>"
            );
            if (i.Points.Count > 0)
                s.Line($"<dt>Indstilling</dt><dd>{P($"{i.By} indstiller, at {i.Points[0]}")}")
                    .Each(i.Points.Skip(1).Select(p => P("at " + p)))
                    .Line("</dd>");
            s.Line($"<dt>Beslutning</dt><dd>{P(i.Decision.Text)}</dd>");
            if (i.Attachments.Count > 0)
                s.Line("<dt>Bilag</dt>").Each(i.Attachments.Select(a => $"<dd><a>{a}</a></dd>"));
            s.Line("</dl></article>");
        }

        return s.Line("</main></body></html>").Bytes;
    }
}
