using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

/// <summary>Who has an archive and no key reads nothing in it, and changes nothing in it unnoticed.</summary>
public sealed class LockedArchiveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("virker-laas-").FullName;

    private string Archive => Path.Combine(_folder, "kopi");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, EachDatabase]
    public async Task Nothing_in_the_archive_can_be_read_and_the_keys_are_not_in_it(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        await AccountAsync(house, "hemmelig-person");
        await TakeAsync(house);
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(Archive));
        foreach (
            var word in new[] { "hemmelig", "accounts", "database/", "filer/", "manifest", "PK\x03\x04", "noegle" }
        )
            text.ShouldNotContain(word, Case.Insensitive);
        Directory
            .GetFileSystemEntries(house.Municipality.Folder, "kopieres-*")
            .ShouldBeEmpty("what was not locked is gone");

        await using var file = File.OpenRead(Archive);
        using var archive = (
            await BackupArchive.OpenAsync(file, BackupHead.Read(file).Value, KeysOf(house).AuditKey)
        ).Value;
        archive
            .Manifest.Parts.Select(p => p.Name)
            .ShouldContain(dialect == Dialect.Sqlite ? "database/virker.db" : "database/tabeller/accounts.copy");
        archive.Manifest.Parts.ShouldEachBe(p => !p.Name.EndsWith(".noegle") && !p.Name.EndsWith(".xml"));
    }

    /// <summary>
    /// What one who has the archive and no key could do to it: each is told, and nothing is put in place.
    /// </summary>
    [Theory, EachDatabase]
    public async Task Blocks_that_are_moved_doubled_taken_out_or_cut_off_are_noticed(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        await FileAsync(
            house,
            new string([.. Enumerable.Range(0, 400_000).Select(n => (char)('a' + (((n * 7919L) ^ (n >> 3)) % 26)))])
        );
        await TakeAsync(house);
        await AccountAsync(house, "efter");
        var whole = File.ReadAllBytes(Archive);
        var head = BackupHead.Read(new MemoryStream(whole)).Value.Bytes.Length;
        List<byte[]> blocks = [.. whole[head..].Chunk(LockedBlocks.Whole)];
        blocks.Count.ShouldBeGreaterThan(3);
        byte[] With(params IEnumerable<byte[]>[] parts) =>
            [.. whole[..head], .. parts.SelectMany(p => p).SelectMany(b => b)];
        var other = (byte[])whole.Clone();
        other[head - 1] ^= 1;
        foreach (
            var (what, bytes) in new (string, byte[])[]
            {
                ("moved", With([blocks[1], blocks[0]], blocks.Skip(2))),
                ("doubled", With(blocks.Take(2), blocks.Skip(1))),
                ("taken out", With(blocks.Take(1), blocks.Skip(2))),
                ("the last cut off", With(blocks.SkipLast(1))),
                ("cut inside a block", whole[..^7]),
                ("one added", With(blocks, [blocks[0]])),
                ("the head of another", other),
                ("nothing but the head", whole[..head]),
            }
        )
        {
            File.WriteAllBytes(Archive, bytes);
            var refusal = (await RestoreAsync(house)).Refusal.ShouldNotBeNull(what);
            refusal.Code.ShouldBe("backup.damaged", what);
            refusal.Text.ShouldStartWith("Sikkerhedskopien er ændret, beskadiget eller ikke hel", Case.Sensitive, what);
        }

        (await house.CountAsync("accounts")).ShouldBe(1);
        Directory.GetFileSystemEntries(house.Municipality.Folder, "gendannes-*").ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task An_archive_of_an_earlier_edition_is_put_in_place_with_a_warning(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        await AccountAsync(house, "foer");
        await TakeAsync(house);
        await WriteAsEarlierAsync(house);
        await AccountAsync(house, "efter");

        (await RestoreAsync(house)).Value.Warnings[0].ShouldContain("ikke krypteret");

        (await house.ReadAsync("select user_name from accounts")).ShouldBe(["foer"]);
        var bytes = File.ReadAllBytes(Archive);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(Archive, bytes);
        (await RestoreAsync(house)).IsRefused.ShouldBeTrue("its seal is still checked");
    }

    private Task<TestHouse> HouseAsync(Dialect dialect) =>
        TestHouse.OnAsync(
            dialect,
            services =>
                services.AddSingleton(
                    new DataFolder(
                        Directory.CreateDirectory(Path.Combine(_folder, Guid.NewGuid().ToString("N"))).FullName
                    )
                )
        );

    private async Task TakeAsync(TestHouse house) =>
        (
            await house.Services.GetRequiredService<Backups>().TakeAsync(house.Municipality, Archive)
        ).Refusal.ShouldBeNull();

    private Task<Outcome<BackupRestored>> RestoreAsync(TestHouse house) =>
        house.Services.GetRequiredService<Restores>().RestoreAsync(Archive, into: house.Municipality);

    private static Task AccountAsync(TestHouse house, string name) =>
        house.System.DoneAsync(new CreateAccount(name, "Prøve", null, []));

    private static async Task FileAsync(TestHouse house, string content)
    {
        await using var scope = house.Scope(Actor.System);
        (
            await scope
                .ServiceProvider.GetRequiredService<UnitOfWork>()
                .RunAsync(
                    "Prove",
                    () =>
                        scope
                            .ServiceProvider.GetRequiredService<IFileStore>()
                            .SaveAsync(
                                new("papir.txt", new MemoryStream(Encoding.UTF8.GetBytes(content)), FileKind.Papers)
                            ),
                    default
                )
        ).Refusal.ShouldBeNull();
    }

    private static MunicipalityKeys KeysOf(TestHouse house) =>
        house.Services.GetRequiredService<KeyRing>().Of(house.Municipality);

    /// <summary>
    /// The same backup as it was made before archives were locked: an open zip file with its seal as comment.
    /// </summary>
    private async Task WriteAsEarlierAsync(TestHouse house)
    {
        var earlier = Archive + ".tidligere";
        await using (var file = File.OpenRead(Archive))
        {
            using var archive = (
                await BackupArchive.OpenAsync(file, BackupHead.Read(file).Value, KeysOf(house).AuditKey)
            ).Value;
            await using var zip = new ZipArchive(File.Create(earlier), ZipArchiveMode.Create);
            foreach (var part in archive.Manifest.Parts)
            {
                await using var source = archive.OpenPart(part.Name);
                await using var target = zip.CreateEntry(part.Name).Open();
                await source.CopyToAsync(target);
            }

            await using (var manifest = zip.CreateEntry(BackupManifest.EntryName).Open())
                await manifest.WriteAsync((archive.Manifest with { Format = BackupManifest.Old }).ToBytes());
            zip.Comment = new string('0', 64);
        }

        var bytes = File.ReadAllBytes(earlier);
        File.WriteAllBytes(
            Archive,
            [
                .. bytes[..^64],
                .. Encoding.ASCII.GetBytes(
                    Convert.ToHexStringLower(HMACSHA256.HashData(KeysOf(house).AuditKey, bytes[..^64]))
                ),
            ]
        );
        File.Delete(earlier);
    }
}
