namespace Virker.Tests.Structure.Seeded;

/// <summary>A list of codes with its own way to a word, which CodeWordWallTests must find.</summary>
internal static class OldWords
{
    public static readonly IReadOnlyList<(string Code, string Text)> All = [("aaben", "Åben")];

    public static string Text(string code) => All.FirstOrDefault(w => w.Code == code).Text;
}

/// <summary>A row that keeps a code as text.</summary>
internal sealed class OldRow
{
    public string Title { get; set; } = "";

    public string Status { get; set; } = "";
}
