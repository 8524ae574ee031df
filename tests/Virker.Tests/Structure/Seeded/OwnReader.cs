namespace Virker.Tests.Structure.Seeded;

/// <summary>Reads for itself what comes in, which ReaderTests must find.</summary>
internal static class OwnReader
{
    public static (DateOnly, decimal) Read(string path)
    {
        var cells = File.ReadAllText(path).Split(';');
        return (DateOnly.Parse(cells[0], null), decimal.Parse(cells[1], null));
    }
}
