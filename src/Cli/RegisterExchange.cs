using System.CommandLine;
using System.Text;
using Virker.Insight;
using Virker.Kernel;

namespace Virker.Cli;

/// <summary>
/// "insight import" and "insight export": registers of spells in and out, as spells or as a DREAM-like weekly file.
/// </summary>
internal static class RegisterExchange
{
    private const string Spells = "spells";
    private const string Weekly = "uger";

    public static Command BuildImport()
    {
        var file = new Argument<FileInfo>("FIL")
        {
            Description = "Forløb (CSV uden overskrift) eller en ugefil som DREAM",
        };
        var register = new Option<DirectoryInfo>("--register")
        {
            Description = "Mappen, som registeret lægges i",
            Required = true,
        };
        var format = Format();
        var import = new Command(
            "import",
            "Læs et register ind; linjer, der ikke kan bruges, lægges i afviste-linjer.csv"
        )
        {
            file,
            register,
            format,
        };
        import.SetAction(parsed =>
            Guarded(() => Import(parsed.GetValue(file)!, parsed.GetValue(register)!, parsed.GetValue(format)!))
        );
        return import;
    }

    public static Command BuildExport()
    {
        var file = new Argument<FileInfo>("FIL") { Description = "Filen, der skrives" };
        var register = new Option<DirectoryInfo>("--register")
        {
            Description = "Mappen med registeret",
            Required = true,
        };
        var format = Format();
        var export = new Command("export", "Skriv et register ud som forløb eller som en ugefil")
        {
            file,
            register,
            format,
        };
        export.SetAction(parsed =>
            Guarded(() => Export(parsed.GetValue(file)!, parsed.GetValue(register)!, parsed.GetValue(format)!))
        );
        return export;
    }

    private static Option<string> Format()
    {
        var format = new Option<string>("--format")
        {
            Description =
                $"{Spells}: ét forløb på hver linje; {Weekly}: én person på hver linje og én kolonne for hver uge",
            DefaultValueFactory = _ => Spells,
        };
        format.AcceptOnlyFromAmong(Spells, Weekly);
        return format;
    }

    private static int Import(FileInfo file, DirectoryInfo register, string format)
    {
        var folder = new RegisterFolder(register);
        var (lines, kept, rejected) = folder.Import(file, format == Weekly, Console.Error.WriteLine);
        Console.Error.WriteLine(
            string.Create(
                Danish.Culture,
                $"{lines:N0} linjer læst, {kept:N0} forløb indlæst, {rejected:N0} linjer afvist{(rejected > 0 ? $"; se {folder.Rejected}" : "")}."
            )
        );
        return 0;
    }

    private static int Export(FileInfo file, DirectoryInfo register, string format)
    {
        var folder = new RegisterFolder(register);
        var table = folder.Load(Console.Error.WriteLine);
        var keys = folder.Keys(table);
        using var output = new StreamWriter(
            file.FullName,
            append: false,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            1 << 16
        );
        if (format == Weekly)
            WeeklyFile.Write(output, table, keys, RegisterQuestions.Window);
        else
            SpellExport.Write(output, table, keys, RegisterQuestions.DataDate);
        Console.Error.WriteLine(
            string.Create(
                Danish.Culture,
                $"{table.Count:N0} forløb for {table.Subjects:N0} personer skrevet."
            )
        );
        return 0;
    }

    private static int Guarded(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or FactException)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
    }
}
