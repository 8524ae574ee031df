using System.CommandLine;
using Virker.Committee;

namespace Virker.Cli;

/// <summary>
/// "minutes read FILE": published minutes, an agenda or a single case as JSON; several files or a folder as one line of
/// JSON each.
/// </summary>
internal sealed class MinutesNoun : INoun
{
    public Command Build()
    {
        var files = new Argument<string[]>("FILE")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Referat, dagsorden eller sag: tekst, HTML, PDF eller ESDH-eksport. "
                + "Er der flere, eller er det en mappe, skrives én linje JSON for hver fil.",
        };
        var read = new Command("read",
            "Læs et offentliggjort referat, en dagsorden eller en enkelt sag, og skriv den som JSON.") { files };
        read.SetAction(parsed => Read(parsed.GetValue(files)!));
        return new Command("minutes", "Udvalgets referater og dagsordener.") { read };
    }

    private static int Read(string[] paths)
    {
        if (paths is [var one] && !Directory.Exists(one)) return JsonAnswer.Write(one, MinutesReader.ReadFile);
        using var output = Console.OpenStandardOutput();
        return JsonAnswer.WriteLines([.. paths.SelectMany(Files)], MinutesReader.ReadFile, output);
    }

    /// <summary>The files of a folder, those in its own folders too, by name; a file is itself.</summary>
    private static IEnumerable<string> Files(string path) =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [path];
}
