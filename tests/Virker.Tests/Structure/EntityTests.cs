using System.ComponentModel.DataAnnotations.Schema;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Virker.Platform;

namespace Virker.Tests.Structure;

/// <summary>
/// A module's rows are its own: no other module can name them, and nobody but the tests looks inside.
/// </summary>
public sealed class EntityTests
{
    private static readonly string[] MayLookInside = ["Virker.Tests", "Virker.Bench"];

    [Fact]
    public void No_entity_is_seen_outside_its_module()
    {
        using var house = Modules.Compose();
        var entities = Mapped(house).ToHashSet();
        entities.Count.ShouldBeGreaterThan(2);
        Wall.Holds([
            .. entities.SelectMany(Open),
            .. House.Rooms.SelectMany(r => Foreign(r, entities)),
            .. House.Rooms.SelectMany(r => Insiders(r.Name, Modules.Of(r))),
        ]);
    }

    [Fact]
    public void Every_row_says_its_table_and_is_mapped()
    {
        using var house = Modules.Compose();
        var mapped = Mapped(house).ToHashSet();
        Wall.Holds([
            .. Modules.Types().Where(t => t.Name.EndsWith("Row", StringComparison.Ordinal)).SelectMany(Tableless),
            .. House.Rooms.Select(Modules.Of)
                .SelectMany(MappedRows.In)
                .Where(row => !mapped.Contains(row))
                .Select(row => $"{row.FullName} has a table, and its module no schema"),
        ]);
    }

    [Fact]
    public void Every_class_is_sealed_static_or_abstract() => Wall.Holds(Modules.Types().SelectMany(Unsealed));

    [Fact]
    public void Each_wall_falls_for_a_seeded_violation()
    {
        Open(typeof(Seeded.OpenRow)).ShouldHaveSingleItem();
        Tableless(typeof(Seeded.OpenRow)).ShouldHaveSingleItem();
        Unsealed(typeof(Seeded.Unsealed)).ShouldHaveSingleItem();
        Foreign(
                "Web",
                [("Virker.Casework", "Virker.Casework.CitizenRow"), ("Virker.Casework", "Virker.Casework.FindCitizen")],
                ["Virker.Casework.CitizenRow"]
            )
            .ShouldBe(["Web uses Virker.Casework.CitizenRow of Virker.Casework"]);
        Insiders("Tests", typeof(EntityTests).Assembly).ShouldBeEmpty();
        Insiders("EFCore", typeof(DbContext).Assembly).ShouldNotBeEmpty();
    }

    private static IEnumerable<Type> Mapped(IServiceProvider house) =>
        house.GetServices<IModuleSchema>().SelectMany(schema => MappedRows.In(schema.GetType().Assembly));

    /// <summary>What is only shown or read is a record; a class that is called a row is kept.</summary>
    private static IEnumerable<string> Tableless(Type type) =>
        type.IsClass && !IsRecord(type) && !type.IsDefined(typeof(TableAttribute), false)
            ? [$"{type.FullName} is a row and says no table"]
            : [];

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static IEnumerable<string> Open(Type entity) =>
        entity.IsVisible ? [$"{entity.FullName} is an entity and public"] : [];

    private static IEnumerable<string> Unsealed(Type type) =>
        type is { IsClass: true, IsSealed: false, IsAbstract: false, Name: not ("Program" or "_Imports") }
        && !IsComponent(type)
            ? [$"{type.FullName} is not sealed"]
            : [];

    /// <summary>Razor writes components as open classes, and the compiler the program.</summary>
    private static bool IsComponent(Type type) => type.GetInterfaces().Any(i => i.Name == "IComponent");

    private static IEnumerable<string> Foreign(Room room, IEnumerable<Type> entities)
    {
        using var binary = Binary.Of(room.Assembly);
        return [.. Foreign(room.Name, binary.ForeignTypes(), [.. entities.Select(e => e.FullName!)])];
    }

    private static IEnumerable<string> Foreign(
        string room,
        IEnumerable<(string Assembly, string Type)> types,
        HashSet<string> entities
    ) => types.Where(t => entities.Contains(t.Type)).Select(t => $"{room} uses {t.Type} of {t.Assembly}");

    private static IEnumerable<string> Insiders(string name, Assembly assembly) =>
        assembly
            .GetCustomAttributes<InternalsVisibleToAttribute>()
            .Select(a => a.AssemblyName.Split(',')[0])
            .Where(a => !MayLookInside.Contains(a))
            .Select(a => $"{name} lets {a} look inside");
}
