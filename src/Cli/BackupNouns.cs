using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Cli;

/// <summary>"backup FILE": database and files of a municipality in one archive, its keys in a file beside it.</summary>
internal sealed class BackupNoun : INoun
{
    public Command Build()
    {
        var file = new Argument<string>("FIL") { Description = "Filen, som kopien skrives i" };
        var municipality = new Option<string?>("--municipality")
        {
            Description = "Kommunens kortnavn, når der er flere",
        };
        var keys = new Option<string?>("--keys")
        {
            Description = "Filen, som nøglerne skrives i; uden den lægges de ved siden af kopien",
        };
        var backup = new Command("backup", "Tag en krypteret sikkerhedskopi af en kommune, mens den er i brug")
        {
            file,
            keys,
            municipality,
        };
        backup.SetAction(
            (parsed, ct) =>
                Installation.InAsync(
                    parsed.GetValue(municipality),
                    async (installation, chosen) =>
                    {
                        var taken = await installation
                            .Services.GetRequiredService<Backups>()
                            .TakeAsync(chosen, parsed.GetValue(file)!, parsed.GetValue(keys), ct);
                        if (taken.IsRefused)
                            return Installation.Refuse(taken.Refusal);
                        Console.Error.WriteLine(
                            $"{chosen.Name}: database og {taken.Value.Files} filer i {Path.GetFileName(taken.Value.Archive)} ({taken.Value.Bytes / 1024 / 1024} MB)."
                        );
                        Console.Error.WriteLine(
                            $"Nøglerne ligger for sig i {Path.GetFileName(taken.Value.KeysArchive)}. Gem dem et andet sted end kopien: uden dem kan ingen læse kopien, og uden dem kan den ikke lægges på plads på en ny maskine."
                        );
                        return 0;
                    }
                )
        );
        return backup;
    }
}

/// <summary>"restore FILE": puts a backup in place, checked first; what was there is kept aside.</summary>
internal sealed class RestoreNoun : INoun
{
    public Command Build()
    {
        var file = new Argument<string>("FIL") { Description = "Sikkerhedskopien" };
        var keys = new Option<string?>("--keys")
        {
            Description = "Filen med nøgler; uden den bruges kommunens egne eller dem ved siden af kopien",
        };
        var erasures = new Option<string?>("--erasures")
        {
            Description = "Fortegnelsen over sletninger (sletninger.txt); uden den bruges kommunens egen",
        };
        var restore = new Command("restore", "Læg en sikkerhedskopi på plads; Virker skal være stoppet")
        {
            file,
            keys,
            erasures,
        };
        restore.SetAction(
            async (parsed, ct) =>
            {
                await using var installation = new Installation();
                try
                {
                    var restored = await installation
                        .Services.GetRequiredService<Restores>()
                        .RestoreAsync(parsed.GetValue(file)!, parsed.GetValue(keys), parsed.GetValue(erasures), ct: ct);
                    if (restored.IsRefused)
                        return Installation.Refuse(restored.Refusal);
                    Console.Error.WriteLine(
                        $"{restored.Value.Municipality.Name} er, som den var {Danish.Date(restored.Value.TakenAt.DanishDate())} kl. {restored.Value.TakenAt.Danish():HH.mm}."
                    );
                    if (restored.Value.ErasedAgain > 0)
                        Console.Error.WriteLine(
                            $"{restored.Value.ErasedAgain} rækker, der er slettet efter kopien, er slettet igen."
                        );
                    foreach (var warning in restored.Value.Warnings)
                        Console.Error.WriteLine($"Bemærk: {warning}");
                    foreach (var aside in restored.Value.KeptAside)
                        Console.Error.WriteLine(
                            $"Det, der var her før, er gemt som {Path.GetFileName(aside)}. Slet det, når alt er efterset."
                        );
                    return 0;
                }
                catch (Exception problem) when (problem is SchemaException or CatalogueException)
                {
                    return Installation.Refuse(new("restore", problem.Message));
                }
            }
        );
        return restore;
    }
}
