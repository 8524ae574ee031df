using Virker.Kernel;

namespace Virker.Web;

/// <summary>A text file that somebody sends with a form.</summary>
public static class WrittenUpload
{
    /// <summary>Its text, or what is wrong with its encoding, at the field.</summary>
    public static async Task<Outcome<string>> TextAsync(IFormFile file, string field)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return WrittenBytes.Text(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), field);
    }
}
