using System.Text;

namespace Virker.Platform;

internal sealed class HtmlBlocks(StringBuilder html, int topLevel)
{
    private readonly HeadingLevels _levels = new();

    public void Write(IEnumerable<DocumentBlock> blocks)
    {
        foreach (var block in blocks)
            Write(block);
    }

    private void Write(DocumentBlock block)
    {
        switch (block)
        {
            case Heading heading:
                WriteHeading(heading.Level, heading.Text, heading.Anchor);
                break;
            case Paragraph paragraph:
                WriteParagraph(paragraph);
                break;
            case ItemList list:
                WriteList(list);
                break;
            case DocumentTable table:
                HtmlTable.Write(html, table);
                break;
            case FigureBlock figure:
                WriteFigure(figure);
                break;
            case DefinitionRows rows:
                WriteDefinitions(rows);
                break;
            case SignOff signOff:
                WriteSignOff(signOff);
                break;
            case NoticeBlock notice:
                WriteNotice(notice);
                break;
            case PageBreak:
                html.Append("<div class=\"doc-pagebreak\"></div>\n");
                break;
            default:
                throw new InvalidOperationException($"No HTML for {block.GetType().Name}.");
        }
    }

    private void WriteHeading(int wanted, string text, string? anchor)
    {
        var level = Math.Min(6, _levels.Next(wanted) + topLevel - 1);
        html.Append($"<h{level}").Append(HtmlText.Attribute("id", anchor)).Append('>')
            .Append(HtmlText.Encode(CleanText.Line(text))).Append($"</h{level}>\n");
    }

    private void WriteParagraph(Paragraph paragraph)
    {
        html.Append(paragraph.Style switch
        {
            ParagraphStyle.Lead => "<p class=\"doc-lead\">",
            ParagraphStyle.Small => "<p class=\"doc-small\">",
            _ => "<p>",
        }).Runs(paragraph.Runs).Append("</p>\n");
    }

    private void WriteList(ItemList list)
    {
        if (list.Items.Count == 0)
            return;
        var element = list.Numbered ? "ol" : "ul";
        var start = list.Numbered && list.Start != 1 ? $" start=\"{list.Start}\"" : "";
        html.Append($"<{element} class=\"doc-list\"{start}>\n");
        foreach (var item in list.Items)
        {
            html.Append("<li>");
            if (item.Blocks is [Paragraph { Style: ParagraphStyle.Body } first, ..])
            {
                html.Runs(first.Runs);
                Write(item.Blocks.Skip(1));
            }
            else
            {
                Write(item.Blocks);
            }
            html.Append("</li>\n");
        }
        html.Append($"</{element}>\n");
    }

    private void WriteFigure(FigureBlock figure)
    {
        html.Append("<figure class=\"doc-figure\">\n").Append(figure.Chart.ToSvg(figure.Alt)).Append('\n');
        if (figure.Caption is not null)
            html.Append("<figcaption>").Append(HtmlText.Encode(figure.Caption)).Append("</figcaption>\n");
        html.Append("</figure>\n");
        if (!figure.TableElsewhere)
            HtmlTable.Write(html, figure.Chart.ToTable());
    }

    private void WriteDefinitions(DefinitionRows rows)
    {
        html.Append("<dl class=\"doc-definitions\">\n");
        foreach (var row in rows.Rows)
        {
            html.Append("<div><dt>")
                .Append(HtmlText.Encode(row.Label))
                .Append("</dt><dd>")
                .Runs(row.Value)
                .Append("</dd></div>\n");
        }
        html.Append("</dl>\n");
    }

    private void WriteSignOff(SignOff signOff)
    {
        html.Append("<section class=\"doc-signoff\">\n");
        WriteHeading(2, signOff.Title, null);
        html.Append("<ul>\n");
        foreach (var person in signOff.Signatories)
        {
            html.Append("<li><span class=\"doc-signoff-name\">")
                .Append(HtmlText.Encode(person.Name))
                .Append("</span>, <span>")
                .Append(HtmlText.Encode(person.Role))
                .Append("</span><span class=\"doc-signoff-line\">")
                .Append(HtmlText.Encode(person.Signed ?? SignOffText.Unsigned))
                .Append("</span></li>\n");
        }
        html.Append("</ul>\n</section>\n");
    }

    private void WriteNotice(NoticeBlock notice)
    {
        var kind = notice.Kind == NoticeKind.Warning ? " doc-notice-warning" : "";
        html.Append($"<div class=\"doc-notice{kind}\" role=\"note\">\n<p class=\"doc-notice-title\">")
            .Append(HtmlText.Encode(notice.Title))
            .Append("</p>\n<p>")
            .Runs(notice.Runs)
            .Append("</p>\n</div>\n");
    }
}

internal static class SignOffText
{
    public const string Unsigned = "Ikke underskrevet";
}
