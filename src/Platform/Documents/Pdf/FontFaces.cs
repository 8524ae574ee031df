namespace Virker.Platform;

internal enum FontFace
{
    Regular,
    Bold,
    Italic,
    BoldItalic,
}

/// <summary>
/// The embedded fonts, read once. Bold is the semi-bold cut: it is dark enough on paper and keeps a page calm.
/// </summary>
internal static class FontFaces
{
    private static readonly Lazy<TrueTypeFont>[] Faces =
    [
        Load("Regular"),
        Load("SemiBold"),
        Load("Italic"),
        Load("SemiBoldItalic"),
    ];

    public static TrueTypeFont Of(FontFace face) => Faces[(int)face].Value;

    public static FontFace Face(bool bold, bool italic) => (FontFace)((bold ? 1 : 0) + (italic ? 2 : 0));

    private static Lazy<TrueTypeFont> Load(string cut) => new(() =>
    {
        var resource = $"Virker.Platform.Fonts.IBMPlexSans-{cut}.ttf";
        using var stream = typeof(FontFaces).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font {resource} is not in the assembly.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return new TrueTypeFont($"IBMPlexSans-{cut}", file);
    });
}
