namespace Virker.Tests.Structure;

/// <summary>Projects on disk are the house's table; what they refer to is a part of it.</summary>
public sealed class ProjectTests
{
    private static readonly string[] DatabasePackages =
    [
        "Npgsql",
        "Microsoft.EntityFrameworkCore",
        "Microsoft.Data.Sqlite",
        "SQLitePCLRaw",
        "Dapper",
    ];

    /// <summary>
    /// What modules may know of the database: the context and the query language, never which database it is.
    /// </summary>
    private static readonly string[] DialectFree =
    [
        "Microsoft.EntityFrameworkCore",
        "Microsoft.EntityFrameworkCore.Relational",
        "Microsoft.EntityFrameworkCore.Abstractions",
    ];

    [Fact]
    public void The_projects_on_disk_are_the_table() => Wall.Holds(UnlikeTheTable(Repository.Projects));

    [Fact]
    public void Nobody_refers_upwards_or_sideways() =>
        Wall.Holds([
            .. Repository.Projects.SelectMany(BadReferences),
            .. House.Rooms.SelectMany(r => BadBinaryReferences(r, Compiled(r))),
        ]);

    [Fact]
    public void Kernel_Rules_and_Insight_take_in_nothing() =>
        Wall.Holds([
            .. Repository.Projects.SelectMany(Packages),
            .. House.Pure.SelectMany(name => BeyondTheBcl(name, Compiled(House.Of(name)))),
        ]);

    [Fact]
    public void Only_Platform_knows_which_database_it_is() =>
        Wall.Holds([
            .. Repository.Projects.SelectMany(DatabasePackagesOf),
            .. House.Rooms.SelectMany(r => DatabaseReferences(r.Name, Compiled(r))),
        ]);

    [Fact]
    public void Only_Web_knows_ASP_NET() =>
        Wall.Holds([
            .. Repository.Projects.SelectMany(AspNetFrameworks),
            .. House.Rooms.SelectMany(r => AspNetReferences(r.Name, Compiled(r))),
        ]);

    [Fact]
    public void Each_wall_falls_for_a_seeded_violation()
    {
        Project[] strange =
        [
            .. Repository.Projects.Where(p => p.Name != "Youth"),
            new("Common", "Common", [], [], []),
            new("Casework/Inner", "Inner", [], [], []),
        ];
        UnlikeTheTable(strange)
            .Order()
            .ShouldBe([
                "Casework/Inner stands on disk and not in the table",
                "Common stands on disk and not in the table",
                "Youth stands in the table and not on disk",
            ]);
        BadReferences(new("Casework", "Casework", ["Kernel", "Companies"], [], [])).ShouldHaveSingleItem();
        BadBinaryReferences(House.Of("Targets"), ["Virker.Kernel", "Virker.Casework", "System.Runtime"])
            .ShouldHaveSingleItem();
        Packages(new("Rules", "Rules", ["Kernel"], ["Polly"], [])).ShouldHaveSingleItem();
        BeyondTheBcl("Insight", ["System.Runtime", "Polly"]).ShouldHaveSingleItem();
        DatabasePackagesOf(new("Targets", "Targets", [], ["Npgsql"], [])).ShouldHaveSingleItem();
        DatabaseReferences("Targets", ["Npgsql", "Microsoft.EntityFrameworkCore"])
            .ShouldBe(["Targets refers to Npgsql"]);
        AspNetFrameworks(new("Targets", "Targets", [], [], ["Microsoft.AspNetCore.App"])).ShouldHaveSingleItem();
        AspNetReferences("Platform", ["Microsoft.AspNetCore.DataProtection", "Microsoft.AspNetCore.Http"])
            .ShouldBe(["Platform refers to Microsoft.AspNetCore.Http"]);
    }

    private static List<string> Compiled(Room room)
    {
        using var binary = Binary.Of(room.Assembly);
        return [.. binary.References];
    }

    private static IEnumerable<string> UnlikeTheTable(IReadOnlyList<Project> projects) =>
        [
            .. projects
                .Where(p => p.Folder != p.Name || House.Rooms.All(r => r.Name != p.Name))
                .Select(p => $"{p.Folder} stands on disk and not in the table"),
            .. House
                .Rooms.Where(r => projects.All(p => p.Name != r.Name))
                .Select(r => $"{r.Name} stands in the table and not on disk"),
        ];

    private static IEnumerable<string> BadReferences(Project project) =>
        project
            .References.Where(r =>
                House.Rooms.FirstOrDefault(room => room.Name == project.Name)?.MayRefer.Contains(r) != true
            )
            .Select(r => $"{project.Name} refers to {r}");

    private static IEnumerable<string> BadBinaryReferences(Room room, IReadOnlyList<string> references) => references
        .Where(r => r.StartsWith("Virker.", StringComparison.Ordinal) && !room.MayRefer.Contains(r["Virker.".Length..]))
        .Select(r => $"{room.Name} refers to {r} in its binary");

    private static IEnumerable<string> Packages(Project project) => House.Pure.Contains(project.Name)
        ? project.Packages.Concat(project.Frameworks).Select(p => $"{project.Name} takes in {p}") : [];

    private static IEnumerable<string> BeyondTheBcl(string name, IReadOnlyList<string> references)
    {
        var bcl = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return references
            .Where(r =>
                !r.StartsWith("Virker.", StringComparison.Ordinal) && !File.Exists(Path.Combine(bcl, $"{r}.dll"))
            )
            .Select(r => $"{name} refers to {r}, which is not the BCL");
    }

    private static IEnumerable<string> DatabasePackagesOf(Project project) => project.Name == "Platform" ? []
        : project.Packages.Where(IsDatabase).Select(p => $"{project.Name} takes in {p}");

    private static IEnumerable<string> DatabaseReferences(string name, IReadOnlyList<string> references) =>
        name == "Platform"
            ? []
            : references.Where(r => IsDatabase(r) && !DialectFree.Contains(r)).Select(r => $"{name} refers to {r}");

    private static bool IsDatabase(string package) =>
        DatabasePackages.Any(d => package.StartsWith(d, StringComparison.Ordinal));

    /// <summary>
    /// Data protection is not published as a package of its own, so Platform takes the framework in for that alone.
    /// </summary>
    private static IEnumerable<string> AspNetFrameworks(Project project) =>
        project.Name is "Web" or "Platform"
            ? []
            : project
                .Frameworks.Where(f => f.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
                .Select(f => $"{project.Name} takes in {f}");

    private static IEnumerable<string> AspNetReferences(string name, IReadOnlyList<string> references) =>
        name == "Web"
            ? []
            : references
                .Where(r => r.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
                .Where(r =>
                    name != "Platform"
                    || !r.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal)
                        && r != "Microsoft.AspNetCore.Cryptography.Internal"
                )
                .Select(r => $"{name} refers to {r}");
}
