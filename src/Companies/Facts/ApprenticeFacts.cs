using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Companies;

/// <summary>Who is an adult apprentice with a grant.</summary>
internal static class ApprenticeFacts
{
    public static readonly FactColumn Background = new(
        "background",
        "Før forløbet",
        "Om personen kom fra ledighed eller beskæftigelse",
        new(
            "apprentice-background",
            "Før forløbet",
            [new(1, "ledig", "Ledig"), new(2, "beskaeftiget", "I beskæftigelse")]
        )
    )
    {
        Said = new Dictionary<string, string> { ["ledig"] = "ledighed" },
    };

    public static readonly TableDeclaration Table = new("adult-apprentices", FactShape.Spells, FactSubject.Person)
    {
        Name = "Voksenlærlinge",
        Meaning = "Voksenlærlingeforløb med tilskud, fra første til sidste dag.",
        Source = CompanySources.Cases,
        Columns = [Background],
        Words = new(
            "er i voksenlærlingeforløb{background|| fra *}",
            "voksenlærlingeforløb{background|| fra *}"
        ),
    };
}

internal sealed class ApprenticeFactSource(VirkerContext db) : IFactSource
{
    public IReadOnlyList<TableDeclaration> Tables => [ApprenticeFacts.Table];

    public IReadOnlyList<Type> Reads => [typeof(AdultApprenticeRow)];

    public bool ReadsByPerson => true;

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var table = new FactTableBuilder(ApprenticeFacts.Table);
        await RowReader.ReadAsync(
            db,
            $"select citizen_id, started_on, ended_on, coming_from from adult_apprentices{RowReader.Where(db, "citizen_id", load.Only)}",
            row =>
                table
                    .Spell(load.Persons.Of(new CitizenId(row.Id(0))), row.Day(1), row.DayOrNull(2))
                    .Set(ApprenticeFacts.Background, row.Text(3) == "ledighed" ? "ledig" : "beskaeftiget"),
            ct
        );
        load.Add(table.Build());
    }
}
