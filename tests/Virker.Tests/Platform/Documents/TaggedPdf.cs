using System.Text;

namespace Virker.Tests.Platform;

using Entries = Dictionary<string, object?>;

/// <summary>
/// An element of the structure tree, with the text of its marked content in the order in which it is read.
/// </summary>
internal sealed record PdfElement(string Type, Entries Entries, List<object> Kids, Entries Attributes)
{
    public IEnumerable<PdfElement> Children => Kids.OfType<PdfElement>();

    public string Text =>
        string.Concat(Kids.Select(kid => kid is PdfElement element ? element.Text : kid as string ?? ""));

    /// <summary>The element's own text, without that of the blocks in it.</summary>
    public string Line =>
        string.Concat(
            Kids.Select(kid => kid is PdfElement { Type: "Link" or "Span" } inline ? inline.Text : kid as string ?? "")
        );

    public IEnumerable<PdfElement> All => Children.SelectMany(child => child.All).Prepend(this);

    public string? Alt => Entries.TryGetValue("Alt", out var alt) ? PdfFileReader.Text(alt) : null;
}

/// <summary>A page's marked content by number, and whatever was drawn outside of any.</summary>
internal sealed record PdfPageContent(
    Dictionary<int, string> Text,
    Dictionary<int, string> Tags,
    List<string> Faults,
    string Artifacts
);

/// <summary>A tagged PDF read through its structure tree.</summary>
internal sealed class TaggedPdf
{
    private readonly Dictionary<PdfReference, int> _pageNumbers = [];

    public TaggedPdf(byte[] bytes)
    {
        File = new PdfFileReader(bytes);
        Pages = [.. File.List(File.Dictionary(File.Catalog["Pages"])["Kids"]).Select(File.Dictionary)];
        foreach (var page in File.List(File.Dictionary(File.Catalog["Pages"])["Kids"]))
            _pageNumbers[(PdfReference)page!] = _pageNumbers.Count;
        Content = [.. Pages.Select(page => PdfContentReader.Read(File, page))];
        StructureRoot = File.Dictionary(File.Catalog["StructTreeRoot"]);
        Root = Element(File.List(StructureRoot["K"]).ShouldHaveSingleItem());
    }

    public PdfFileReader File { get; }

    public IReadOnlyList<Entries> Pages { get; }

    public IReadOnlyList<PdfPageContent> Content { get; }

    public Entries StructureRoot { get; }

    public PdfElement Root { get; }

    /// <summary>Which element (its object) claims which marked content, and how often.</summary>
    public List<(int Page, int Mcid, object Element)> Claims { get; } = [];

    public List<(PdfReference Annotation, object Element)> Annotations { get; } = [];

    private PdfElement Element(object? reference)
    {
        var entries = File.Dictionary(reference);
        var element = new PdfElement(PdfFileReader.Name(entries["S"]), entries, [], []);
        if (entries.TryGetValue("A", out var attributes))
        {
            foreach (var entry in File.List(attributes).SelectMany(File.Dictionary).Where(entry => entry.Key != "O"))
                element.Attributes.Add(entry.Key, entry.Value);
        }
        foreach (var kid in entries.TryGetValue("K", out var kids) ? File.List(kids) : [])
            element.Kids.Add(Kid(kid, reference!));
        return element;
    }

    private object Kid(object? kid, object element)
    {
        if (kid is PdfReference)
            return Element(kid);
        var entries = File.Dictionary(kid);
        if (PdfFileReader.Name(entries["Type"]) == "OBJR")
        {
            Annotations.Add(((PdfReference)entries["Obj"]!, element));
            return "";
        }
        PdfFileReader.Name(entries["Type"]).ShouldBe("MCR");
        var (page, mcid) = (_pageNumbers[(PdfReference)entries["Pg"]!], PdfFileReader.Number(entries["MCID"]));
        Claims.Add((page, mcid, element));
        return Content[page].Text[mcid];
    }
}

internal static class PdfContentReader
{
    private static readonly string[] Painting = ["Tj", "f", "S", "B", "F", "f*", "b", "s", "sh", "Do", "TJ"];

    public static PdfPageContent Read(PdfFileReader file, Entries page)
    {
        var fonts = file.Dictionary(file.Dictionary(page["Resources"])["Font"])
            .ToDictionary(
                font => font.Key,
                font =>
                    (
                        Unicode: PdfFonts.ToUnicode(file, file.Dictionary(font.Value)),
                        Widths: PdfFonts.Widths(file, file.Dictionary(font.Value))
                    )
            );
        var content = new PdfPageContent([], [], [], "");
        var artifacts = new StringBuilder();
        var open = new Stack<int?>();
        var operands = new List<object?>();
        var (font, size, x, y) = ("", 0.0, 0.0, 0.0);
        var reader = new PdfSyntaxReader(file.Stream(page["Contents"]).Data);
        while (!reader.AtEnd)
        {
            var token = reader.Read();
            if (token is not PdfOperator { Text: var name })
            {
                operands.Add(token);
                continue;
            }
            if (name == "BMC" || name == "BDC")
                open.Push(Begin(content, operands, open.Count));
            else if (name == "EMC")
                open.Pop();
            else if (name == "Tf")
                (font, size) = (PdfFileReader.Name(operands[0]), (double)operands[1]!);
            else if (name == "Td")
                (x, y) = ((double)operands[0]!, (double)operands[1]!);
            else if (Painting.Contains(name) && open.Count != 1)
                content.Faults.Add($"{name} outside marked content");
            if (name == "Tj" && open.TryPeek(out var mcid))
            {
                var text = Decode((byte[])operands[0]!, fonts[font].Unicode);
                var right = x + Width((byte[])operands[0]!, fonts[font].Widths) * size / 1000;
                if (x < 30 || right > 565.28 + size || y < 20 || y > 821)
                    content.Faults.Add($"\"{text}\" is set outside the margins, from {x} to {right} at {y}");
                if (mcid is { } number)
                    content.Text[number] += text;
                else
                    artifacts.Append(text).Append('\n');
            }
            operands.Clear();
        }
        if (open.Count > 0)
            content.Faults.Add("marked content was not ended");
        return content with { Artifacts = artifacts.ToString() };
    }

    private static int? Begin(PdfPageContent content, List<object?> operands, int depth)
    {
        if (depth > 0)
            content.Faults.Add("marked content inside marked content");
        var tag = PdfFileReader.Name(operands[0]);
        if (tag == "Artifact")
            return null;
        var mcid = PdfFileReader.Number(((Entries)operands[1]!)["MCID"]);
        content.Text.Add(mcid, "");
        content.Tags.Add(mcid, tag);
        return mcid;
    }

    private static double Width(byte[] codes, IReadOnlyList<double> widths) =>
        codes.Chunk(2).Sum(code => widths[(code[0] << 8 | code[1]) - 1]);

    private static string Decode(byte[] codes, Dictionary<int, string> unicode)
    {
        var text = new StringBuilder();
        for (var i = 0; i < codes.Length; i += 2)
            text.Append(unicode[codes[i] << 8 | codes[i + 1]]);
        return text.ToString();
    }
}

internal static class PdfFonts
{
    public static IReadOnlyList<double> Widths(PdfFileReader file, Entries font)
    {
        var descendant = file.Dictionary(file.List(font["DescendantFonts"]).Single());
        return [.. file.List(file.List(descendant["W"])[1]).Select(width => (double)width!)];
    }

    public static Dictionary<int, string> ToUnicode(PdfFileReader file, Entries font)
    {
        var map = new Dictionary<int, string>();
        var inside = false;
        foreach (var line in Encoding.ASCII.GetString(file.Stream(font["ToUnicode"]).Data).Split('\n'))
        {
            if (line.EndsWith("bfchar"))
                inside = line.EndsWith("beginbfchar");
            else if (inside && line.Split('<', '>') is [_, var code, _, var text, _])
                map.Add(Convert.ToInt32(code, 16), Encoding.BigEndianUnicode.GetString(Convert.FromHexString(text)));
        }
        return map;
    }
}
