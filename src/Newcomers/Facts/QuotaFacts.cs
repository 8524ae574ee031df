using Virker.Insight;
using Virker.Platform;

namespace Virker.Newcomers;

/// <summary>The municipality's quota of refugees, by calendar year.</summary>
internal static class QuotaFacts
{
    public const string Source = "Udlændingestyrelsens kommunekvoter";

    public static readonly FactColumn Places = new("places", "Pladser", "Antal flygtninge i kvoten", unit: "personer")
    {
        Sum = "pladser i kvoten for det kalenderår, der begynder i perioden",
    };

    public static readonly TableDeclaration Table = new("newcomer-quotas", FactShape.Events, FactSubject.Municipality)
    {
        Name = "Kommunekvoter",
        Meaning =
            "Det antal flygtninge, som kommunen skal modtage i kalenderåret; én række på årets første dag.",
        Source = Source,
        Columns = [Places],
        Words = TableWords.OfOneDay(
            "har en kvote",
            "kommunekvoter for kalenderår, der begynder i perioden",
            "kvoter"
        ),
    };
}

/// <summary>How many refugees the municipality is to take in each calendar year.</summary>
internal sealed class QuotaFactSource(VirkerContext db) : IFactSource
{
    public IReadOnlyList<TableDeclaration> Tables => [QuotaFacts.Table];

    public IReadOnlyList<Type> Reads => [typeof(NewcomerQuotaRow)];

    public Task<string> VersionAsync(CancellationToken ct) => TableStamp.OfAsync(db, Reads, ct);

    public async Task LoadAsync(FactLoad load, CancellationToken ct)
    {
        var quotas = new FactTableBuilder(QuotaFacts.Table);
        await RowReader.ReadAsync(
            db,
            "select year, places from newcomer_quotas",
            row => quotas.Event(0, new DateOnly(row.Int(0), 1, 1)).Set(QuotaFacts.Places, row.Int(1)),
            ct
        );
        load.Add(quotas.Build());
    }
}
