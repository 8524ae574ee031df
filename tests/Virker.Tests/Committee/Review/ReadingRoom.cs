using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Committee;

/// <summary>A committee office that reads uploaded papers, with invented papers to read.</summary>
internal sealed class ReadingRoom(CommitteeOffice office) : IAsyncDisposable
{
    /// <summary>Two items; the second's decision says nothing that is a decision, which is a doubt.</summary>
    public const string Minutes = """
        Fiktivby Kommune

        REFERAT Beskæftigelsesudvalget (2022-2025)

        Mødedato Mandag d. 8. januar 2024 kl. 16:30

        Mødested Rådhuset, lokale 1

        Til stede: Aase Prøvesen (A), Bo Prøvesen (V)

        Punkt 1: Godkendelse af dagsorden (B)

        Sagsnr.: 999-2022-1

        Åbent

        Indstilling

        Arbejdsmarkedschefen indstiller,

        1. at Beskæftigelsesudvalget godkender dagsordenen.

        Beslutning i Beskæftigelsesudvalget den 8. januar 2024:

        Godkendt.

        Punkt 2: Status på bagerlærlinge (O)

        Sagsnr.: 999-2023-7

        Sagens indhold

        Status gives hvert halve år. Bagerlauget er med.

        Beslutning i Beskæftigelsesudvalget den 8. januar 2024:

        Der blev talt om brød. Administrationen undersøger, om ordningen kan udbygges.
        """;

    public const string Plan = """
        Beskæftigelsesplan 2024-2025

        Andenby Kommune

        TEMA: Flere i job

        DET MÅLER VI PÅ

        - Antallet af ledige skal falde fra 212 til 180 personer inden udgangen af 2025.
        - Mindst 60 pct. af virksomhederne er tilfredse.
        """;

    public CommitteeOffice Office => office;

    public TestHouse House => office.House;

    public Seat Clerk => office.Clerk;

    public static async Task<ReadingRoom> OnAsync(Dialect dialect) => new(await CommitteeOffice.OnAsync(dialect));

    public Task<PapersUploaded> UploadAsync(params (string Name, string Text)[] papers) =>
        UploadAsync([.. papers.Select(p => (p.Name, Encoding.UTF8.GetBytes(p.Text)))]);

    public Task<PapersUploaded> UploadAsync(params (string Name, byte[] Bytes)[] papers) =>
        Clerk.DoneAsync(
            new UploadPapers([.. papers.Select(p => new UploadedPaper(p.Name, new MemoryStream(p.Bytes)))])
        );

    /// <summary>As the house does by itself once papers wait.</summary>
    public async Task WorkAsync()
    {
        await using var scope = House.Scope(Actor.System);
        (await scope.ServiceProvider.GetServices<IJob>().Single(j => j.Name == ReadPapers.JobName).RunAsync())
            .Refusal.ShouldBeNull();
    }

    public async Task<ReadingId> ReadAsync(string text, string name = "papir.txt")
    {
        var id = (await UploadAsync((name, text))).Added.ShouldHaveSingleItem();
        await WorkAsync();
        return id;
    }

    public Task<ReadingOverview> SeeAsync(ReadingId id) => Clerk.DoneAsync(new SeeReading(id));

    public async Task<ReadingPart> PartAsync(ReadingId id, string part) =>
        (await Clerk.DoneAsync(new SeeReadingPart(id, part))).Part;

    /// <summary>Sends the part's form as it stands, with these fields written over.</summary>
    public async Task<Outcome<ReadingCorrected>> SendAsync(ReadingId id, string part,
        IReadOnlyList<string>? confirmed = null, string? undo = null, int? version = null,
        params (string Path, string Value)[] written)
    {
        var shown = await Clerk.DoneAsync(new SeeReadingPart(id, part));
        var fields = shown.Part.Fields.ToDictionary(f => f.Path, f => f.Value);
        foreach (var (path, value) in written)
            fields[path] = value;
        return await Clerk.RunAsync(
            new CorrectReading(id, version ?? shown.Reading.Version, part, fields, confirmed ?? []) { Undo = undo }
        );
    }

    public async Task<ReadingCorrected> CorrectAsync(ReadingId id, string part,
        params (string Path, string Value)[] written)
    {
        var sent = await SendAsync(id, part, written: written);
        sent.Refusal.ShouldBeNull();
        return sent.Value;
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
