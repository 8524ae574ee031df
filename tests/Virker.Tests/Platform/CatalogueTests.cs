using Virker.Platform;

namespace Virker.Tests.Platform;

public sealed class CatalogueTests : IDisposable
{
    private readonly DataFolder _data = new(Directory.CreateTempSubdirectory("virker-katalog-").FullName);

    private MunicipalityCatalogue Catalogue => new(_data);

    public void Dispose() => Directory.Delete(_data.Path, recursive: true);

    private Municipality Town(string slug, string host, string code = "999") =>
        new(code, slug, slug, [host], Catalogue.SqliteOf(slug), Catalogue.FolderOf(slug)) { IsFictive = code == "999" };

    [Fact]
    public void Each_host_leads_to_its_own_municipality_and_no_other_host_to_any()
    {
        Catalogue.Add(Town("aaby", "aaby.example")).IsRefused.ShouldBeFalse();
        Catalogue.Add(Town("beby", "beby.example", "101")).IsRefused.ShouldBeFalse();

        Catalogue.OfHost("BEBY.example:5080")!.Slug.ShouldBe("beby");
        Catalogue.OfHost("aaby.example.")!.Slug.ShouldBe("aaby");
        Catalogue.OfHost("ceby.example").ShouldBeNull();
        Catalogue.OfHost("evil-aaby.example").ShouldBeNull();
        Catalogue.OfHost("").ShouldBeNull();
    }

    [Fact]
    public void An_address_in_brackets_is_a_host_like_another()
    {
        Catalogue.Add(Town("aaby", "[::1]")).IsRefused.ShouldBeFalse();

        Catalogue.OfHost("[::1]:5080")!.Slug.ShouldBe("aaby");
    }

    [Fact]
    public void What_one_process_adds_another_sees()
    {
        var other = Catalogue;
        other.All.ShouldBeEmpty();

        Catalogue.Add(Town("aaby", "aaby.example"));

        var read = other.All.ShouldHaveSingleItem();
        read.Database.ShouldBe(Catalogue.SqliteOf("aaby"));
        read.IsFictive.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Aa/..", "a.example", "municipality.slug")]
    [InlineData("..", "a.example", "municipality.slug")]
    [InlineData("by", "aaby.example", "municipality.host-taken")]
    [InlineData("by", "a b", "municipality.host")]
    [InlineData("aaby", "b.example", "municipality.exists")]
    public void Refuses_what_would_mix_two_municipalities(string slug, string host, string code)
    {
        Catalogue.Add(Town("aaby", "aaby.example"));

        Catalogue.Add(Town(slug, host)).Refusal!.Code.ShouldBe(code);
    }

    [Fact]
    public void Refuses_two_municipalities_in_one_database()
    {
        Catalogue.Add(Town("aaby", "aaby.example"));

        Catalogue
            .Add(Town("beby", "beby.example", "101") with { Database = Catalogue.SqliteOf("aaby") })
            .Refusal!.Code.ShouldBe("municipality.database-taken");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""[{"code":"999","name":"A","slug":"../a","hosts":["a"],"fictive":true}]""")]
    [InlineData("""[{"code":"999"}]""")]
    public void Says_what_is_off_in_a_broken_catalogue(string text)
    {
        File.WriteAllText(_data.Catalogue, text);

        Should.Throw<CatalogueException>(() => Catalogue.All).Message.ShouldContain("katalog.json");
    }

    [Fact]
    public void Only_its_owner_may_read_the_catalogue()
    {
        if (OperatingSystem.IsWindows()) return;
        Catalogue.Add(Town("aaby", "aaby.example"));

        File.GetUnixFileMode(_data.Catalogue).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
