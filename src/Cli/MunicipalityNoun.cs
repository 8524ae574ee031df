using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Virker.Platform;

namespace Virker.Cli;

/// <summary>"municipality add|list": which municipalities this installation serves.</summary>
internal sealed class MunicipalityNoun : INoun
{
    public Command Build() => new("municipality", "Kommuner i denne installation") { Add(), List() };

    private static Command Add()
    {
        var slug = new Argument<string>("KORTNAVN")
        {
            Description = "Små bogstaver; navnet på kommunens mappe under data",
        };
        var name = new Option<string>("--name") { Description = "Kommunens navn", Required = true };
        var code = new Option<string>("--code") { Description = "Kommunekoden, tre cifre", Required = true };
        var host = new Option<string[]>("--host")
        {
            Description = "Værtsnavn, som kommunen svarer på; kan gentages",
            Required = true,
        };
        var postgres = new Option<string?>("--postgres")
        {
            Description = "Forbindelse til kommunens PostgreSQL-database; uden den bruges SQLite",
        };
        var add = new Command("add", "Føj en kommune til kataloget og opret dens tabeller")
        {
            slug,
            name,
            code,
            host,
            postgres,
        };
        add.SetAction(
            async (parsed, ct) =>
            {
                await using var installation = new Installation();
                var (catalogue, id) = (installation.Catalogue, parsed.GetValue(slug)!);
                var database = parsed.GetValue(postgres) is { } connection
                    ? DatabaseAddress.Postgres(connection)
                    : catalogue.SqliteOf(id);
                var municipality = new Municipality(
                    parsed.GetValue(code)!,
                    parsed.GetValue(name)!,
                    id,
                    parsed.GetValue(host)!,
                    database,
                    catalogue.FolderOf(id)
                );
                try
                {
                    var added = catalogue.Add(municipality);
                    if (added.IsRefused)
                        return Installation.Refuse(added.Refusal);
                    var scripts = await installation.Services.GetRequiredService<Migrator>().MigrateAsync(database, ct);
                    Console.Error.WriteLine($"{municipality.Name} er oprettet ({scripts} scripts kørt).");
                    return 0;
                }
                catch (Exception problem) when (problem is SchemaException or CatalogueException)
                {
                    return Installation.Refuse(new("municipality", problem.Message));
                }
            }
        );
        return add;
    }

    private static Command List()
    {
        var list = new Command("list", "Vis kommunerne");
        list.SetAction(_ =>
        {
            using var services = new ServiceCollection().AddVirker().BuildServiceProvider();
            foreach (var m in services.GetRequiredService<MunicipalityCatalogue>().All)
                Console.Out.WriteLine(
                    $"{m.Slug}\t{m.Code}\t{m.Name}\t{string.Join(", ", m.Hosts)}\t{(m.Database.Dialect == Dialect.Sqlite ? "SQLite" : "PostgreSQL")}{(m.IsFictive ? "\tfiktiv" : "")}"
                );
            return 0;
        });
        return list;
    }
}
