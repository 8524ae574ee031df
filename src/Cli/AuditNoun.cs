using System.CommandLine;
using Virker.Platform;

namespace Virker.Cli;

/// <summary>"audit verify|head": whether access log and journal are whole, and how far they have come.</summary>
internal sealed class AuditNoun : INoun
{
    private static readonly Option<string?> Municipality = new("--municipality")
    {
        Description = "Kommunens kortnavn; uden den efterses alle",
    };

    public Command Build()
    {
        var verify = new Command(
            "verify",
            "Efterse, at ingen række i adgangslog og journal er ændret, fjernet eller lagt til"
        )
        {
            Municipality,
        };
        verify.SetAction((parsed, ct) => OnEachAsync(parsed.GetValue(Municipality), Verified, ct));
        var head = new Command("head", "Vis, hvor langt kæderne er nået; gem det et andet sted end databasen")
        {
            Municipality,
        };
        head.SetAction((parsed, ct) => OnEachAsync(parsed.GetValue(Municipality), Headed, ct));
        return new Command("audit", "Adgangslog og journal") { verify, head };
    }

    private static int Verified(Municipality municipality, ChainReport report)
    {
        foreach (var found in report.Breaks)
            Console.Error.WriteLine($"{municipality.Name}: {found.Table}, række {found.Sequence}: {found.Problem}.");
        if (report.Breaks.Count > 0)
            return 1;
        Console.Out.WriteLine(
            $"{municipality.Name}: {string.Join(", ", report.Heads.Select(h => $"{h.Table} {h.Sequence} rækker"))}. Intet er ændret."
        );
        return 0;
    }

    private static int Headed(Municipality municipality, ChainReport report)
    {
        foreach (var head in report.Heads)
            Console.Out.WriteLine($"{municipality.Slug}\t{head.Table}\t{head.Sequence}\t{head.Hash}");
        return report.Breaks.Count == 0 ? 0 : 1;
    }

    private static async Task<int> OnEachAsync(
        string? slug,
        Func<Municipality, ChainReport, int> say,
        CancellationToken ct
    )
    {
        await using var listing = new Installation();
        IReadOnlyList<string?> slugs =
            slug is not null || listing.Catalogue.All.Count == 0
                ? [slug]
                : [.. listing.Catalogue.All.Select(m => m.Slug)];
        var worst = 0;
        foreach (var one in slugs)
        {
            worst = Math.Max(
                worst,
                await Installation.InAsync(
                    one,
                    async (installation, municipality) =>
                    {
                        await using var scope = await installation.ScopeAsync(municipality, ct);
                        var report = await scope.ServiceProvider.RunAsync(new VerifyChains(), ct);
                        return report.IsRefused ? Installation.Refuse(report.Refusal) : say(municipality, report.Value);
                    }
                )
            );
        }

        return worst;
    }
}
