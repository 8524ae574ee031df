using System.Globalization;
using System.Text;

namespace Virker.Tests.Platform;

/// <summary>
/// A PDF of one page written by hand: its content, and what more is said of its page, its font, and one further object
/// (number 7).
/// </summary>
internal static class HandmadePdf
{
    public static byte[] Of(
        string content,
        string page = "",
        string font = "/Encoding /WinAnsiEncoding",
        string? extra = null
    )
    {
        var file = new MemoryStream();
        var places = new List<long>();
        Write("%PDF-1.7\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object("<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>");
        Object($"<< /Type /Page /Parent 2 0 R /Contents 5 0 R {page} /Resources << /Font << /F1 4 0 R >> >> >>");
        Object($"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica {font} >>");
        Object($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        Object("<< >>");
        if (extra is not null) Object(extra);
        var table = file.Position;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) Write(place.ToString("0000000000", CultureInfo.InvariantCulture) + " 00000 n \n");
        Write($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        void Object(string text)
        {
            places.Add(file.Position);
            Write($"{places.Count} 0 obj\n{text}\nendobj\n");
        }
    }
}
