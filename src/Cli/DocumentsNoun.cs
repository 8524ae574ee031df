using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Virker.Platform;

namespace Virker.Cli;

/// <summary>"documents read": takes the published documents of a folder into a municipality.</summary>
internal sealed class DocumentsNoun : INoun
{
    public Command Build()
    {
        var folder = new Argument<DirectoryInfo>("MAPPE") { Description = "Mappe med referater og planer" };
        var municipality = new Option<string?>("--municipality")
        {
            Description = "Kommunens kortnavn, når der er flere",
        };
        var read = new Command(
            "read",
            "Læs de offentliggjorte dokumenter i mappen ind som et bibliotek; en plan sættes ikke i kraft, og intet løfte åbnes"
        )
        {
            folder,
            municipality,
        };
        read.Aliases.Add("import");
        read.SetAction(
            (parsed, ct) =>
                Installation.InAsync(
                    parsed.GetValue(municipality),
                    (installation, chosen) => ReadAsync(installation, chosen, parsed.GetValue(folder)!, ct)
                )
        );
        return new Command("documents", "Offentliggjorte dokumenter") { read };
    }

    private static async Task<int> ReadAsync(
        Installation installation,
        Municipality municipality,
        DirectoryInfo folder,
        CancellationToken ct
    )
    {
        if (!folder.Exists)
            return Installation.Refuse(new("documents.no-folder", $"Mappen {folder.Name} findes ikke."));
        var taken = 0;
        foreach (
            var file in folder
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .OrderBy(f => f.FullName, StringComparer.Ordinal)
        )
        {
            await using var scope = await installation.ScopeAsync(municipality, ct);
            foreach (var taker in scope.ServiceProvider.GetServices<ITakesDocuments>().OrderBy(t => t.Order))
            {
                if (await taker.TakeInAsync(file, ct) is not { } line) continue;
                Console.Error.WriteLine($"{file.Name}: {line}");
                taken++;
                break;
            }
        }

        Console.Error.WriteLine(
            taken == 0 ? "Ingen dokumenter i mappen kunne læses." : $"{taken} dokumenter er læst ind."
        );
        return 0;
    }
}
