using System.CommandLine;
using Virker.Rules;

namespace Virker.Cli;

/// <summary>
/// "law check": every mistake in the law's data files, as a build tool reads it; the build runs it and stops.
/// </summary>
internal static class LawCheckCommand
{
    public static Command Build()
    {
        var check = new Command("check", "Efterse lovens datafiler og kodelister");
        check.SetAction(_ => Run());
        return check;
    }

    private static int Run()
    {
        var mistakes = Lawbook.Mistakes();
        foreach (var mistake in mistakes)
            Console.Error.WriteLine($"src/Rules/{mistake.File}({mistake.Line}): error LAW: {mistake.Message}");
        if (mistakes.Count == 0)
            Console.Out.WriteLine(
                $"{Lawbook.Current.Sheets.Count} filer, {Lawbook.Current.All.Count()} parametre og {CodeList.Every.Count} kodelister er i orden."
            );
        return mistakes.Count == 0 ? 0 : 1;
    }
}
