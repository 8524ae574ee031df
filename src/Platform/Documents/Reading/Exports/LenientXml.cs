using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// XML as case systems really write it: characters that XML does not allow (a form feed as &amp;#xC;) are dropped. No
/// document type is read and nothing is fetched, so neither entities nor addresses can reach out of the file.
/// </summary>
internal static partial class LenientXml
{
    private const int MaxDepth = 200;

    public static Outcome<XDocument> Read(string text)
    {
        var allowed = Dropped().Replace(NotAllowed().Replace(text, "\n"), m => IsAllowed(m) ? m.Value : "\n");
        if (DeclaresType(allowed))
            return new Refusal(
                "source.dtd",
                "XML-filen har en dokumenttype (DOCTYPE); det er forbudt, fordi den kan hente andre filer ind. Gem eksporten uden den."
            );
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = SourceReader.MaxBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            if (TooDeep(allowed, settings))
                return new Refusal("source.xml", $"XML-filen har mere end {MaxDepth} niveauer.");
            using var reader = XmlReader.Create(new StringReader(allowed), settings);
            return XDocument.Load(reader);
        }
        catch (XmlException e)
        {
            return new Refusal(
                "source.xml",
                $"linje {e.LineNumber}, tegn {e.LinePosition}: XML-filen er ikke velformet."
            );
        }
    }

    /// <summary>What a decoder of the declared encoding left at the start is not part of the document.</summary>
    private static bool TooDeep(string text, XmlReaderSettings settings)
    {
        using var reader = XmlReader.Create(new StringReader(text), settings);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth) return true;
        }

        return false;
    }

    private static bool IsAllowed(Match reference)
    {
        var hex = reference.Groups["hex"];
        var ok = hex.Success
            ? int.TryParse(hex.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
            : int.TryParse(
                reference.Groups["dec"].ValueSpan,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out code
            );
        return ok
            && (
                code is 9 or 10 or 13 or >= 0x20 and <= 0xD7FF or >= 0xE000 and <= 0xFFFD or >= 0x10000 and <= 0x10FFFF
            );
    }

    /// <summary>A document type stands before the root, behind nothing but declarations and comments.</summary>
    private static bool DeclaresType(string text)
    {
        var at = text.IndexOf("<!DOCTYPE", 0, Math.Min(text.Length, 4_096), StringComparison.OrdinalIgnoreCase);
        for (
            var tag = at < 0 ? -1 : text.IndexOf('<', StringComparison.Ordinal);
            tag >= 0 && tag < at;
            tag = text.IndexOf('<', tag + 1)
        )
        {
            if (tag + 1 < text.Length && char.IsLetter(text[tag + 1])) return false;
        }

        return at >= 0;
    }

    [GeneratedRegex("&#(?:[xX](?<hex>[0-9a-fA-F]{1,8})|(?<dec>[0-9]{1,9}));", RegexOptions.None)]
    private static partial Regex Dropped();

    [GeneratedRegex("[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]", RegexOptions.None)]
    private static partial Regex NotAllowed();
}
