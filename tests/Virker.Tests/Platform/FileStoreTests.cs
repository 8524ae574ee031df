using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

public sealed class FileStoreTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj << >> endobj\n%%EOF");

    [Theory, EachDatabase]
    public async Task Gives_back_the_bytes_it_was_given_under_a_name_it_drew(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var id = (await SaveAsync(house, "referat.pdf", Pdf)).Value;

        var opened = (await OpenAsync(house, id)).Value;

        using var copy = new MemoryStream();
        await using (opened.Content) await opened.Content.CopyToAsync(copy);
        copy.ToArray().ShouldBe(Pdf);
        (opened.About.Name, opened.About.Kind).ShouldBe(("referat.pdf", FileKind.Pdf));
        var path = Directory
            .GetFiles(house.Municipality.FilesFolder, "*", SearchOption.AllDirectories)
            .ShouldHaveSingleItem();
        Path.GetFileName(path).ShouldNotContain("referat");
        Path.GetFileName(path).ShouldNotContain(id.ToString());
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("..\\..\\virker.exe", "virker.pdf")]
    [InlineData("cv\u202Efdp.exe", "cvfdp.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf")]
    [InlineData("<script>.pdf", "script.pdf")]
    [InlineData("\"quote\".pdf", "quote.pdf")]
    [InlineData("....", "fil.pdf")]
    [InlineData("Sag 040460-1234.pdf", "Sag 040460-xxxx.pdf")]
    [InlineData("Årsplan (æøå).pdf", "Årsplan (æøå).pdf")]
    public void A_name_never_leaves_its_folder_or_its_line_and_holds_no_CPR_number(string given, string kept) =>
        FileKind.Pdf.SafeName(given).ShouldBe(kept);

    [Fact]
    public void No_name_is_longer_than_a_folder_bears() =>
        FileKind.Pdf.SafeName(new string('å', 5000)).Length.ShouldBeLessThanOrEqualTo(104);

    public static TheoryData<string, byte[], string?> Contents => new()
    {
        { "a.pdf", Pdf, "pdf" },
        { "a.pdf", Encoding.ASCII.GetBytes("<html><script>alert(1)</script>"), null },
        { "a.txt", Encoding.ASCII.GetBytes("<html><body>side</body></html>"), null },
        { "a.html", Encoding.ASCII.GetBytes("<html><body>side</body></html>"), "html" },
        { "a.pdf", Encoding.ASCII.GetBytes("<!-- x -->%PDF-1.7"), "text" },
        { "a.svg", Encoding.ASCII.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"), null },
        { "a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], "png" },
        { "a.exe", [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0], null },
        { "a.txt", [0xFF, 0xFE, 0x00, 0x41], null },
        { "a.txt", Encoding.UTF8.GetBytes("Kære Ida\nVi ses."), "text" },
        { "a.csv", Encoding.UTF8.GetBytes("navn;antal\nIda;1"), "csv" },
        { "a.docx", Zip("word/document.xml", "[Content_Types].xml"), "docx" },
        { "a.docx", Zip("word/document.xml", "[Content_Types].xml", "word/vbaProject.bin"), null },
        { "a.docx", Zip("noget.txt"), null },
        { "a.docx", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3, 4, 5], null },
    };

    [Theory, MemberData(nameof(Contents))]
    public void Content_tells_what_a_file_is_and_the_name_does_not(string name, byte[] content, string? kind) =>
        (FileKind.Of(new MemoryStream(content), name)?.Id).ShouldBe(kind);

    [Fact]
    public void A_zip_that_unpacks_beyond_measure_is_refused_without_unpacking()
    {
        using var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { "[Content_Types].xml", "word/document.xml" })
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                for (var i = 0; i < 200; i++) entry.Write(new byte[1024 * 1024]);
            }
        }

        FileKind.Of(bomb, "a.docx").ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task Refuses_what_is_too_large_empty_or_of_another_kind_and_leaves_no_bytes(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);

        (await SaveAsync(house, "a.pdf", [.. Pdf, .. new byte[2000]], most: 1000)).Refusal!.Code.ShouldBe(
            "file.too-large"
        );
        (await SaveAsync(house, "a.pdf", [])).Refusal!.Code.ShouldBe("file.empty");
        (await SaveAsync(house, "a.pdf", [1, 2, 3])).Refusal!.Code.ShouldBe("file.kind");

        Directory.GetFiles(house.Municipality.FilesFolder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        (await house.CountAsync("files")).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task A_file_that_was_altered_on_disk_is_not_shown(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var id = (await SaveAsync(house, "a.pdf", Pdf)).Value;
        var path = Directory.GetFiles(house.Municipality.FilesFolder, "*", SearchOption.AllDirectories).Single();
        File.WriteAllBytes(path, [.. Pdf[..^1], (byte)'x']);

        (await OpenAsync(house, id)).Refusal!.Code.ShouldBe("file.damaged");
    }

    [Fact]
    public void Only_pictures_are_shown_in_the_page_and_nothing_may_run()
    {
        foreach (var kind in FileKind.All)
        {
            var headers = new OpenedFile(
                new(NewId.Of<FileId>(), "a" + kind.Extension, kind, 1, "", default),
                Stream.Null
            ).Headers;
            headers["Content-Disposition"]
                .StartsWith("inline", StringComparison.Ordinal)
                .ShouldBe(kind.ContentType is "image/png" or "image/jpeg", kind.Id);
            headers["Content-Type"].ShouldNotContain("html");
            headers["Content-Type"].ShouldNotContain("xml;");
            headers["X-Content-Type-Options"].ShouldBe("nosniff");
            headers["Content-Security-Policy"].ShouldContain("sandbox");
        }
    }

    [Theory, EachDatabase]
    public async Task Bytes_of_a_removed_file_and_of_a_use_case_that_was_rolled_back_are_swept_away(Dialect dialect)
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var id = (await SaveAsync(house, "a.pdf", Pdf)).Value;
        await SaveAsync(house, "b.pdf", Pdf, refuse: true);
        var kept = (await SaveAsync(house, "c.pdf", Pdf)).Value;
        await InUseCaseAsync(
            house,
            async store => (await store.RemoveAsync(id)).IsRefused ? throw new InvalidOperationException() : id
        );
        house.Clock.Set(DateTimeOffset.UtcNow);
        (await house.System.DoneAsync(new SweepPlatform())).Files.ShouldBe(
            0,
            "young ones may be on their way into a backup"
        );

        house.Clock.Advance(TimeSpan.FromDays(3));
        (await house.System.DoneAsync(new SweepPlatform())).Files.ShouldBe(2);

        await (await OpenAsync(house, kept)).Value.Content.DisposeAsync();
    }

    private static Task<Outcome<FileId>> SaveAsync(
        TestHouse house,
        string name,
        byte[] bytes,
        long most = NewFile.UsualMost,
        bool refuse = false
    ) =>
        InUseCaseAsync(
            house,
            async store =>
            {
                var saved = await store.SaveAsync(new(name, new MemoryStream(bytes), FileKind.Papers, most));
                return refuse ? new Refusal("prove.no", "Nej.") : saved;
            }
        );

    private static async Task<Outcome<FileId>> InUseCaseAsync(
        TestHouse house,
        Func<IFileStore, Task<Outcome<FileId>>> work
    )
    {
        await using var scope = house.Scope(Actor.System);
        var store = scope.ServiceProvider.GetRequiredService<IFileStore>();
        return await scope
            .ServiceProvider.GetRequiredService<UnitOfWork>()
            .RunAsync("Prove", () => work(store), default);
    }

    private static async Task<Outcome<OpenedFile>> OpenAsync(TestHouse house, FileId id)
    {
        await using var scope = house.Scope(Actor.System);
        return await scope.ServiceProvider.GetRequiredService<IFileStore>().OpenAsync(id);
    }

    private static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names) zip.CreateEntry(name);
        }

        return bytes.ToArray();
    }
}
