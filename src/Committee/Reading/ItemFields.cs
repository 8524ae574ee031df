using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// The labelled facts of an item (case number, document number, open or closed, competence), wherever they stand: each
/// on its line, several on one, the value behind the label or on the line below.
/// </summary>
internal sealed partial class ItemFields
{
    public string? CaseNo { get; private set; }

    public string? DocNo { get; private set; }

    public string? Access { get; private set; }

    public string? Competence { get; private set; }

    private string? _awaits;

    /// <summary>Takes the line if it is made of labels and their values, and says so.</summary>
    public bool Take(string text)
    {
        text = text.Replace('\t', ' ').Trim();
        if (_awaits is { } label && text.Length > 0)
        {
            _awaits = null;
            if (
                text.Length < 150
                && !text.EndsWith(':')
                && !IsLabel(text)
                && SectionHeadings.KeyOf(text) is null
                && (label is "competence" or "aside" or "access" || Identifier(text) is not null)
            )
                return Put(label, text);
        }

        if (text.Length == 0 || text.Length > 300) return false;
        if (Number().Match(text) is { Success: true } number)
        {
            CaseNo ??= number.Value.Trim();
            return true;
        }

        return TakeLabels(text);
    }

    public static bool IsLabel(string text)
    {
        text = text.Replace('\t', ' ').Trim();
        return text.Length < 300
            && (Labels().Match(text) is { Success: true, Index: 0 } || Open().IsMatch(text) || Number().IsMatch(text));
    }

    private bool TakeLabels(string text)
    {
        var labels = Labels().Matches(text);
        if (labels.Count == 0 || labels[0].Index != 0)
        {
            if (!Open().IsMatch(text)) return false;
            Access ??= AccessOf(text);
            return true;
        }

        for (var i = 0; i < labels.Count; i++)
        {
            var from = labels[i].Index + labels[i].Length;
            var value = text[from..(i + 1 < labels.Count ? labels[i + 1].Index : text.Length)]
                .Trim(' ', ':', ',', ';', '|');
            if (i == labels.Count - 1 && OpenAtEnd().Match(value) is { Success: true } open)
            {
                Access ??= AccessOf(open.Value);
                value = value[..open.Index].Trim();
            }

            var name = Name(labels[i]);
            if (value.Length > 0) Put(name, value);
            else _awaits = name;
        }

        return true;
    }

    private static string Name(Match label) =>
        label.Groups["case"].Success ? "case"
        : label.Groups["doc"].Success ? "doc"
        : label.Groups["competence"].Success ? "competence"
        : label.Groups["access"].Success ? "access"
        : "aside";

    private bool Put(string label, string value)
    {
        switch (label)
        {
            case "case": CaseNo ??= Identifier(value); break;
            case "doc": DocNo ??= Identifier(value); break;
            case "competence": Competence ??= value.TrimEnd('.', ' '); break;
            case "access": Access ??= AccessOf(value); break;
        }

        return true;
    }

    private static string? Identifier(string value) =>
        Printed().Match(value) is { Success: true } m && m.Index < 12 ? m.Value : null;

    private static string? AccessOf(string text) =>
        Closed().IsMatch(text) ? "closed"
        : text.Contains("ben", StringComparison.OrdinalIgnoreCase)
        || text.Contains("offentlig", StringComparison.OrdinalIgnoreCase)
            ? "open"
        : null;

    [GeneratedRegex(
        @"(?<![\p{L}\d])(?:(?<case>Sags?[\s-]?(?:nr|id|nummer)\.?|Sag(?=\s\d{2,}[-/])|Journal(?:nr|nummer)\.?|J\.\s?nr\.?|Acadre[\s-]?(?:sag|nr\.?)|ESDH[\s-]?sag|Kommunens sagsnr\.?)|(?<doc>Dok(?:ument)?\.?[\s-]?(?:nr|id|nummer)\.?|Dok\.(?=\s\d{2,}[-/]))|(?<competence>Kompetence(?=\s*:)|Beslutningskompetence(?=\s*:)|Beslutningen træffes af(?=\s*:)|Afgøres af(?=\s*:))|(?<access>Åben(?:t)?/lukket(?:t)?(?=\s*:)|Adgang(?=\s*:)|Offentlighed(?=\s*:)|Status(?=\s*:\s*(?:Åb|Luk)))|(?:Sagsbehandler|Initialer|Init|Sagsansvarlig|Forvaltning|Afdeling|Kontaktperson|Lovgrundlagskode|KLE(?:-nr)?|Sagsforløb|Sagstype|Sagsinitialer|Øvrige sagsbehandlere|Ansvarlig|Ref)(?=\s*\.?:))\s*:?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Labels();

    [GeneratedRegex(
        @"^(?:\d{2}\.\d{2}(?:\.\d{2})?\s?[-–]?\s?[A-ZÆØÅ]\d{2}\s?[-–]\s?\d{1,5}(?:[-–/]\d{2,6})?|\d{2,4}/\d{3,6}|\d{2}\.\d{2}[A-ZÆØÅ]?\d{2}\s?[-–]\s?\d{4}/\d{3,6}|[A-ZÆØÅ]{2,5}-\d{4}-\d{3,8}|[A-ZÆØÅ]{3,7}\s?/\s?\d{2}/\d{3,6}|\d{2}\.\d{2}\.\d{2}[-–]\d{4}[-–]\d+)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^(?:Åbent?|Lukket|Åben sag|Lukket sag|Åbent punkt|Lukket punkt|Åben dagsorden|Åbent møde|Lukket møde|Offentlig|Ikke[- ]offentlig|For åbne døre|For lukkede døre)\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Open();

    [GeneratedRegex(@"\s?\b(?:Åbent?(?:\ssag|\spunkt)?|Lukket(?:\ssag|\spunkt)?)\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex OpenAtEnd();

    [GeneratedRegex(@"lukke|ikke[- ]offentlig", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Closed();

    [GeneratedRegex(@"[\p{L}\d][\p{L}\d./-]*\d[\p{L}\d./-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Printed();
}
